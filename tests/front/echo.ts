import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { type Front, type FrontOptions, startFront } from "#db/local/front.ts";

/** What reached the worker's place. */
export interface Echoed {
  method: string;
  url: string;
  headers: Record<string, string>;
  bodyBytes: number;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Tells as JSON what reached it, once the body is read. */
export function echo(request: IncomingMessage, response: ServerResponse): void {
  let bodyBytes = 0;
  request.on("data", (chunk: Buffer) => {
    bodyBytes += chunk.length;
  });
  request.on("end", () => {
    const { method, url, headers } = request;
    response.writeHead(200, { "content-type": "application/octet-stream" });
    response.end(JSON.stringify({ method, url, headers, bodyBytes }));
  });
}

/** A front before a stand-in for the worker, both gone at the test's end. */
export async function frontBefore(
  answer: Answer = echo,
  options: Partial<FrontOptions> = {},
): Promise<Front> {
  const upstream = createServer(answer);
  upstream.listen(0, "127.0.0.1");
  await once(upstream, "listening");
  const front = await startFront({ port: 0, ...options });
  front.passTo(new URL(`http://127.0.0.1:${(upstream.address() as AddressInfo).port}`));
  onTestFinished(() => close(front, upstream));
  return front;
}

async function close(front: Front, upstream: Server): Promise<void> {
  upstream.closeAllConnections();
  upstream.close();
  await front.stop();
}
