import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { publicContacts } from "#db/village/schema/portal.ts";
import { getContact } from "./contacts.server.ts";
import type { VersionInput } from "./input.ts";

/** Takes a number from the public list. */
export async function removeContact(ctx: OfficeCtx, id: string, input: VersionInput): Promise<void> {
  requirePermission(ctx, "portal.write");
  await write(ctx, async ({ tx, audit }) => {
    const contact = await getContact(tx, id, input.versi);
    await tx.delete(publicContacts).where(eq(publicContacts.id, id));
    await audit({
      action: "contact.remove",
      entity: "contact",
      entityId: id,
      details: { nama: contact.name },
    });
    return null;
  });
}
