import { SheetError } from "./sheet-error.ts";

/** What stands in a part, in its order: a tag by its local name, or the text before the next tag. */
export interface XmlTag {
  name: string;
  isEnd: boolean;
  /** `<v/>` */
  isEmpty: boolean;
  attribute(name: string): string | null;
  /** Text that stands before this tag, with its entities resolved. */
  textBefore: string;
}

/** The time that a regular expression takes grows with a tag's length. */
const MAX_TAG_CHARS = 4096;
/** Excel holds at most 32,767 characters a cell; entities are longer than what they stand for. */
const MAX_TEXT_CHARS = 256 * 1024;
const LESS = 0x3c;
const GREATER = 0x3e;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * Walks a part's XML tag by tag while it is unpacked, and holds no more of it than one piece. Comments, CDATA and
 * declarations, in which something could hide, are refused.
 * @throws SheetError
 */
export function* scanXml(pieces: Iterable<Uint8Array>): Generator<XmlTag> {
  const decoder = new TextDecoder();
  let rest = "";
  for (const piece of pieces) {
    rest += decoder.decode(piece, { stream: true });
    let at = 0;
    for (;;) {
      const open = rest.indexOf("<", at);
      const close = open < 0 ? -1 : tagEnd(rest, open);
      if (close < 0) break;
      yield tagOf(rest.slice(open + 1, close), rest.slice(at, open));
      at = close + 1;
    }
    rest = rest.slice(at);
    if (rest.length > MAX_TEXT_CHARS) throw new SheetError("corrupt");
  }
  if (rest.includes("<")) throw new SheetError("corrupt");
}

/** The `>` that ends a tag: not one within quotes. */
function tagEnd(text: string, open: number): number {
  let quote = 0;
  const last = Math.min(text.length, open + MAX_TAG_CHARS);
  for (let at = open + 1; at < last; at++) {
    const char = text.charCodeAt(at);
    if (quote !== 0) {
      if (char === quote) quote = 0;
    } else if (char === GREATER) return at;
    else if (char === QUOTE || char === APOSTROPHE) quote = char;
    else if (char === LESS) throw new SheetError("corrupt");
  }
  if (text.length > open + MAX_TAG_CHARS) throw new SheetError("corrupt");
  return -1;
}

function tagOf(inner: string, before: string): XmlTag {
  if (inner.startsWith("!")) throw new SheetError("unsupported");
  const isEnd = inner.startsWith("/");
  const isEmpty = inner.endsWith("/");
  const name = /^\/?(?:[\w.-]+:)?([\w.-]+)/.exec(inner)?.[1] ?? "";
  return {
    name,
    isEnd,
    isEmpty,
    attribute: (wanted) => attributeOf(inner, wanted),
    get textBefore() {
      return resolve(before);
    },
  };
}

function attributeOf(inner: string, wanted: string): string | null {
  for (const [, name, , one, other] of inner.matchAll(/\s([\w:.-]+)\s*=\s*("([^"]*)"|'([^']*)')/g))
    if (name === wanted || name?.endsWith(`:${wanted}`)) return resolve(one ?? other ?? "");
  return null;
}

function resolve(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[name] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}
