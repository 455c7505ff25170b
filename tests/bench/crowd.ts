import { request } from "node:http";

/** One person who comes again and again, from an address of his own. */
export interface Visitor {
  kind: string;
  /** Of 127.0.0.0/8: the front sees it as the client's. */
  address: string;
  everySeconds: number;
  act(turn: number, port: number): Act;
}

export interface Act {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
}

export interface Outcome {
  kind: string;
  /** 0 where there was no answer. */
  status: number;
  millis: number;
}

/** Lets all of them come at their own pace, spread over their interval, until the time is over. */
export async function playCrowd(
  port: number,
  millis: number,
  visitors: readonly Visitor[],
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const until = Date.now() + millis;
  await Promise.all(
    visitors.map(async (visitor) => {
      const interval = visitor.everySeconds * 1000;
      const alike = visitors.filter(({ kind }) => kind === visitor.kind);
      let next = Date.now() + (interval * alike.indexOf(visitor)) / alike.length;
      for (let turn = 0; next < until; turn++, next += interval) {
        await pause(next - Date.now());
        outcomes.push(await ask(port, visitor, visitor.act(turn, port)));
      }
    }),
  );
  return outcomes;
}

const pause = (millis: number) => new Promise((resolve) => setTimeout(resolve, Math.max(0, millis)));

function ask(port: number, { kind, address }: Visitor, act: Act): Promise<Outcome> {
  const begin = performance.now();
  return new Promise((resolve) => {
    const end = (status: number) => resolve({ kind, status, millis: performance.now() - begin });
    const outgoing = request({
      host: "127.0.0.1",
      port,
      localAddress: address,
      method: act.method,
      path: act.path,
      headers: act.headers,
      agent: false,
    });
    outgoing.on("error", () => end(0));
    outgoing.on("response", (answer) => {
      answer.on("error", () => end(0));
      answer.on("end", () => end(answer.statusCode ?? 0));
      answer.resume();
    });
    outgoing.end(act.body);
  });
}

/** `4000 x 200, 12 x 303`: what answers there were. */
export function countUp(outcomes: readonly Outcome[]): string {
  const counts = new Map<number, number>();
  for (const { status } of outcomes) counts.set(status, (counts.get(status) ?? 0) + 1);
  const sorted = [...counts].toSorted(([one], [other]) => one - other);
  return sorted.map(([status, count]) => `${count} x ${status || "no answer"}`).join(", ");
}
