import { brotliDecompressSync } from "node:zlib";
import { sendRequest } from "#tests/support/client.ts";
import type { Target } from "./load.ts";

/** Bytes of bodies as the front sends them to a browser that takes brotli; pictures and headers apart. */
export interface Weight {
  /** The page itself: HTML, or the PDF. */
  page: number;
  style: number;
  script: number;
}

/** Weighs an address and the styles and scripts that it names. @throws Error where one of them is not 200 */
export async function weigh(port: number, target: Target): Promise<Weight> {
  const page = await fetchBody(port, target);
  const isHtml = String(page.type).startsWith("text/html");
  const html = isHtml ? page.text : "";
  const styles = addresses(html, /<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g);
  const scripts = addresses(html, /<script[^>]*src="([^"]+)"/g);
  return {
    page: page.bytes,
    style: await weighAll(port, target, styles),
    script: await weighAll(port, target, scripts),
  };
}

function addresses(html: string, pattern: RegExp): string[] {
  return [...new Set([...html.matchAll(pattern)].map((found) => found[1] ?? ""))];
}

async function weighAll(port: number, target: Target, paths: string[]): Promise<number> {
  const bodies = await Promise.all(paths.map((path) => fetchBody(port, { ...target, path })));
  return bodies.reduce((sum, body) => sum + body.bytes, 0);
}

async function fetchBody(port: number, { host, path, headers }: Target) {
  const answer = await sendRequest(port, host, path, { headers: { "accept-encoding": "br", ...headers } });
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  const isPacked = answer.headers["content-encoding"] === "br";
  const text = isPacked ? brotliDecompressSync(answer.bytes).toString("utf8") : answer.text;
  return { bytes: answer.bytes.byteLength, type: answer.headers["content-type"], text };
}
