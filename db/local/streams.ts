import { randomBytes } from "node:crypto";
import { Batons } from "./batons.ts";
import type { Clock } from "./clock.ts";
import { HttpError, ProtocolError, StreamExpiredError } from "./errors.ts";
import type { Session } from "./session.ts";

export type StreamLimits = {
  /** How long a stream may be idle before it is rolled back and closed, in milliseconds. */
  expireMs: number;
  maxPerNamespace: number;
};

/** One client's sequence of requests: its session, and the SQL texts that it stored. */
export type Stream = {
  readonly namespace: string;
  readonly session: Session;
  readonly sqls: Map<number, string>;
  isClosed: boolean;
};

type Entry = {
  stream: Stream;
  turn: bigint;
  state: "busy" | "idle" | "expired";
  cancelTimer: () => void;
};

const EXPIRED_KEPT_MS = 300_000;
const MAX_UINT64 = 2n ** 64n - 1n;

function randomUint64(): bigint {
  return randomBytes(8).readBigUInt64BE();
}

/** The open streams and their batons. A baton is good for one request; the answer carries the next. */
export class Streams {
  readonly #limits: StreamLimits;
  readonly #clock: Clock;
  readonly #batons = new Batons();
  readonly #entries = new Map<bigint, Entry>();
  readonly #ids = new Map<Stream, bigint>();

  constructor(limits: StreamLimits, clock: Clock) {
    this.#limits = limits;
    this.#clock = clock;
  }

  /** Throws HttpError 429 when the namespace has too many streams. */
  open(namespace: string, session: Session): Stream {
    let count = 0;
    for (const open of this.#ids.keys()) if (open.namespace === namespace) count += 1;
    if (count >= this.#limits.maxPerNamespace) throw new HttpError(429, "Too many concurrent requests");
    const stream: Stream = { namespace, session, sqls: new Map(), isClosed: false };
    const id = randomUint64();
    this.#ids.set(stream, id);
    this.#entries.set(id, { stream, turn: randomUint64(), state: "busy", cancelTimer: () => undefined });
    return stream;
  }

  /** Throws ProtocolError for a baton that is forged, used, or another namespace's; or StreamExpiredError. */
  resume(namespace: string, baton: string): Stream {
    const { streamId, turn } = this.#batons.decode(baton);
    const entry = this.#entries.get(streamId);
    if (!entry || entry.stream.namespace !== namespace) throw new ProtocolError("Received an invalid baton");
    if (entry.state === "expired") throw new StreamExpiredError();
    if (entry.state === "busy" || entry.turn !== turn) {
      throw new ProtocolError("Received a baton that has already been used");
    }
    entry.cancelTimer();
    entry.state = "busy";
    entry.turn = entry.turn === MAX_UINT64 ? 0n : entry.turn + 1n;
    return entry.stream;
  }

  /** The baton for the request after the one under way. */
  nextBaton(stream: Stream): string {
    const id = this.#ids.get(stream);
    const entry = id === undefined ? undefined : this.#entries.get(id);
    if (id === undefined || !entry) throw new StreamExpiredError();
    return this.#batons.encode(id, entry.turn);
  }

  /** Ends a request. Returns the baton for the next one, or null when the stream is closed. */
  release(stream: Stream): string | null {
    const id = this.#ids.get(stream);
    const entry = id === undefined ? undefined : this.#entries.get(id);
    if (id === undefined || !entry) return null;
    if (stream.isClosed) {
      this.close(stream);
      return null;
    }
    entry.state = "idle";
    entry.cancelTimer = this.#clock.after(this.#limits.expireMs, () => this.#expire(id, entry));
    return this.#batons.encode(id, entry.turn);
  }

  /** Rolls the stream back and forgets it. */
  close(stream: Stream): void {
    stream.isClosed = true;
    stream.session.close();
    const id = this.#ids.get(stream);
    if (id === undefined) return;
    this.#entries.get(id)?.cancelTimer();
    this.#entries.delete(id);
    this.#ids.delete(stream);
  }

  /** Closes every stream that no request is using. */
  closeIdle(): void {
    for (const { stream, state } of [...this.#entries.values()]) if (state === "idle") this.close(stream);
  }

  /** Closes every stream of one namespace, or of all. */
  closeAll(namespace?: string): void {
    for (const stream of [...this.#ids.keys()]) {
      if (namespace === undefined || stream.namespace === namespace) this.close(stream);
    }
    if (namespace === undefined) for (const entry of this.#entries.values()) entry.cancelTimer();
  }

  #expire(id: bigint, entry: Entry): void {
    entry.state = "expired";
    entry.stream.isClosed = true;
    entry.stream.session.close();
    this.#ids.delete(entry.stream);
    entry.cancelTimer = this.#clock.after(EXPIRED_KEPT_MS, () => this.#entries.delete(id));
  }
}
