import { PDFDocument } from "@cantoo/pdf-lib";
import type { PaperDocument } from "#app/platform/document/blocks.ts";

/** A new PDF whose metadata comes from its arguments alone, so that the same input gives the same bytes. */
export async function openFile(
  about: Pick<PaperDocument, "title" | "author" | "createdAt">,
): Promise<PDFDocument> {
  const file = await PDFDocument.create({ updateMetadata: false });
  file.setTitle(about.title, { showInWindowTitleBar: true });
  file.setAuthor(about.author);
  file.setCreator("Balai");
  file.setProducer("Balai");
  file.setLanguage("id");
  file.setCreationDate(about.createdAt);
  file.setModificationDate(about.createdAt);
  return file;
}
