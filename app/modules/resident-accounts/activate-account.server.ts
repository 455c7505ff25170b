import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { STATUS } from "#app/modules/population/person-rules.ts";
import { SEALED_RESIDENT_FIELDS } from "#app/modules/population/sealed-fields.ts";
import { typedCode } from "#app/modules/receipts/receipt-rules.ts";
import { countAttempt, refuseLocked, unlessLocked } from "#app/platform/attempts.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { newId, sha256Hex } from "#app/platform/ids.ts";
import { networkOf } from "#app/platform/network.ts";
import { write } from "#app/platform/write.ts";
import { signInAttempts } from "#db/village/schema/accounts.ts";
import { residents } from "#db/village/schema/population.ts";
import { residentAccounts, residentSessions, residentSlips } from "#db/village/schema/residents.ts";
import type { ActivateInput } from "./input.ts";
import { hashChosenPin } from "./new-pin.server.ts";
import { requireServiceOn } from "./require-resident-accounts.server.ts";
import { forgetTriesOf, RESIDENT_LIMITS } from "./resident-attempts.server.ts";
import { endResidentSessions, newResidentSession } from "./resident-session.server.ts";
import { isSlipOpen } from "./slip-rules.ts";
import { ACCOUNT_WORDS } from "./words.ts";

/**
 * Opens a resident's account by the slip's code and his NIK, or gives the account that he has a new PIN, and lets him in.
 * A wrong code, another's NIK and a slip that is over get the same answer.
 * @returns the token for the cookie
 * @throws LimitError after too many tries at a code or from an address
 */
export async function activateAccount(
  ctx: VillageCtx,
  input: ActivateInput,
  device: string,
): Promise<string> {
  await requireServiceOn(ctx);
  const found = await findSlip(ctx, input);
  if (!found) throw new FieldError("kode", ACCOUNT_WORDS.wrongSlip);
  const { slip, name, birthDate } = found;
  const place = [ctx.tenant.name, ctx.tenant.slug];
  const passwordHash = await hashChosenPin(input.pin_baru, {
    names: [name, ...place],
    phone: "",
    nik: input.nik,
    birthDate,
  });
  const accountId = found.accountId ?? newId(ctx.now);
  const { token, row } = await newResidentSession(accountId, device, ctx.now);
  const resident = { accountId, sessionId: row.id, residentId: slip.residentId, name };
  await write({ ...ctx, actor: null, resident, submitKey: null }, async ({ tx, audit }) => {
    const at = ctx.now.toISOString();
    const used = await tx
      .update(residentSlips)
      .set({ usedAt: at })
      .where(
        and(eq(residentSlips.id, slip.id), isNull(residentSlips.usedAt), isNull(residentSlips.revokedAt)),
      );
    if (used.rowsAffected === 0) throw new ConflictError(ACCOUNT_WORDS.slipUsed);
    await tx
      .insert(residentAccounts)
      .values({
        id: accountId,
        residentId: slip.residentId,
        passwordHash,
        state: "active",
        createdAt: at,
        updatedAt: at,
      })
      .onConflictDoUpdate({
        target: residentAccounts.residentId,
        set: {
          passwordHash,
          state: "active",
          updatedAt: at,
          version: sql`${residentAccounts.version} + 1`,
        },
        setWhere: sql`${residentAccounts.id} = ${accountId} AND ${residentAccounts.state} <> 'blocked'`,
      });
    const [account] = await tx.select().from(residentAccounts).where(eq(residentAccounts.id, accountId));
    if (account?.passwordHash !== passwordHash) throw new ConflictError(ACCOUNT_WORDS.changed);
    await endResidentSessions(tx, accountId);
    await tx.insert(residentSessions).values(row);
    await audit({
      action: found.accountId ? "resident-account.new-pin" : "resident-account.activate",
      entity: "resident",
      entityId: slip.residentId,
    });
    return null;
  });
  await ctx.db.batch([...forgetTriesOf(ctx, accountId)]);
  return token;
}

async function findSlip(ctx: VillageCtx, input: ActivateInput) {
  const code = typedCode(input.kode) ?? "";
  const codeHash = await sha256Hex(code);
  const indexes = await ctx.keys.indexes(SEALED_RESIDENT_FIELDS.nik.field, input.nik);
  const attempts = { db: ctx.db, table: signInAttempts, now: ctx.now };
  const { account: limit, address } = RESIDENT_LIMITS;
  const place = { subject: sql`${`slip-address:${networkOf(ctx.address)}`}`, limit: address };
  const ofSlip = unlessLocked(attempts, place, sql`${`slip:${codeHash}`}`);
  const [rows, [ofAddress], [ofCode]] = await ctx.db.batch([
    ctx.db
      .select({
        slip: residentSlips,
        name: residents.name,
        birthDate: residents.birthDate,
        accountId: residentAccounts.id,
      })
      .from(residentSlips)
      .innerJoin(residents, eq(residents.id, residentSlips.residentId))
      .leftJoin(residentAccounts, eq(residentAccounts.residentId, residents.id))
      .where(
        and(
          eq(residentSlips.codeHash, codeHash),
          inArray(residents.nikIndex, indexes),
          eq(residents.status, STATUS.here),
        ),
      ),
    countAttempt(attempts, place.subject, address),
    countAttempt(attempts, ofSlip, limit),
  ]);
  refuseLocked(ctx.now, ofAddress, address, ACCOUNT_WORDS.tooMany);
  refuseLocked(ctx.now, ofCode, limit, ACCOUNT_WORDS.tooMany);
  const [found] = rows;
  return found && isSlipOpen(found.slip, ctx.now) ? found : null;
}
