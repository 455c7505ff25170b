import { asc, eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { publicContacts } from "#db/village/schema/portal.ts";
import type { ContactInput } from "./input.ts";
import { CONTACT_WORDS } from "./words.ts";

export type ContactRow = typeof publicContacts.$inferSelect;

/** All numbers in the order in which they stand. */
export function selectContacts(db: VillageDb | VillageTx) {
  return db.select().from(publicContacts).orderBy(asc(publicContacts.position), asc(publicContacts.id));
}

/** What a form says of a contact, as columns. */
export function columnsOf({ jenis, nama, nomor, catatan }: ContactInput) {
  return { kind: jenis, name: nama, number: nomor, note: catatan };
}

/** A contact as a form's person saw it. @throws NotFoundError, ConflictError where it was changed since */
export async function getContact(tx: VillageTx, id: string, version: number): Promise<ContactRow> {
  const [contact] = await tx.select().from(publicContacts).where(eq(publicContacts.id, id));
  if (!contact) throw new NotFoundError(CONTACT_WORDS.gone);
  if (contact.version !== version) throw new ConflictError(CONTACT_WORDS.stale);
  return contact;
}

/** One contact for its form. */
export async function loadContact(ctx: OfficeCtx, id: string): Promise<ContactRow> {
  requirePermission(ctx, "portal.read");
  const [contact] = await ctx.db.select().from(publicContacts).where(eq(publicContacts.id, id));
  if (!contact) throw new NotFoundError(CONTACT_WORDS.gone);
  return contact;
}
