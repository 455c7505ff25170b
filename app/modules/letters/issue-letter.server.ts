import { and, eq, isNull } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { dayIn } from "#app/platform/clock.ts";
import { FieldError } from "#app/platform/errors.ts";
import { requireRoom } from "#app/platform/files/quota.ts";
import { newId, newToken } from "#app/platform/ids.ts";
import type { Write } from "#app/platform/write.ts";
import { letterVersions } from "#db/village/schema/letters.ts";
import { LETTER_WORDS } from "./chain-words.ts";
import type { LetterKind } from "./kind-rules.ts";
import type { SignatureKind } from "./letter-paper.server.ts";
import { getLetterSettings } from "./letter-settings.server.ts";
import { basisOf, numberText, seriesOf } from "./number-rules.ts";
import { getNumbering } from "./numbering.server.ts";
import { addStep, type LetterRow, moveLetter } from "./queries.server.ts";
import { chooseSignatory } from "./signatories.server.ts";
import { takeNumber } from "./take-number.server.ts";
import { validUntil } from "./validity-rules.ts";

/** How a letter is to be signed. */
export interface Signing {
  signatureKind: SignatureKind;
  /** Account of who signs; the usual one where null. */
  signerId: string | null;
}

/** Room that a letter's file must find before a number is taken for it. */
const USUAL_BYTES = 200_000;

/**
 * Makes a letter ready for its signature: who signs, number and date, and a frozen form with a token of its own. A letter
 * that has a number keeps it; an earlier form becomes void. The file is made afterwards by `completeVersion`, which may
 * be called again until it is there.
 */
export async function issueLetter(
  ctx: OfficeCtx,
  { tx, audit }: Write,
  letter: LetterRow,
  kind: LetterKind,
  signing: Signing,
): Promise<void> {
  await requireSignatureKind(tx, signing.signatureKind);
  await requireRoom(tx, ctx.tenant, USUAL_BYTES);
  const today = dayIn(ctx.tenant.timeZone, ctx.now);
  const signatory = await chooseSignatory(ctx, tx, today, signing.signerId);
  const numbered = await numberOnce(ctx, tx, letter, kind, today);
  await freeze(ctx, tx, letter.id, signing.signatureKind);
  await moveLetter(ctx, tx, letter, {
    ...numbered,
    state: "waiting",
    waitsFor: "signer",
    returnReason: null,
    signatureKind: signing.signatureKind,
    signerAccountId: signatory.accountId,
    signerName: signatory.name,
    signerTitle: signatory.lines.join("\n"),
  });
  await addStep(ctx, tx, letter.id, "freeze", numbered.numberText);
  await audit({
    action: "letter.issue",
    entity: "letter",
    entityId: letter.id,
    details: { nomor: numbered.numberText, jenis: letter.title, tanda_tangan: signing.signatureKind },
  });
}

async function requireSignatureKind(tx: Write["tx"], kind: SignatureKind): Promise<void> {
  if (kind === "wet") return;
  const { system, bsre } = await getLetterSettings(tx);
  if (kind === "system" && !system?.isOn) throw new FieldError("tanda_tangan", LETTER_WORDS.systemOff);
  if (kind === "bsre" && !bsre) throw new FieldError("tanda_tangan", LETTER_WORDS.bsreOff);
}

type Numbered = Pick<
  LetterRow,
  "series" | "year" | "number" | "numberText" | "letterDate" | "validUntil" | "classification"
>;

async function numberOnce(
  ctx: OfficeCtx,
  tx: Write["tx"],
  letter: LetterRow,
  kind: LetterKind,
  today: string,
): Promise<Numbered> {
  const { series, year, number, numberText: text, letterDate, classification } = letter;
  const until = validUntil(letterDate ?? today, kind.validity);
  if (letterDate !== null)
    return { series, year, number, numberText: text, letterDate, validUntil: until, classification };
  const dated = { letterDate: today, validUntil: until, classification: kind.classification };
  if (!kind.isNumbered) return { ...dated, series: null, year: null, number: null, numberText: null };
  const taken = await numberLetter(ctx, tx, {
    kind: kind.key,
    letterId: letter.id,
    classification: kind.classification,
  });
  return { ...dated, ...taken };
}

/** A number for a letter of today, as the village numbers its letters. Also for official letters out. */
export async function numberLetter(
  ctx: Pick<OfficeCtx, "tenant" | "now">,
  tx: Write["tx"],
  letter: { kind: string; letterId: string; classification: string | null },
): Promise<{ series: string; year: number; number: number; numberText: string }> {
  const day = dayIn(ctx.tenant.timeZone, ctx.now);
  const year = Number(day.slice(0, 4));
  const numbering = await getNumbering(tx);
  const series = seriesOf(basisOf(numbering, year), letter);
  const number = await takeNumber(tx, { series, year, letterId: letter.letterId, now: ctx.now });
  return { series, year, number, numberText: textOf(ctx, numbering.format, { ...letter, number, day }) };
}

/** The text of a number of this village. */
export function textOf(
  ctx: Pick<OfficeCtx, "tenant">,
  format: string,
  {
    kind,
    classification,
    number,
    day,
  }: { kind: string; classification: string | null; number: number; day: string },
): string {
  const villageCode = ctx.tenant.regionCode;
  return numberText(format, { number, day, classification, kindCode: kind.toUpperCase(), villageCode });
}

/** A new form of a letter; the one before it is void from now on. */
async function freeze(
  ctx: OfficeCtx,
  tx: Write["tx"],
  letterId: string,
  signatureKind: SignatureKind,
): Promise<void> {
  const at = ctx.now.toISOString();
  await tx
    .update(letterVersions)
    .set({ voidedAt: at })
    .where(and(eq(letterVersions.letterId, letterId), isNull(letterVersions.voidedAt)));
  await tx.insert(letterVersions).values({
    id: newId(ctx.now),
    letterId,
    token: newToken(),
    signatureKind,
    isTrial: !ctx.tenant.isVerified,
    createdAt: at,
  });
}
