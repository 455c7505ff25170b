import type { OfficeCtx } from "#app/context.ts";
import type { Reading } from "./read-together.ts";
import type { Write } from "./write.ts";

/** Something that somebody who leaves still has in hand. */
export interface HandoverItem {
  key: string;
  href: string;
  title: string;
  /** What becomes of it. */
  meta: string;
}

/** Who hands over to whom. */
export interface Handover {
  fromId: string;
  toId: string;
  /** Name of the successor, for the record. */
  toName: string;
  note: string;
}

/** What one module adds to the handover of an official's work; app/registry.server.ts lists all. */
export interface HandoverPart {
  read(ctx: OfficeCtx, accountId: string): Reading<HandoverItem[]>;
  /**
   * Gives all of it to the successor, in the transaction of the handover.
   * @returns how many things changed hands
   */
  handOver(ctx: OfficeCtx, write: Write, handover: Handover): Promise<number>;
}
