import type { IncomingMessage, ServerResponse } from "node:http";

const REFUSALS = {
  400: ["Permintaan tidak terbaca", "Alamat atau isi permintaan tidak dapat dibaca. Periksa lalu coba lagi."],
  404: ["Tidak ditemukan", "Halaman yang Anda tuju tidak ada."],
  413: ["Kiriman terlalu besar", "Berkas paling besar 10 MB. Perkecil berkas Anda lalu kirim lagi."],
  502: ["Ada gangguan", "Balai tidak dapat menjawab saat ini. Silakan coba lagi satu menit lagi."],
  503: ["Sedang dinyalakan", "Balai sedang dinyalakan. Silakan coba lagi sebentar lagi."],
} as const;

/** Of a refused body no more than this is read: past it the connection ends. */
const MAX_DRAINED_BYTES = 128 * 1024 * 1024;

/**
 * Answers for the worker where it can't or must not be asked. The answer is whole at once but ends only when the body
 * has: Node would close the connection under a client that is still sending, who would then see a reset instead.
 */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: keyof typeof REFUSALS,
): void {
  const [title, sentence] = REFUSALS[status];
  const page = `<!doctype html>
<html lang="id">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} - Balai</title></head>
<body><main><h1>${title}</h1><p>${sentence}</p></main></body>
</html>`;
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "content-length": Buffer.byteLength(page),
    "content-security-policy": "default-src 'none'",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    ...(status >= 500 ? { "retry-after": "60" } : {}),
  });
  response.write(page);
  drain(request, () => response.end());
}

function drain(request: IncomingMessage, done: () => void): void {
  if (request.readableEnded) {
    done();
    return;
  }
  let size = 0;
  request.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size > MAX_DRAINED_BYTES) request.destroy();
  });
  request.once("end", done);
  request.resume();
}
