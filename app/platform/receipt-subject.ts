import type { VillageCtx } from "#app/context.ts";
import type { receiptCodes } from "#db/village/schema/residents.ts";

/** What a code on paper may stand for. */
export type ReceiptKind = (typeof receiptCodes.$inferSelect)["subject"];

/** What anybody who holds a code reads of one request: never a name, an identifier, or what whoever asked wrote. */
export interface ReceiptStory {
  /** What was asked for, e.g. `Surat Keterangan Domisili`. */
  title: string;
  /** Where it stands, as a sentence for whoever asked. */
  state: string;
  tone: "info" | "success" | "warning" | "danger";
  askedAt: string;
  /** Until when it is promised: an instant, or a day; null where nothing is promised any more. */
  promised: string | null;
  /** What the office answered, where that is all that was asked for. */
  answer?: string | null;
  /** What was done, newest first: at an instant, or on a day. */
  steps: { what: string; at: string }[];
  /** May the service be rated by this code now? */
  mayRate: boolean;
}

/** A rating as the page sends it: 1 (poor) to 4 (very good). */
export interface GivenRating {
  score: number;
  comment: string | null;
}

/** How one kind of request is read by its code; app/registry.server.ts lists all. */
export interface ReceiptSubject {
  kind: ReceiptKind;
  /** Null where the record is gone or is none that the public follows. */
  read(ctx: VillageCtx, id: string): Promise<ReceiptStory | null>;
  /** Takes a rating, once. @throws ConflictError where it was given already, or nothing was handed over yet */
  rate?(ctx: VillageCtx, id: string, rating: GivenRating): Promise<void>;
}
