import { and, eq, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { openContact } from "#app/modules/accounts/contact.server.ts";
import { getAccount } from "#app/modules/accounts/position-term.server.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { DAY_MILLIS, requireUnderLimit } from "#app/platform/rate-limit.ts";
import { requirePermission } from "#app/platform/require.ts";
import { type DirectoryWrite, writeDirectory } from "#app/platform/write-directory.ts";
import { claims } from "#db/directory/schema/trust.ts";
import { LIST_TRIES_A_DAY, regencyOf } from "./claim-rules.ts";
import { directoryWriterOf } from "./directory-writer.server.ts";
import type { AskByListInput } from "./input.ts";
import { matchListClaims } from "./match-claims.server.ts";
import { getVillage } from "./queries.server.ts";
import { CLAIM_PHONE } from "./sealed-fields.ts";
import { wakeTrust } from "./wake-trust.server.ts";
import { TRUST_WORDS } from "./words.ts";

/**
 * Asks to be found in the kabupaten's list by the own name and phone and a typed decree. Who is found verifies his
 * village at once; who is not waits for the next list.
 * @throws FieldError with one sentence for whatever does not agree; LimitError after some tries of the village
 */
export async function askByList(ctx: OfficeCtx, input: AskByListInput): Promise<void> {
  requirePermission(ctx, "village.settings");
  await requireUnderLimit(ctx, {
    subject: `list:${ctx.tenant.villageId}`,
    limit: LIST_TRIES_A_DAY,
    windowMillis: DAY_MILLIS,
    sentence: TRUST_WORDS.listTries,
  });
  const account = await getAccount(ctx.db, ctx.actor.accountId);
  const { phone } = await openContact(ctx.keys, account);
  if (!phone) throw new FieldError("", TRUST_WORDS.noPhone);
  const phoneSealed = await ctx.directoryKeys.seal(CLAIM_PHONE, phone);
  const village = await writeDirectory(directoryWriterOf(ctx), async (write) => {
    const { id, regionCode, trust } = await getVillage(write.tx, ctx.tenant.villageId);
    if (trust === "verified") throw new ConflictError(TRUST_WORDS.alreadyVerified);
    await keepAsked(write, ctx, { decree: input.nomor_sk, name: account.name, phoneSealed });
    return { id, regionCode };
  });
  const isFound = await matchListClaims(
    { ...directoryWriterOf(ctx), directoryKeys: ctx.directoryKeys },
    village,
  );
  // The same form a second time finds what the first has done.
  const isVerified = isFound || (await getVillage(ctx.directory, village.id)).trust === "verified";
  if (!isVerified) throw new FieldError("nomor_sk", TRUST_WORDS.notListed);
  await wakeTrust(ctx, village.id);
}

/** One wish for each person of a village: his latest words count. */
async function keepAsked(
  { tx, audit }: DirectoryWrite,
  ctx: OfficeCtx,
  asked: { decree: string; name: string; phoneSealed: string },
): Promise<void> {
  const { villageId, regionCode } = ctx.tenant;
  const isOwn = and(
    eq(claims.villageId, villageId),
    eq(claims.basis, "list"),
    eq(claims.state, "waiting"),
    eq(claims.name, asked.name),
  );
  const [kept] = await tx
    .update(claims)
    .set({ ...asked, askedAt: ctx.now.toISOString(), version: sql`${claims.version} + 1` })
    .where(isOwn)
    .returning({ id: claims.id });
  const id = kept?.id ?? newId(ctx.now);
  if (!kept)
    await tx.insert(claims).values({
      ...asked,
      id,
      kind: "verification",
      villageId,
      regionCode,
      basis: "list",
      position: ctx.actor.positions[0]?.position ?? "",
      state: "waiting",
      askedAt: ctx.now.toISOString(),
    });
  await audit({
    action: "claim.ask",
    entity: "claim",
    entityId: id,
    villageId,
    regencyCode: regencyOf(regionCode),
    actorName: ctx.actor.name,
    details: { basis: "list" },
  });
}
