import type { Clock } from "./clock.ts";
import { busyError } from "./errors.ts";

export type WriterLimits = {
  /** How long one waits for the writer before SQLITE_BUSY, in milliseconds. */
  waitMs: number;
  /** How long one may keep the writer while another waits, in milliseconds. */
  holdMs: number;
};

type Turn = { since: number; expire: () => void };
type Waiter = { start: () => void; cancelWait: () => void };

/**
 * One file's writers, one after the other in the order of asking. SQLite has one writer for each file,
 * and the native package would stop the whole process while it waits for the lock.
 */
export class WriterQueue {
  readonly #limits: WriterLimits;
  readonly #clock: Clock;
  #waiters: Waiter[] = [];
  #turn: Turn | undefined;
  #cancelExpiry: (() => void) | undefined;

  constructor(limits: WriterLimits, clock: Clock) {
    this.#limits = limits;
    this.#clock = clock;
  }

  get waiting(): number {
    return this.#waiters.length;
  }

  /**
   * Waits for the writer and returns the function that gives it back. `expire` is called when another
   * waits and it has been kept for holdMs: it should roll back and give it back. Throws SqlError SQLITE_BUSY.
   */
  acquire(expire: () => void): Promise<() => void> {
    return new Promise((resolve, reject) => {
      const start = () => resolve(this.#begin(expire));
      if (!this.#turn) return start();
      const cancelWait = this.#clock.after(this.#limits.waitMs, () => {
        this.#waiters = this.#waiters.filter((each) => each !== waiter);
        reject(busyError());
      });
      const waiter: Waiter = { start, cancelWait };
      this.#waiters.push(waiter);
      this.#planExpiry();
    });
  }

  #begin(expire: () => void): () => void {
    const turn: Turn = { since: this.#clock.now(), expire };
    this.#turn = turn;
    return () => {
      if (this.#turn !== turn) return;
      this.#cancelExpiry?.();
      this.#cancelExpiry = undefined;
      this.#turn = undefined;
      const next = this.#waiters.shift();
      next?.cancelWait();
      next?.start();
      if (this.#waiters.length > 0) this.#planExpiry();
    };
  }

  #planExpiry(): void {
    const turn = this.#turn;
    if (!turn || this.#cancelExpiry) return;
    const left = turn.since + this.#limits.holdMs - this.#clock.now();
    this.#cancelExpiry = this.#clock.after(Math.max(0, left), () => turn.expire());
  }
}
