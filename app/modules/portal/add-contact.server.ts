import type { OfficeCtx } from "#app/context.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { publicContacts } from "#db/village/schema/portal.ts";
import { columnsOf, selectContacts } from "./contacts.server.ts";
import type { ContactInput } from "./input.ts";
import { CONTACT_WORDS } from "./words.ts";

/** A public page of a village needs no more; all of them are read with the front page. */
const MOST_CONTACTS = 40;

/** Adds a number at the end of the public list. */
export async function addContact(ctx: OfficeCtx, input: ContactInput): Promise<{ id: string }> {
  requirePermission(ctx, "portal.write");
  return write(ctx, async ({ tx, audit }) => {
    const standing = await selectContacts(tx);
    if (standing.length >= MOST_CONTACTS) throw new ConflictError(CONTACT_WORDS.full);
    const id = newId(ctx.now);
    const position = (standing.at(-1)?.position ?? 0) + 1;
    const row = { id, ...columnsOf(input), position, updatedAt: ctx.now.toISOString() };
    await tx.insert(publicContacts).values(row);
    await audit({ action: "contact.add", entity: "contact", entityId: id, details: { nama: input.nama } });
    return { id };
  });
}
