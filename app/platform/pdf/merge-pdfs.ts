import { PDFDocument } from "@cantoo/pdf-lib";

/** Several PDF files as one, page after page. */
export async function mergePdfs(
  papers: readonly Uint8Array<ArrayBuffer>[],
): Promise<Uint8Array<ArrayBuffer>> {
  const whole = await PDFDocument.create({ updateMetadata: false });
  for (const paper of papers) {
    const part = await PDFDocument.load(paper, { updateMetadata: false });
    for (const page of await whole.copyPages(part, part.getPageIndices())) whole.addPage(page);
  }
  return new Uint8Array(await whole.save());
}
