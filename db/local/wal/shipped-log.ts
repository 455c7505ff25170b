import { statSync } from "node:fs";
import type { Database } from "../session.ts";
import { LogFile, type LogState } from "./log-file.ts";
import type { Mark } from "./log-store.ts";

/** Moments that are told apart. */
const MARK_MS = 100;

/** What is known of one database's log: how far it was written, how far it was shipped. Frames count from 1. */
export class ShippedLog {
  readonly name: string;
  readonly database: Database;
  #file: LogFile | undefined;
  #salt: string | undefined;
  #marks: Mark[] = [];
  /** Number of the log within its generation; each emptied log is followed by the next. */
  log = 1;
  /** Last committed frame, and the last of those that lie in the store. */
  written = 0;
  shipped = 0;
  pageSize = 4096;
  generation: { name: string; baseBytes: number; segmentBytes: number; sequence: number } | undefined;
  /** The moment from which the database's file, without its log, is a true state: a base taken now begins there. */
  fileSince: number;
  /** Is a base wanted though nothing was written? */
  isChanged = false;
  /** Rounds of shipping that found nothing new. */
  quietRounds = 0;

  /** @param now a file that seems to be of the future, after a clock was set back, counts as of now */
  constructor(name: string, database: Database, now: number) {
    this.name = name;
    this.database = database;
    this.fileSince = Math.min(Math.floor(statSync(database.path).mtimeMs), now);
  }

  /**
   * Takes over what a killed process left in the log: its commits count as one, made when the log was last written.
   * @returns false where it holds none
   */
  takeLeftover(changedAt: number): boolean {
    const { frames, salt, pageSize } = this.file.state();
    if (frames === 0) return false;
    [this.#salt, this.pageSize, this.written] = [salt, pageSize, frames];
    this.fileSince = changedAt;
    this.#marks = [{ at: changedAt, frame: frames }];
    return true;
  }

  /** The log, held open from now on. */
  get file(): LogFile {
    this.#file ??= new LogFile(this.database.path);
    return this.#file;
  }

  get isHeld(): boolean {
    return this.#file !== undefined;
  }

  get hasUnshipped(): boolean {
    return this.written > this.shipped;
  }

  get needsBase(): boolean {
    return this.generation === undefined && (this.hasUnshipped || this.isChanged);
  }

  /** Lets the log go; the last connection that closes may then take it away. */
  release(): void {
    this.#file?.close();
    this.#file = undefined;
  }

  /** Reads how far the log is written, right after a commit. */
  note(at: number): void {
    const state = this.file.state();
    if (state.frames === 0) return;
    if (state.salt !== this.#salt) this.#beginLog(state);
    if (state.frames === this.written) return;
    this.written = state.frames;
    this.quietRounds = 0;
    this.#mark(at, state.frames);
  }

  /** A log begins anew only where all of the one before is in the database's file. */
  #beginLog(state: LogState): void {
    if (this.hasUnshipped) {
      // It was emptied unshipped: what its commits made can't be told apart any more.
      this.generation = undefined;
      this.fileSince = this.#marks.at(-1)?.at ?? this.fileSince;
    }
    if (this.#salt !== undefined) this.log += 1;
    this.#salt = state.salt;
    this.pageSize = state.pageSize;
    this.written = 0;
    this.shipped = 0;
    this.#marks = [];
  }

  /** One mark in a tenth of a second, so that a busy minute costs little memory. */
  #mark(at: number, frame: number): void {
    const last = this.#marks.at(-1);
    if (last && Math.floor(last.at / MARK_MS) === Math.floor(at / MARK_MS)) this.#marks.pop();
    this.#marks.push({ at, frame });
  }

  /** Marks of frames up to this one. */
  marksUpTo(frame: number): Mark[] {
    return this.#marks.filter((mark) => mark.frame <= frame);
  }

  /** Notes that frames up to this one lie in the store. */
  noteShipped(frame: number): void {
    this.shipped = frame;
    this.#marks = this.#marks.filter((mark) => mark.frame > frame);
  }

  /** The log was emptied into the database's file, which is a true state from `at` on. */
  noteEmptied(at: number): void {
    this.written = 0;
    this.shipped = 0;
    this.#marks = [];
    this.fileSince = at;
  }

  /** The file took in a part of the log: from here on only all of that counts as a state. */
  notePartlyEmptied(): void {
    this.#marks = this.#marks.slice(-1);
  }
}
