import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { publicContacts } from "#db/village/schema/portal.ts";
import { columnsOf, getContact } from "./contacts.server.ts";
import type { SaveContactInput } from "./input.ts";

/** Changes a number of the public list. */
export async function saveContact(ctx: OfficeCtx, id: string, input: SaveContactInput): Promise<void> {
  requirePermission(ctx, "portal.write");
  await write(ctx, async ({ tx, audit }) => {
    const contact = await getContact(tx, id, input.versi);
    const next = { updatedAt: ctx.now.toISOString(), version: contact.version + 1 };
    await tx
      .update(publicContacts)
      .set({ ...columnsOf(input), ...next })
      .where(eq(publicContacts.id, id));
    await audit({ action: "contact.save", entity: "contact", entityId: id, details: { nama: input.nama } });
    return null;
  });
}
