import type { BaseCtx } from "#app/context.ts";
import { readFileAddress } from "#app/platform/files/addresses.ts";
import { type Env, fileStoreOf } from "../bindings.ts";
import { plainPage } from "./plain-page.ts";

const SHOWN_INLINE = new Set(["image/jpeg", "image/png", "image/webp"]);

/** Serves a stored file to whoever holds a signed address; pictures are shown, all else is downloaded. */
export async function answerFile(request: Request, url: URL, base: BaseCtx, env: Env): Promise<Response> {
  if (request.method !== "GET" && request.method !== "HEAD")
    return plainPage(405, "Tidak dapat dilakukan", "Alamat berkas hanya dapat dibuka.");
  const signing = { config: base.config, signingKey: env.SIGNING_KEY, now: base.now };
  const wanted = await readFileAddress(signing, url);
  const file = wanted && (await fileStoreOf(env, base.now).get(wanted.storageKey));
  if (!file)
    return plainPage(
      404,
      "Berkas tidak ditemukan",
      "Alamat berkas ini salah atau sudah kedaluwarsa. Buka lagi dari halamannya.",
    );
  const headers = new Headers({
    "content-type": file.mediaType,
    "content-length": String(file.bytes.byteLength),
    "content-disposition": SHOWN_INLINE.has(file.mediaType) ? "inline" : "attachment",
    "content-security-policy": "default-src 'none'; sandbox",
    // A village under its own domain is another site; the signature in the address is what guards the file.
    "cross-origin-resource-policy": "cross-origin",
    "cache-control": "private, max-age=240",
  });
  return new Response(request.method === "HEAD" ? null : (file.bytes as Uint8Array<ArrayBuffer>), {
    headers,
  });
}
