import type { OfficeCtx } from "#app/context.ts";
import { openContact } from "#app/modules/accounts/contact.server.ts";
import { getAccount } from "#app/modules/accounts/position-term.server.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { requirePermission } from "#app/platform/require.ts";
import { writeDirectory } from "#app/platform/write-directory.ts";
import { claims } from "#db/directory/schema/trust.ts";
import { regencyOf } from "./claim-rules.ts";
import { directoryWriterOf } from "./directory-writer.server.ts";
import type { AskByLetterInput } from "./input.ts";
import { attachLetter, type KeptLetter } from "./letter.server.ts";
import { getVillage, needsDecision, selectWaitingClaims } from "./queries.server.ts";
import { CLAIM_PHONE } from "./sealed-fields.ts";
import { TRUST_WORDS } from "./words.ts";

/**
 * Asks for verification by a letter that a person of the kabupaten or an operator reads. One at a time.
 * @throws ConflictError where one waits already or the village is verified
 */
export async function askByLetter(ctx: OfficeCtx, input: AskByLetterInput): Promise<void> {
  requirePermission(ctx, "village.settings");
  if (!input.berkas) throw new FieldError("berkas", TRUST_WORDS.letterMissing);
  await requireNoneWaits(ctx);
  const account = await getAccount(ctx.db, ctx.actor.accountId);
  const { phone } = await openContact(ctx.keys, account);
  if (!phone) throw new FieldError("", TRUST_WORDS.noPhone);
  const phoneSealed = await ctx.directoryKeys.seal(CLAIM_PHONE, phone);
  // Two databases: the village's file first, the claim under an id that a second try finds again.
  const letter = await attachLetter(ctx, input.berkas, { id: newId(ctx.now), action: "claim.ask" });
  await fileClaim(ctx, input, { ...letter, name: account.name, phoneSealed });
}

async function requireNoneWaits(ctx: OfficeCtx): Promise<void> {
  const { trust } = await getVillage(ctx.directory, ctx.tenant.villageId);
  if (trust === "verified") throw new ConflictError(TRUST_WORDS.alreadyVerified);
  if (ctx.submitKey) return;
  const waiting = await selectWaitingClaims(ctx.directory, ctx.tenant.villageId);
  if (waiting.some(isLetter)) throw new ConflictError(TRUST_WORDS.letterWaits);
}

function isLetter(claim: Parameters<typeof needsDecision>[0]): boolean {
  return needsDecision(claim) && claim.kind === "verification";
}

async function fileClaim(
  ctx: OfficeCtx,
  input: AskByLetterInput,
  { id, storageKey, mediaType, ...asked }: KeptLetter & { name: string; phoneSealed: string },
): Promise<void> {
  const { villageId, regionCode } = ctx.tenant;
  await writeDirectory({ ...directoryWriterOf(ctx), submitKey: null }, async ({ tx, audit }) => {
    const waiting = await selectWaitingClaims(tx, villageId);
    if (waiting.some((claim) => claim.id !== id && isLetter(claim)))
      throw new ConflictError(TRUST_WORDS.letterWaits);
    await tx
      .insert(claims)
      .values({
        ...asked,
        id,
        kind: "verification",
        villageId,
        regionCode,
        basis: "letter",
        position: ctx.actor.positions[0]?.position ?? "",
        decree: input.nomor_sk,
        statement: input.keterangan || null,
        letterKey: storageKey,
        letterType: mediaType,
        state: "waiting",
        askedAt: ctx.now.toISOString(),
      })
      .onConflictDoNothing();
    await audit({
      action: "claim.ask",
      entity: "claim",
      entityId: id,
      villageId,
      regencyCode: regencyOf(regionCode),
      actorName: ctx.actor.name,
      details: { basis: "letter" },
    });
    return id;
  });
}
