/**
 * Client of BSrE's e-sign client service, as agencies run it: `GET /api/user/status/{nik}` and `POST /api/sign/pdf`, both
 * with basic authentication. Passphrases pass through and are kept nowhere.
 */
export interface BsreAccess {
  /** Where the service answers, without `/api`. */
  address: string;
  user: string;
  password: string;
}

export type BsreOutcome =
  | { kind: "signed"; bytes: Uint8Array<ArrayBuffer> }
  /** The service answered that it did not sign. */
  | { kind: "refused"; reason: string }
  /** No answer that says which: it may have signed. Never send the same again. */
  | { kind: "unknown" };

export type BsreUser = { kind: "ready" } | { kind: "refused"; reason: string } | { kind: "unreachable" };

const STATUS_MILLIS = 10_000;
const SIGN_MILLIS = 45_000;
const MAX_BYTES = 20 * 1024 * 1024;
const MAX_JSON_BYTES = 64 * 1024;
const MAX_REASON = 200;
/** What the service says of somebody whose certificate works. */
const READY = "ISSUE";
const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;
/** What the internet's names end with: letters, so that no number is one, and none of the names that stay inside. */
const PUBLIC_NAME =
  /^(?!.*\.(local|localhost|internal|intranet|lan|home|corp|arpa|test)$)[a-z0-9.-]+\.[a-z][a-z0-9-]+$/;
/** None, which is 443, and the one that Java servers take for https. */
const PORTS = ["", "8443"];

/**
 * The service's address without a path's end, or null where it may not be asked: https alone and by a name of the
 * internet, so that no machine beside this one is reached; plain http only to the own machine in tests; no user, no query.
 */
export function bsreAddress(text: string, isTest: boolean): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isLocalTest = isTest && url.protocol === "http:" && LOOPBACK.test(url.hostname);
  const isPublic = url.protocol === "https:" && PUBLIC_NAME.test(url.hostname) && PORTS.includes(url.port);
  if (!isPublic && !isLocalTest) return null;
  if (url.username || url.password || url.search || url.hash) return null;
  return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}

/** Can this person sign now? Nothing is signed by asking. */
export async function checkBsreUser(access: BsreAccess, nik: string): Promise<BsreUser> {
  try {
    const answer = await fetch(`${access.address}/api/user/status/${encodeURIComponent(nik)}`, {
      headers: headersOf(access),
      redirect: "manual",
      signal: AbortSignal.timeout(STATUS_MILLIS),
    });
    const said = await readJson(answer);
    if (!said) return { kind: "unreachable" };
    if (answer.ok && said.status === READY) return { kind: "ready" };
    return { kind: "refused", reason: reasonOf(said, [access.password]) };
  } catch {
    return { kind: "unreachable" };
  }
}

/** Has a PDF signed; the passphrase is sent with it and forgotten. */
export async function signByBsreService(
  access: BsreAccess,
  {
    pdf,
    fileName,
    nik,
    passphrase,
  }: { pdf: Uint8Array<ArrayBuffer>; fileName: string; nik: string; passphrase: string },
): Promise<BsreOutcome> {
  const body = new FormData();
  body.set("file", new Blob([pdf], { type: "application/pdf" }), fileName);
  body.set("nik", nik);
  body.set("passphrase", passphrase);
  body.set("tampilan", "invisible");
  try {
    const answer = await fetch(`${access.address}/api/sign/pdf`, {
      method: "POST",
      headers: headersOf(access),
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(SIGN_MILLIS),
    });
    if (answer.status >= 400 && answer.status < 500) {
      const said = await readJson(answer);
      const secrets = [passphrase, access.password];
      return said ? { kind: "refused", reason: reasonOf(said, secrets) } : { kind: "unknown" };
    }
    return answer.ok ? await readSigned(answer) : { kind: "unknown" };
  } catch {
    return { kind: "unknown" };
  }
}

function headersOf({ user, password }: BsreAccess): Record<string, string> {
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  return { authorization: `Basic ${btoa(String.fromCharCode(...bytes))}` };
}

async function readSigned(answer: Response): Promise<BsreOutcome> {
  const bytes = await readAtMost(answer, MAX_BYTES);
  const isPdf = bytes && new TextDecoder().decode(bytes.subarray(0, 5)) === "%PDF-";
  return isPdf ? { kind: "signed", bytes } : { kind: "unknown" };
}

async function readJson(answer: Response): Promise<Record<string, unknown> | null> {
  try {
    const bytes = await readAtMost(answer, MAX_JSON_BYTES);
    const said: unknown = bytes && JSON.parse(new TextDecoder().decode(bytes));
    return typeof said === "object" && said !== null ? (said as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** What answers may be anybody's machine: no more is read of it than is wanted. Null where it sends more. */
async function readAtMost(answer: Response, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = answer.body?.getReader() as ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>> | undefined;
  const next = async () => (await reader?.read())?.value;
  for (let chunk = await next(); chunk; chunk = await next()) {
    size += chunk.byteLength;
    if (size > most) {
      await reader?.cancel();
      return null;
    }
    chunks.push(chunk);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** What the service says, as one line: without what it was told in secret, and digits in a row that could be a NIK. */
function reasonOf(said: Record<string, unknown>, secrets: readonly string[]): string {
  const text = [said.error, said.message, said.status].find((each) => typeof each === "string") as
    | string
    | undefined;
  const plain = secrets.reduce(
    (left, secret) => (secret ? left.replaceAll(secret, "…") : left),
    text ?? "tanpa keterangan",
  );
  return plain
    .replace(/\d{8,}/g, "…")
    .replace(/\s+/g, " ")
    .slice(0, MAX_REASON);
}
