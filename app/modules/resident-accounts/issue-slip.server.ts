import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { STATUS } from "#app/modules/population/person-rules.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { newId, sha256Hex } from "#app/platform/ids.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { residents } from "#db/village/schema/population.ts";
import { residentAccounts, residentSlips } from "#db/village/schema/residents.ts";
import { requireResidentAccounts } from "./require-resident-accounts.server.ts";
import { slipExpiry } from "./slip-rules.ts";
import { newSlipCode } from "./slips.server.ts";
import { ACCOUNT_WORDS } from "./words.ts";

/**
 * Makes a slip by which a resident opens his account, or makes a new PIN for it. An earlier one that is still open counts
 * no more.
 */
export async function issueSlip(ctx: OfficeCtx, residentId: string): Promise<void> {
  requirePermission(ctx, "resident-accounts.manage");
  requireResidentAccounts(ctx);
  const id = newId(ctx.now);
  const code = await newSlipCode(ctx, id);
  await write(ctx, async ({ tx, audit }) => {
    await requireEligible(tx, residentId);
    await tx
      .update(residentSlips)
      .set({ revokedAt: ctx.now.toISOString() })
      .where(
        and(
          eq(residentSlips.residentId, residentId),
          isNull(residentSlips.usedAt),
          isNull(residentSlips.revokedAt),
        ),
      );
    await tx.insert(residentSlips).values({
      id,
      residentId,
      codeHash: await sha256Hex(code),
      createdBy: ctx.actor.accountId,
      createdAt: ctx.now.toISOString(),
      expiresAt: slipExpiry(ctx.now),
    });
    await audit({ action: "resident-account.slip", entity: "resident", entityId: residentId });
    return null;
  });
}

/** Somebody who lives here and is the only one with his NIK; a blocked account is opened first. */
async function requireEligible(tx: VillageTx, residentId: string): Promise<void> {
  const [row] = await tx
    .select({ status: residents.status, nikIndex: residents.nikIndex, state: residentAccounts.state })
    .from(residents)
    .leftJoin(residentAccounts, eq(residentAccounts.residentId, residents.id))
    .where(eq(residents.id, residentId));
  if (!row) throw new NotFoundError();
  if (row.status !== STATUS.here) throw new ConflictError(ACCOUNT_WORDS.notHere);
  if (row.nikIndex === null) throw new ConflictError(ACCOUNT_WORDS.noNik);
  if (row.state === "blocked") throw new ConflictError(ACCOUNT_WORDS.blocked);
  const same = await tx
    .select({ id: residents.id })
    .from(residents)
    .where(
      and(
        inArray(residents.nikIndex, [row.nikIndex]),
        ne(residents.id, residentId),
        eq(residents.status, STATUS.here),
      ),
    )
    .limit(1);
  if (same.length > 0) throw new ConflictError(ACCOUNT_WORDS.sameNik);
}
