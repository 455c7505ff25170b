import type { FilePage } from "./store.ts";

/** Reads the answer of ListObjectsV2; keys come percent-encoded where the store says so, else as XML text. */
export function readListing(xml: string): FilePage {
  const isEncoded = textOf(xml, "EncodingType") === "url";
  const files = [...xml.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g)].map(([, entry = ""]) => {
    const key = textOf(entry, "Key");
    return {
      key: isEncoded ? decodeURIComponent(key.replaceAll("+", " ")) : key,
      sizeBytes: Number(textOf(entry, "Size")),
    };
  });
  const isCut = textOf(xml, "IsTruncated") === "true";
  return { files, next: isCut ? (files.at(-1)?.key ?? null) : null };
}

const ENTITIES: Record<string, string> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

function textOf(xml: string, tag: string): string {
  const [, text = ""] = new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml) ?? [];
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (name.startsWith("#x")) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name.startsWith("#")) return String.fromCodePoint(Number(name.slice(1)));
    return ENTITIES[name] ?? whole;
  });
}
