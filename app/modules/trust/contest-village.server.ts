import { and, eq, ne } from "drizzle-orm";
import type { PortalCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import { type InspectedUpload, inspectUpload } from "#app/platform/files/inspect-upload.ts";
import { newId, newToken } from "#app/platform/ids.ts";
import { networkOf } from "#app/platform/network.ts";
import { DAY_MILLIS, HOUR_MILLIS, requireUnderLimit } from "#app/platform/rate-limit.ts";
import { writeDirectory } from "#app/platform/write-directory.ts";
import { claims } from "#db/directory/schema/trust.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { CONTESTS_A_DAY, CONTESTS_AN_HOUR, regencyOf } from "./claim-rules.ts";
import type { ContestInput } from "./input.ts";
import { CONTEST_PREFIX } from "./letter.server.ts";
import { LETTER_RULES } from "./letter-rules.ts";
import { CLAIM_PHONE } from "./sealed-fields.ts";
import { scheduleTrust, wakeTrust } from "./wake-trust.server.ts";
import { TRUST_WORDS } from "./words.ts";

/**
 * Somebody who is not among a village's people says that it is his to run. The village is told and may answer; the
 * kabupaten or an operator decides.
 * @returns id of the claim
 * @throws FieldError at what can be mended; LimitError above the limit of the address or of the village
 */
export async function contestVillage(ctx: PortalCtx, input: ContestInput): Promise<string> {
  await requireUnderLimit(ctx, {
    subject: `contest:${networkOf(ctx.address)}`,
    limit: CONTESTS_AN_HOUR,
    windowMillis: HOUR_MILLIS,
    sentence: TRUST_WORDS.contestLimit,
  });
  const letter = await inspectLetter(input);
  const village = await getContested(ctx, input.kode_desa);
  await requireUnderLimit(ctx, {
    subject: `contested:${village.id}`,
    limit: CONTESTS_A_DAY,
    windowMillis: DAY_MILLIS,
    sentence: TRUST_WORDS.contestFull,
  });
  const id = newId(ctx.now);
  const letterKey = `${CONTEST_PREFIX}${id}/${newToken()}`;
  await ctx.files.put(letterKey, letter.bytes, letter.mediaType);
  const filed = await fileContest(ctx, village, input, { id, letterKey, letterType: letter.mediaType });
  await wakeTrust(ctx, village.id);
  return filed;
}

async function inspectLetter({ berkas }: ContestInput): Promise<InspectedUpload> {
  if (!berkas) throw new FieldError("berkas", TRUST_WORDS.letterMissing);
  return inspectUpload(new Uint8Array(await berkas.arrayBuffer()), LETTER_RULES.accept);
}

async function getContested(ctx: PortalCtx, regionCode: string) {
  const [village] = await ctx.directory
    .select()
    .from(villages)
    .where(and(eq(villages.regionCode, regionCode), ne(villages.state, "erased")));
  if (!village) throw new FieldError("kode_desa", TRUST_WORDS.notTaken);
  return village;
}

/** Bytes that no row names are taken back; a process that dies here leaves them to the sweep of old letters. */
async function fileContest(
  ctx: PortalCtx,
  village: { id: string; regionCode: string },
  input: ContestInput,
  letter: { id: string; letterKey: string; letterType: string },
): Promise<string> {
  try {
    const id = await insertContest(ctx, village, input, letter);
    if (id !== letter.id) await ctx.files.delete(letter.letterKey);
    return id;
  } catch (error) {
    await ctx.files.delete(letter.letterKey);
    throw error;
  }
}

async function insertContest(
  ctx: PortalCtx,
  village: { id: string; regionCode: string },
  input: ContestInput,
  letter: { id: string; letterKey: string; letterType: string },
): Promise<string> {
  const phoneSealed = await ctx.directoryKeys.seal(CLAIM_PHONE, input.telepon);
  const { id: villageId, regionCode } = village;
  // Whoever contests is a stranger, also where a session of somebody above the villages comes along.
  return writeDirectory({ ...ctx, overseer: null }, async ({ tx, audit }) => {
    await tx.insert(claims).values({
      ...letter,
      kind: "contest",
      villageId,
      regionCode,
      basis: "letter",
      name: input.nama,
      position: input.jabatan,
      decree: input.nomor_sk,
      phoneSealed,
      statement: input.pernyataan,
      state: "waiting",
      askedAt: ctx.now.toISOString(),
    });
    await audit({
      action: "claim.contest",
      entity: "claim",
      entityId: letter.id,
      villageId,
      regencyCode: regencyOf(regionCode),
      actorName: input.nama,
    });
    await scheduleTrust(tx, ctx.now, villageId);
    return letter.id;
  });
}
