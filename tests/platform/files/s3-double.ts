import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

const SKEW_MS = 15 * 60_000;

/** A store on loopback that checks each signature by AWS's published algorithm, written apart from ours. */
export interface S3Double {
  endpoint: string;
  held: Map<string, { bytes: Buffer; mediaType: string }>;
  /** Answers every request with this status until set back to null. */
  failWith: number | null;
  stop(): Promise<void>;
}

export interface DoubleKeys {
  keyId: string;
  secret: string;
  bucket: string;
  now: () => Date;
  /** Objects in one answer of a listing; 1000 unless told. */
  pageSize?: number;
}

export async function startS3Double(keys: DoubleKeys): Promise<S3Double> {
  const held: S3Double["held"] = new Map();
  const double: S3Double = { endpoint: "", held, failWith: null, stop: async () => {} };
  const server = createServer(async (request, response) => {
    const body = await readAll(request);
    if (double.failWith)
      return answer(response, double.failWith, "<Error><Code>InternalError</Code></Error>");
    const refusal = whyRefused(request, body, keys);
    if (refusal) return answer(response, 403, `<Error><Code>${refusal}</Code></Error>`);
    serve(request, response, body, held, keys);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  double.endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  double.stop = () => new Promise((resolve) => server.close(() => resolve()));
  return double;
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function serve(
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
  held: S3Double["held"],
  { bucket, pageSize = 1000 }: DoubleKeys,
) {
  const [rawPath = "", query = ""] = (request.url ?? "").split("?");
  const path = decodeURIComponent(rawPath);
  if (path === `/${bucket}` && request.method === "GET" && query.includes("list-type=2"))
    return answer(response, 200, listing(held, new URLSearchParams(query), pageSize));
  if (!path.startsWith(`/${bucket}/`))
    return answer(response, 404, "<Error><Code>NoSuchBucket</Code></Error>");
  const key = path.slice(bucket.length + 2);
  if (request.method === "PUT") {
    held.set(key, { bytes: body, mediaType: String(request.headers["content-type"]) });
    return answer(response, 200, "");
  }
  if (request.method === "DELETE") {
    held.delete(key);
    return answer(response, 204, "");
  }
  const object = held.get(key);
  if (!object) return answer(response, 404, "<Error><Code>NoSuchKey</Code></Error>");
  response.writeHead(200, { "content-type": object.mediaType }).end(object.bytes);
}

/** ListObjectsV2 as AWS documents it: sorted by bytes, `start-after` left out, keys encoded where asked. */
function listing(held: S3Double["held"], query: URLSearchParams, pageSize: number): string {
  const [prefix, after] = [query.get("prefix") ?? "", query.get("start-after") ?? ""];
  const isAfter = (key: string) => Buffer.compare(Buffer.from(key), Buffer.from(after)) > 0;
  const keys = [...held.keys()].filter((key) => key.startsWith(prefix) && isAfter(key));
  keys.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const isEncoded = query.get("encoding-type") === "url";
  const written = (key: string) =>
    isEncoded ? encodeURIComponent(key).replaceAll("%20", "+") : key.replaceAll("&", "&amp;");
  const entries = keys
    .slice(0, pageSize)
    .map(
      (key) =>
        `<Contents><Key>${written(key)}</Key><Size>${held.get(key)?.bytes.byteLength}</Size></Contents>`,
    );
  const encoding = isEncoded ? "<EncodingType>url</EncodingType>" : "";
  return `<ListBucketResult>${encoding}<IsTruncated>${keys.length > pageSize}</IsTruncated>${entries.join("")}</ListBucketResult>`;
}

function answer(response: ServerResponse, status: number, body: string) {
  response.writeHead(status, { "content-type": "application/xml" }).end(body);
}

function whyRefused(request: IncomingMessage, body: Buffer, keys: DoubleKeys): string | null {
  const claim =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? "",
    );
  if (!claim) return "AccessDenied";
  const [, keyId, day = "", region = "", names = "", signature] = claim;
  const stamp = String(request.headers["x-amz-date"]);
  if (keyId !== keys.keyId) return "InvalidAccessKeyId";
  if (Math.abs(parseStamp(stamp) - keys.now().getTime()) > SKEW_MS) return "RequestTimeTooSkewed";
  const bodyHash = createHash("sha256").update(body).digest("hex");
  if (request.headers["x-amz-content-sha256"] !== bodyHash) return "XAmzContentSHA256Mismatch";
  for (const name of ["host", "x-amz-date", "x-amz-content-sha256"])
    if (!names.split(";").includes(name)) return "AccessDenied";
  const [path, query = ""] = (request.url ?? "").split("?");
  const canonical = [
    request.method,
    path,
    query.split("&").sort().join("&"),
    ...names.split(";").map((name) => `${name}:${request.headers[name]}`),
    "",
    names,
    bodyHash,
  ].join("\n");
  const scope = `${day}/${region}/s3/aws4_request`;
  const canonicalHash = createHash("sha256").update(canonical).digest("hex");
  const text = `AWS4-HMAC-SHA256\n${stamp}\n${scope}\n${canonicalHash}`;
  const parts = [day, region, "s3", "aws4_request", text];
  const expected = parts.reduce<string | Buffer>(
    (key, part) => createHmac("sha256", key).update(part).digest(),
    `AWS4${keys.secret}`,
  );
  return Buffer.from(expected).toString("hex") === signature ? null : "SignatureDoesNotMatch";
}

function parseStamp(stamp: string): number {
  return Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
}
