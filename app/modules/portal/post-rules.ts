import type { Day } from "#app/platform/clock.ts";

export const POST_KINDS = ["news", "announcement"] as const;
export type PostKind = (typeof POST_KINDS)[number];
export type PostState = "draft" | "published" | "withdrawn";

/** A part of a text as the page shows it. */
export type TextBlock = { kind: "paragraph"; lines: string[] } | { kind: "list"; items: string[] };

/**
 * The small text rules of posts: blank lines part paragraphs, lines that begin with `- ` make a list, other line breaks
 * stay. Nothing else means anything, so no text can break the page.
 */
export function textBlocks(body: string): TextBlock[] {
  const paragraphs = body.replace(/\r\n?/g, "\n").split(/\n[ \t]*\n/);
  return paragraphs.flatMap((paragraph) => blocksOf(paragraph.split("\n").filter((line) => line.trim())));
}

function blocksOf(lines: readonly string[]): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const line of lines) {
    const item = /^\s*-\s+(.+)$/.exec(line)?.[1]?.trim();
    const last = blocks.at(-1);
    if (item && last?.kind === "list") last.items.push(item);
    else if (item) blocks.push({ kind: "list", items: [item] });
    else if (last?.kind === "paragraph") last.lines.push(line.trim());
    else blocks.push({ kind: "paragraph", lines: [line.trim()] });
  }
  return blocks;
}

const EXCERPT_LETTERS = 160;

/** The beginning of a text for lists, cut between words. */
export function excerptOf(body: string): string {
  const flat = body
    .trim()
    .replace(/^-\s+/, "")
    .replace(/([:;,.])?\s*\n\s*-\s+/g, (_, mark) => `${mark ?? ","} `)
    .replace(/\s+/g, " ")
    .trim();
  if (flat.length <= EXCERPT_LETTERS) return flat;
  const cut = flat.slice(0, EXCERPT_LETTERS);
  const end = cut.lastIndexOf(" ");
  return `${end > EXCERPT_LETTERS / 2 ? cut.slice(0, end) : cut}…`;
}

const SLUG_LETTERS = 60;

/** The part of an address that a title gives: `Kerja bakti Jumat!` -> `kerja-bakti-jumat`. */
export function slugOf(title: string): string {
  const plain = title.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const slug = plain
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, SLUG_LETTERS)
    .replace(/^-+|-+$/g, "");
  return slug || "tulisan";
}

/** The first of `kerja-bakti`, `kerja-bakti-2` ... that nobody has. */
export function freeSlug(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}-${number}`)) number++;
  return `${wanted}-${number}`;
}

/** Which field keeps a photo from being shown to everybody; null where nothing does. */
export function photoProblem(post: {
  photoId: string | null;
  photoText: string | null;
  hasConsent: boolean;
}): "teks_foto" | "izin_foto" | null {
  if (post.photoId === null) return null;
  if (!post.photoText) return "teks_foto";
  return post.hasConsent ? null : "izin_foto";
}

/** Does an announcement still stand on the front? News always does. */
export function isCurrent({ shownUntil }: { shownUntil: Day | null }, today: Day): boolean {
  return shownUntil === null || shownUntil >= today;
}
