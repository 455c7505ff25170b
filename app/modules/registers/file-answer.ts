/** A file as an answer that nobody keeps; paper opens at once. */
export function fileAnswer(file: {
  bytes: Uint8Array<ArrayBuffer>;
  mediaType: string;
  fileName: string;
}): Response {
  const disposition = file.mediaType === "application/pdf" ? "inline" : "attachment";
  return new Response(file.bytes, {
    headers: {
      "content-type": file.mediaType,
      "content-length": String(file.bytes.byteLength),
      "content-disposition": `${disposition}; filename="${file.fileName}"`,
      "cache-control": "private, no-store",
    },
  });
}
