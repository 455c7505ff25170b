/** Shorter bodies are read to their end by the runtime itself. */
const SHORT_BYTES = 64 * 1024;

/**
 * A request whose body is read to its end whatever becomes of it. An answer that goes out before (too large, signed out,
 * from elsewhere) makes the runtime cut the connection, and whoever still sends would see a reset instead of it.
 * @returns the request to go on with, and what to await before the answer is given
 */
export function readOn(request: Request): { request: Request; rest(): Promise<void> } {
  const { body } = request;
  const isShort = Number(request.headers.get("content-length") ?? Number.POSITIVE_INFINITY) < SHORT_BYTES;
  if (!body || isShort) return { request, rest: async () => {} };
  const reader = body.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  let isOver = false;
  const next = async () => {
    const chunk = await reader.read();
    isOver = chunk.done;
    return chunk.value;
  };
  const passed = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const chunk = await next();
        if (chunk) controller.enqueue(chunk);
        else controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  const rest = async () => {
    try {
      while (!isOver) await next();
    } catch {
      // The client hung up: nobody is left to answer.
    }
  };
  return { request: new Request(request, { body: passed }), rest };
}
