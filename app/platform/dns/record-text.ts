/** A host name without its final dot, in small letters. */
export function hostText(data: string): string {
  return data.trim().toLowerCase().replace(/\.$/, "");
}

/** What a TXT record says, without the quotation marks of its parts. */
export function txtText(data: string): string {
  const parts = [...data.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, part = ""]) => part);
  return (parts.length > 0 ? parts.join("") : data).replace(/\\(.)/g, "$1").trim();
}

/**
 * A CAA record as `tag value`, such as `issue letsencrypt.org`; the flags are dropped. Resolvers give it as text
 * (`0 issue "letsencrypt.org"`) or as bytes (`\# 22 00 05 69 73 73 75 65 ...`, RFC 3597).
 */
export function caaText(data: string): string {
  const hex = /^\\#\s*\d+\s+([\da-f\s]+)$/i.exec(data.trim())?.[1];
  if (hex) return caaOfBytes(hex.replace(/\s/g, ""));
  const [, tag = "", value = ""] = /^\d+\s+(\w+)\s+(.*)$/.exec(data.trim()) ?? [];
  return `${tag.toLowerCase()} ${txtText(value)}`.trim();
}

function caaOfBytes(hex: string): string {
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const length = bytes[1] ?? 0;
  const text = (from: number, to?: number) => new TextDecoder().decode(bytes.subarray(from, to));
  return `${text(2, 2 + length).toLowerCase()} ${text(2 + length)}`.trim();
}
