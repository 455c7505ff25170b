import { describe, expect, it } from "vitest";
import { readOn } from "#workers/http/read-on.ts";

const CHUNKS = 8;
const CHUNK_BYTES = 100_000;

/** A request whose body tells how much of it was asked for. */
function upload() {
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent === CHUNKS) return controller.close();
      sent++;
      controller.enqueue(new Uint8Array(CHUNK_BYTES).fill(sent));
    },
  });
  return { request: new Request("http://desa.localhost/", { method: "POST", body }), sent: () => sent };
}

describe("the rest of a body", () => {
  it("is read where nobody has looked at it", async () => {
    const { request, sent } = upload();
    await readOn(request).rest();
    expect(sent()).toBe(CHUNKS);
  });

  it("is read where somebody has stopped half-way", async () => {
    const { request, sent } = upload();
    const { request: inner, rest } = readOn(request);
    const reader = inner.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    await rest();
    expect(sent()).toBe(CHUNKS);
  });

  it("leaves nothing out for whom reads it all", async () => {
    const { request } = upload();
    const { request: inner, rest } = readOn(request);
    const bytes = new Uint8Array(await inner.arrayBuffer());
    await rest();
    expect(bytes.byteLength).toBe(CHUNKS * CHUNK_BYTES);
    expect(bytes.at(-1)).toBe(CHUNKS);
  });

  it("of a short body or none is the runtime's own", async () => {
    const short = new Request("http://desa.localhost/", {
      method: "POST",
      body: "a=1",
      headers: { "content-length": "3" },
    });
    expect(readOn(short).request).toBe(short);
    const none = new Request("http://desa.localhost/");
    expect(readOn(none).request).toBe(none);
  });
});
