import type { SQL } from "drizzle-orm";
import type { OfficeCtx, VillageCtx } from "#app/context.ts";
import type { Reading } from "../read-together.ts";
import type { Write } from "../write.ts";

/** Id of a person, or a subquery of it in parentheses: a page then reads all that it shows in one round trip. */
export type PersonId = string | SQL;

/** Somebody whose data the village holds. */
export interface KnownPerson {
  id: string;
  name: string;
  /** What tells him from others of the name: position, hamlet. Never an identifier. */
  meta: string;
  /** Where his data is looked at and mended. */
  href: string;
}

/** A kind of person, as the module declares it that keeps the register of them. */
export interface PersonKind {
  /** `account`: stands in requests and in the access log, so it never changes. */
  subject: string;
  /** `Perangkat desa dan mitra` */
  name: string;
  /** Where a wrong entry is mended, as a sentence for the official. */
  howToCorrect: string;
  /** Persons whose name holds the text, at most `limit`. */
  find(ctx: OfficeCtx, text: string, limit: number): Reading<KnownPerson[]>;
  get(ctx: OfficeCtx, id: PersonId): Reading<KnownPerson | null>;
}

/** Part of the file that a person gets. */
export interface HeldSection {
  title: string;
  /** Why it is held, in a sentence. */
  purpose: string;
  facts: readonly { label: string; value: string }[];
  /** How many further entries there are that the file leaves out. */
  leftOut?: number;
}

/** What would become of one kind of data if its person asked for deletion. */
export interface Fate {
  what: string;
  /** Removed when the request is granted, or stays. */
  isRemoved: boolean;
  /** Why it stays, or what is lost with it. */
  reason: string;
}

/** What one module holds on persons of a kind; app/registry.server.ts lists all. */
export interface PersonData {
  subject: string;
  /** Everything, in the clear: whoever calls has checked the permission and writes the access log. */
  read(ctx: OfficeCtx, id: PersonId): Reading<Promise<HeldSection[]>>;
  fates(ctx: OfficeCtx, id: PersonId): Reading<Fate[]>;
  /**
   * Removes what `fates` says goes, in the transaction of the answer; after a restore brought it back, once more by a job.
   * Finds done work done.
   * @returns what was removed, in words for the record; empty where nothing was left
   */
  remove(ctx: VillageCtx, write: Write, personId: string): Promise<string[]>;
}
