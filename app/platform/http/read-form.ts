import {
  MaxFileSizeExceededError,
  MaxPartsExceededError,
  MaxTotalSizeExceededError,
  MultipartParseError,
  parseMultipartRequest,
} from "@remix-run/multipart-parser";
import { FieldError } from "../errors.ts";
import { readableText } from "./readable-text.ts";

/** A file may hold 10 MB; text fields together 1 MB. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
const MAX_TEXT_BYTES = 1024 * 1024;
/** Above this a body is refused unread; below it the fields before the file are kept for the person. */
const MAX_BODY_BYTES = 64 * 1024 * 1024;
const MAX_PARTS = 400;
/** Without files; an import's check page asks one thing for each row that it can't place. */
const MAX_FIELDS = 2000;
/**
 * `nama`, `_kunci`, `indikator[3].t1`. Each index makes a list as long as it says: a list lies in no list but one,
 * or a hundred small fields would take gigabytes.
 */
const FIELD_NAME = /^_?[a-z][\w-]*(\.[a-z][\w-]*)?(\[\d{0,3}\](\.[a-z][\w-]*(\[\d{0,2}\])?)?)?$/i;
const MAX_NAME_LETTERS = 100;

/** The one file field of a form; forms put it last, so that what was typed arrives before a file that is too large. */
export const FILE_FIELD = "berkas";

/** Stands in the form for a file that was too large to read; `fileField()` turns it into a sentence. */
export const OVERSIZED_FILE_TYPE = "application/x-terlalu-besar";

const CUT_OFF = "Kiriman terputus atau rusak. Silakan kirim lagi.";
const TOO_MANY = "Isian formulir terlalu banyak.";
const TOO_LARGE = "Kiriman terlalu besar. Berkas paling besar 10 MB; perkecil lalu kirim lagi.";

/**
 * Reads a submitted form under limits, counted while it streams in.
 * @returns fields as readable text (NFC, no control characters), a chosen file as File (an empty file input is left out)
 * @throws FieldError where the body is no form of ours, is cut off, or is too large to keep anything of it
 */
export async function readForm(request: Request): Promise<FormData> {
  const type = request.headers.get("content-type") ?? "";
  const length = Number(request.headers.get("content-length") ?? 0);
  const isMultipart = type.startsWith("multipart/form-data");
  if (length > (isMultipart ? MAX_BODY_BYTES : MAX_TEXT_BYTES)) throw new FieldError("", TOO_LARGE);
  if (isMultipart) return readMultipart(request);
  if (!type.startsWith("application/x-www-form-urlencoded")) {
    throw new FieldError("", "Kiriman tidak dapat dibaca sebagai formulir.");
  }
  return readUrlEncoded(request);
}

async function readUrlEncoded(request: Request): Promise<FormData> {
  const form = new FormData();
  let count = 0;
  for (const [name, value] of new URLSearchParams(await readLimitedText(request))) {
    if (++count > MAX_FIELDS) throw new FieldError("", TOO_MANY);
    appendText(form, name, value);
  }
  return form;
}

function appendText(form: FormData, name: string, value: string): void {
  if (name.length > MAX_NAME_LETTERS || !FIELD_NAME.test(name))
    throw new FieldError(
      "",
      "Kiriman memuat isian yang tidak dikenali. Muat ulang halamannya, lalu isi lagi.",
    );
  form.append(name, readableText(value));
}

async function readLimitedText(request: Request): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader() as ReadableStreamDefaultReader<Uint8Array> | undefined;
  const next = async () => (await reader?.read().catch(refuseCutOff))?.value;
  for (let chunk = await next(); chunk; chunk = await next()) {
    size += chunk.byteLength;
    if (size > MAX_TEXT_BYTES) throw new FieldError("", TOO_LARGE);
    chunks.push(chunk);
  }
  return new TextDecoder().decode(
    await new Blob(chunks as ConstructorParameters<typeof Blob>[0]).arrayBuffer(),
  );
}

/** Whoever hung up is no fault of ours: one line less in the log for each weak signal. */
function refuseCutOff(): never {
  throw new FieldError("", CUT_OFF);
}

async function readMultipart(request: Request): Promise<FormData> {
  const form = new FormData();
  const limits = {
    maxFileSize: MAX_FILE_BYTES,
    maxParts: MAX_PARTS,
    maxTotalSize: MAX_FILE_BYTES + MAX_TEXT_BYTES,
  };
  try {
    for await (const part of parseMultipartRequest(endingWhole(request), limits)) {
      if (!part.name) continue;
      if (!part.isFile) appendText(form, part.name, part.text);
      else if (part.size > 0)
        form.append(part.name, new File([part.arrayBuffer], part.filename ?? FILE_FIELD));
    }
  } catch (error) {
    if (!(error instanceof MultipartParseError)) throw error;
    keepWhatWasTyped(form, error);
  }
  return form;
}

/** The request with a body whose breaking off is a FieldError. */
function endingWhole(request: Request): Request {
  const reader = request.body?.getReader();
  if (!reader) return request;
  const body = new ReadableStream({
    async pull(controller) {
      const { done, value } = await reader.read().catch(refuseCutOff);
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
  return new Request(request.url, {
    method: "POST",
    headers: request.headers,
    body,
    duplex: "half",
  } as RequestInit);
}

function keepWhatWasTyped(form: FormData, error: MultipartParseError): void {
  const isTooLarge = error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError;
  if (isTooLarge) form.set(FILE_FIELD, new File(["-"], FILE_FIELD, { type: OVERSIZED_FILE_TYPE }));
  else if (error instanceof MaxPartsExceededError) throw new FieldError("", TOO_MANY);
  else throw new FieldError("", CUT_OFF);
}
