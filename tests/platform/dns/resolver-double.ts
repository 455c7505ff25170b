import { createServer, type Server } from "node:http";

/** Records by `TYPE name`; a name that stands nowhere does not exist. */
export type Zone = Record<string, string[]>;

const TYPES: Record<string, number> = { A: 1, CNAME: 5, TXT: 16, AAAA: 28, CAA: 257 };

export interface ResolverDouble {
  address: string;
  zone: Zone;
  /** Answers everything with this status instead, while it is set. */
  breakdown: number | null;
  close(): Promise<void>;
}

/** A resolver on this machine that answers as public ones do: `application/dns-json`, aliases followed. */
export async function startResolver(zone: Zone = {}): Promise<ResolverDouble> {
  const double = { zone, breakdown: null as number | null };
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? "/", "http://resolver");
    if (double.breakdown !== null) return void response.writeHead(double.breakdown).end("<html>");
    if (request.headers.accept !== "application/dns-json") return void response.writeHead(400).end();
    response.writeHead(200, { "content-type": "application/dns-json" });
    response.end(
      JSON.stringify(answer(double.zone, searchParams.get("name") ?? "", searchParams.get("type") ?? "")),
    );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return Object.assign(double, { address: addressOf(server), close: () => close(server) });
}

function answer(zone: Zone, name: string, type: string) {
  const Question = [{ name, type: TYPES[type] }];
  const isKnown = Object.keys(zone).some((key) => key.endsWith(` ${name}`));
  if (!isKnown) return { Status: 3, TC: false, RD: true, RA: true, Question };
  const alias = zone[`CNAME ${name}`]?.[0];
  const own = (zone[`${type} ${name}`] ?? []).map((data) => record(name, type, data));
  if (!alias || type === "CNAME") return { Status: 0, Question, Answer: own };
  const target = alias.toLowerCase().replace(/\.$/, "");
  const followed = (zone[`${type} ${target}`] ?? []).map((data) => record(target, type, data));
  return { Status: 0, Question, Answer: [record(name, "CNAME", alias), ...followed] };
}

function record(name: string, type: string, data: string) {
  return { name, type: TYPES[type], TTL: 300, data };
}

function addressOf(server: Server): string {
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("the resolver has no port");
  return `http://127.0.0.1:${address.port}/dns-query`;
}

function close(server: Server): Promise<void> {
  return new Promise((done) => {
    server.closeAllConnections();
    server.close(() => done());
  });
}
