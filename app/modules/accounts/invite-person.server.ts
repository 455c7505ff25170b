import type { OfficeCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import { newId, newToken, sha256Hex } from "#app/platform/ids.ts";
import { sealValue } from "#app/platform/keys/sealed-field.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { invitations } from "#db/village/schema/accounts.ts";
import { fittingArea } from "./area.server.ts";
import { openContact } from "./contact.server.ts";
import type { InvitePersonInput } from "./input.ts";
import { INVITATION_DAYS, linkExpiry } from "./link-rules.ts";
import { findClash } from "./offices.server.ts";
import { getAccount } from "./position-term.server.ts";
import { INVITATION_PHONE } from "./sealed-fields.ts";
import { changePeople } from "./staff.server.ts";
import { tellLeaders } from "./tell-leaders.server.ts";
import { LINK_WORDS } from "./words.ts";

/** A link just made. Its token is stored nowhere; null where the same form was sent twice. */
export interface MadeLink {
  id: string;
  token: string | null;
}

/** Invites somebody to a position by a link that works once, for 7 days. */
export async function invitePerson(ctx: OfficeCtx, input: InvitePersonInput): Promise<MadeLink> {
  requirePermission(ctx, "people.invite");
  const token = newToken();
  const tokenHash = await sha256Hex(token);
  const phoneSealed = (await sealValue(ctx.keys, INVITATION_PHONE, input.telepon ?? null)).sealed;
  const made = await write(ctx, async ({ tx, audit }) => {
    const id = newId(ctx.now);
    const invitedBy = ctx.actor.accountId;
    await changePeople(ctx, tx, { action: "give", targetId: null }, async () => {
      const own = await openContact(ctx.keys, await getAccount(tx, invitedBy));
      if (input.telepon && own.phone === input.telepon) throw new FieldError("telepon", LINK_WORDS.ownPhone);
      const { jabatan: position, status, mulai: startsOn } = input;
      const clash = await findClash(ctx, tx, { position, status, startsOn, endsOn: null });
      if (clash) throw new FieldError("jabatan", clash);
      await tx.insert(invitations).values({
        id,
        tokenHash,
        name: input.nama,
        phoneSealed,
        position: input.jabatan,
        status: input.status,
        areaId: await fittingArea(tx, input.jabatan, input.wilayah),
        startsOn: input.mulai,
        invitedBy,
        createdAt: ctx.now.toISOString(),
        expiresAt: linkExpiry(ctx.now, INVITATION_DAYS),
      });
    });
    const details = { name: input.nama, position: input.jabatan, status: input.status };
    await tellLeaders(ctx, tx, { kind: "invited", id, by: ctx.actor.name, ...details });
    await audit({ action: "invitation.make", entity: "invitation", entityId: id, details });
    return { id, tokenHash };
  });
  return { id: made.id, token: made.tokenHash === tokenHash ? token : null };
}
