import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { startFront } from "#db/local/front.ts";
import { sendRequest } from "#tests/support/client.ts";

/** A server that answers once on each connection and cuts it at the next request, as a closing keep-alive does. */
async function startForgetfulServer(): Promise<URL> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let requests = 0;
    socket.on("error", () => {});
    socket.on("data", (chunk) => {
      if (!/^(GET|POST) /.test(chunk.toString("latin1"))) return;
      if (requests++ > 0) return socket.resetAndDestroy();
      socket.write("HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: keep-alive\r\n\r\nok");
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no address");
  return new URL(`http://127.0.0.1:${address.port}`);
}

it("sends a page's request anew where the kept connection to the worker turns out to be dead", async () => {
  const front = await startFront({ port: 0 });
  onTestFinished(() => front.stop());
  front.passTo(await startForgetfulServer());
  for (let round = 0; round < 4; round++) {
    expect((await sendRequest(front.port, "localhost", "/")).status).toBe(200);
  }
});

it("never sends a change over a kept connection, so that none is sent twice", async () => {
  const front = await startFront({ port: 0 });
  onTestFinished(() => front.stop());
  front.passTo(await startForgetfulServer());
  const post = () => sendRequest(front.port, "localhost", "/", { method: "POST", body: "a=1" });
  expect((await sendRequest(front.port, "localhost", "/")).status).toBe(200);
  expect((await post()).status).toBe(200);
  expect((await post()).status).toBe(200);
});
