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
const MAX_REASON = 200;
/** What the service says of somebody whose certificate works. */
const READY = "ISSUE";
const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * The service's address without a path's end, or null where it may not be asked: https alone, plain http only to the own
 * machine in tests; no user, no query.
 */
export function bsreAddress(text: string, isTest: boolean): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isLocalTest = isTest && url.protocol === "http:" && LOOPBACK.test(url.hostname);
  if (url.protocol !== "https:" && !isLocalTest) return null;
  if (url.username || url.password || url.search || url.hash) return null;
  if (url.protocol === "https:" && LOOPBACK.test(url.hostname)) return null;
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
    return { kind: "refused", reason: reasonOf(said) };
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
      return said ? { kind: "refused", reason: reasonOf(said) } : { kind: "unknown" };
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
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const isPdf = new TextDecoder().decode(bytes.subarray(0, 5)) === "%PDF-";
  return isPdf && bytes.byteLength <= MAX_BYTES ? { kind: "signed", bytes } : { kind: "unknown" };
}

async function readJson(answer: Response): Promise<Record<string, unknown> | null> {
  try {
    const said: unknown = await answer.json();
    return typeof said === "object" && said !== null ? (said as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** What the service says, as one line; digits in a row that could be a NIK are left out. */
function reasonOf(said: Record<string, unknown>): string {
  const text = [said.error, said.message, said.status].find((each) => typeof each === "string") as
    | string
    | undefined;
  return (text ?? "tanpa keterangan")
    .replace(/\d{8,}/g, "…")
    .replace(/\s+/g, " ")
    .slice(0, MAX_REASON);
}
