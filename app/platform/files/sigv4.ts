import { bytesToHex } from "#app/platform/ids.ts";

/** Who signs for what. */
export interface SigningIdentity {
  accessKeyId: string;
  secretAccessKey: string;
  region: string;
  /** `s3` for file stores. */
  service: string;
}

export interface SignableRequest {
  method: string;
  url: URL;
  /** Sent and signed besides `host` and `x-amz-date`. */
  headers: Record<string, string>;
  /** SHA-256 of the body as lower-case hex. */
  payloadHash: string;
}

/**
 * Signs a request by AWS Signature Version 4 (header form), which S3-compatible stores check.
 * The path must be encoded as it will be sent; it is not normalised, as S3 wants it.
 * @returns all headers to send but `host`
 */
export async function signRequest(
  request: SignableRequest,
  identity: SigningIdentity,
  now: Date,
): Promise<Record<string, string>> {
  const stamp = now.toISOString().replace(/[-:]|\.\d{3}/g, "");
  const day = stamp.slice(0, 8);
  const headers = { ...lowerCased(request.headers), "x-amz-date": stamp };
  const scope = `${day}/${identity.region}/${identity.service}/aws4_request`;
  const { canonical, signedNames } = canonicalRequest(request, { ...headers, host: request.url.host });
  const text = ["AWS4-HMAC-SHA256", stamp, scope, await sha256(canonical)].join("\n");
  const signature = bytesToHex(await hmac(await signingKey(identity, day), text));
  const authorization = `AWS4-HMAC-SHA256 Credential=${identity.accessKeyId}/${scope}, SignedHeaders=${signedNames}, Signature=${signature}`;
  return { ...headers, authorization };
}

function canonicalRequest(request: SignableRequest, headers: Record<string, string>) {
  const names = Object.keys(headers).sort();
  const lines = names.map((name) => `${name}:${(headers[name] ?? "").trim().replace(/ +/g, " ")}\n`);
  const signedNames = names.join(";");
  const { pathname, searchParams } = request.url;
  const canonical = [
    request.method,
    pathname,
    canonicalQuery(searchParams),
    lines.join(""),
    signedNames,
    request.payloadHash,
  ].join("\n");
  return { canonical, signedNames };
}

function canonicalQuery(params: URLSearchParams): string {
  return [...params]
    .map(([name, value]) => `${encodeStrictly(name)}=${encodeStrictly(value)}`)
    .sort()
    .join("&");
}

/** Percent-encodes a text by RFC 3986: everything but letters, digits and `-._~`. */
export function encodeStrictly(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function lowerCased(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

async function signingKey(identity: SigningIdentity, day: string): Promise<ArrayBuffer> {
  let key = await hmac(new Uint8Array(new TextEncoder().encode(`AWS4${identity.secretAccessKey}`)), day);
  for (const part of [identity.region, identity.service, "aws4_request"]) key = await hmac(key, part);
  return key;
}

async function hmac(key: ArrayBuffer | Uint8Array<ArrayBuffer>, text: string): Promise<ArrayBuffer> {
  const imported = await crypto.subtle.importKey("raw", key, { name: "HMAC", hash: "SHA-256" }, false, [
    "sign",
  ]);
  return crypto.subtle.sign("HMAC", imported, new TextEncoder().encode(text));
}

async function sha256(text: string): Promise<string> {
  return bytesToHex(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
}
