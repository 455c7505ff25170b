/** Classes of public information (UU 14/2008 Ps. 9-11, 17). */
export const CLASSES = ["berkala", "serta-merta", "setiap-saat", "dikecualikan"] as const;
export type DocumentClass = (typeof CLASSES)[number];

/** Is the information kept from the public? */
export function isWithheld(kind: DocumentClass): boolean {
  return kind === "dikecualikan";
}

/** May anybody fetch the file of a document? Only of one that is listed, and never of what is withheld. */
export function isFilePublic(document: { class: DocumentClass; isPublic: boolean }): boolean {
  return document.isPublic && !isWithheld(document.class);
}
