import { type Dns, DnsError, type DnsType } from "./dns.ts";
import { caaText, hostText, txtText } from "./record-text.ts";

/** Numbers of the kinds (IANA DNS parameters). */
const TYPES: Record<DnsType, number> = { A: 1, CNAME: 5, TXT: 16, AAAA: 28, CAA: 257 };
const NO_ERROR = 0;
const NO_SUCH_NAME = 3;

const PATIENCE_MILLIS = 5000;
const MAX_BYTES = 64 * 1024;
const ACCEPT = "application/dns-json";

interface JsonAnswer {
  Status: number;
  Answer?: { type: number; data: string }[];
}

/**
 * DNS over HTTPS in its JSON form (`application/dns-json`), as public resolvers offer it.
 * @param address of the resolver, such as `https://cloudflare-dns.com/dns-query`
 */
export function createDnsOverHttps(address: string, fetcher: typeof fetch = fetch): Dns {
  return {
    async lookUp(name, type) {
      const url = new URL(address);
      url.searchParams.set("name", name);
      url.searchParams.set("type", type);
      const { Status, Answer = [] } = await ask(url, fetcher);
      if (Status === NO_SUCH_NAME) return null;
      if (Status !== NO_ERROR) throw new DnsError(`status ${Status} for ${type} ${name}`);
      return Answer.filter((record) => record.type === TYPES[type]).map(({ data }) => textOf(type, data));
    },
  };
}

async function ask(url: URL, fetcher: typeof fetch): Promise<JsonAnswer> {
  try {
    const answer = await fetcher(url, {
      headers: { accept: ACCEPT },
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE_MILLIS),
    });
    const text = await answer.text();
    if (!answer.ok || text.length > MAX_BYTES) throw new DnsError(`answered ${answer.status}`);
    const said: unknown = JSON.parse(text);
    if (isJsonAnswer(said)) return said;
    throw new DnsError("answered something else");
  } catch (error) {
    if (error instanceof DnsError) throw error;
    throw new DnsError(error instanceof Error ? error.message : "no answer");
  }
}

function isJsonAnswer(said: unknown): said is JsonAnswer {
  if (typeof said !== "object" || said === null || !("Status" in said)) return false;
  if (typeof said.Status !== "number") return false;
  if (!("Answer" in said) || said.Answer === undefined) return true;
  return (
    Array.isArray(said.Answer) &&
    said.Answer.every((record) => typeof record?.type === "number" && typeof record?.data === "string")
  );
}

function textOf(type: DnsType, data: string): string {
  if (type === "CNAME") return hostText(data);
  if (type === "TXT") return txtText(data);
  return type === "CAA" ? caaText(data) : data.trim().toLowerCase();
}
