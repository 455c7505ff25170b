/** A PDF as an answer that nothing on the way keeps. */
export function pdfAnswer(bytes: Uint8Array<ArrayBuffer>, disposition: string): Response {
  return new Response(bytes, {
    headers: {
      "content-type": "application/pdf",
      "content-length": String(bytes.byteLength),
      "content-disposition": disposition,
      "cache-control": "private, no-store",
    },
  });
}
