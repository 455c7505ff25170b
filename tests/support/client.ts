import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from "node:http";

export interface ClientAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  bytes: Buffer;
}

export interface ClientInit {
  method?: string;
  headers?: OutgoingHttpHeaders;
  body?: string | Uint8Array;
}

/** One request to 127.0.0.1 under any Host: fetch resolves no *.localhost and sets no Host. Follows no redirect. */
export function sendRequest(
  port: number,
  host: string,
  path: string,
  init: ClientInit = {},
): Promise<ClientAnswer> {
  return new Promise((resolve, reject) => {
    const { method = "GET", body } = init;
    const headers = Object.fromEntries(
      Object.entries(init.headers ?? {}).filter(([, value]) => value !== undefined),
    );
    const isChunked = "transfer-encoding" in headers;
    const length = body === undefined || isChunked ? {} : { "content-length": Buffer.byteLength(body) };
    const outgoing = request({
      host: "127.0.0.1",
      port,
      path,
      method,
      agent: false,
      headers: { host, ...length, ...headers },
    });
    outgoing.on("error", reject);
    outgoing.on("response", (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () => {
        const bytes = Buffer.concat(chunks);
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          text: bytes.toString("utf8"),
          bytes,
        });
      });
    });
    outgoing.end(body);
  });
}

type FormValue = string | string[] | File;

/** A visitor without a browser: keeps cookies, sends forms as a browser without script does. */
export class BrowserlessClient {
  readonly cookies = new Map<string, string>();
  readonly host: string;
  readonly #port: number;

  constructor(port: number, host: string) {
    this.#port = port;
    this.host = host;
  }

  get(path: string, headers: OutgoingHttpHeaders = {}): Promise<ClientAnswer> {
    return this.#send(path, { headers });
  }

  /** Sends a form from a page of the same host; a File makes it multipart, with the file last. */
  async post(
    path: string,
    fields: Record<string, FormValue>,
    headers: OutgoingHttpHeaders = {},
  ): Promise<ClientAnswer> {
    const { type, body } = await encodeForm(fields);
    const origin = `http://${this.host}`;
    return this.#send(path, {
      method: "POST",
      body,
      headers: { "content-type": type, origin, "sec-fetch-site": "same-origin", ...headers },
    });
  }

  /** Opens the page, takes its form's hidden fields (submit key, next) and sends them with `fields`. */
  async submit(path: string, fields: Record<string, FormValue>, action?: string): Promise<ClientAnswer> {
    const page = await this.get(path);
    if (page.status !== 200) throw new Error(`${path} answered ${page.status}`);
    return this.post(action ?? path, { ...hiddenFields(page.text), ...fields });
  }

  /** @throws Error where the village does not let this person in */
  async signIn(identitas: string, kataSandi: string): Promise<void> {
    const answer = await this.submit("/masuk", { identitas, kata_sandi: kataSandi });
    if (answer.status !== 303) throw new Error(`sign-in as ${identitas} answered ${answer.status}`);
  }

  async #send(path: string, init: ClientInit): Promise<ClientAnswer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { ...(cookie ? { cookie } : {}), ...init.headers };
    const answer = await sendRequest(this.#port, this.host, path, { ...init, headers });
    for (const line of answer.headers["set-cookie"] ?? []) this.#keep(line);
    return answer;
  }

  #keep(line: string): void {
    const [pair = "", ...attributes] = line.split(";");
    const [name = "", ...value] = pair.split("=");
    const isGone = attributes.some((each) => /^\s*max-age=0$/i.test(each));
    if (isGone) this.cookies.delete(name.trim());
    else this.cookies.set(name.trim(), value.join("="));
  }
}

async function encodeForm(
  fields: Record<string, FormValue>,
): Promise<{ type: string; body: string | Uint8Array }> {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((each) => [name, each] as [string, string | File]),
  );
  if (!pairs.some(([, value]) => value instanceof File)) {
    return {
      type: "application/x-www-form-urlencoded",
      body: new URLSearchParams(pairs as [string, string][]).toString(),
    };
  }
  const form = new FormData();
  const filesLast = pairs.sort((a, b) => Number(a[1] instanceof File) - Number(b[1] instanceof File));
  for (const [name, value] of filesLast) form.append(name, value);
  const encoded = new Response(form);
  return {
    type: encoded.headers.get("content-type") ?? "",
    body: new Uint8Array(await encoded.arrayBuffer()),
  };
}

/** Hidden fields of the first form of a page that has any. */
export function hiddenFields(html: string): Record<string, string> {
  const inputs = html.match(/<input[^>]*type="hidden"[^>]*>/g) ?? [];
  const read = (input: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(input)?.[1] ?? "";
  return Object.fromEntries(inputs.map((input) => [read(input, "name"), unescapeHtml(read(input, "value"))]));
}

function unescapeHtml(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
