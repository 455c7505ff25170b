import { and, eq, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { dayIn } from "#app/platform/clock.ts";
import { FieldError } from "#app/platform/errors.ts";
import { requireMaySign, requirePermission } from "#app/platform/require.ts";
import { bsreAddress } from "#app/platform/signing/bsre.ts";
import { type Write, write } from "#app/platform/write.ts";
import { letterNumbers, signingServices } from "#db/village/schema/letters.ts";
import { BSRE_ID, sealBsre } from "./bsre-access.server.ts";
import { HOURS_SETTING, putLetterSetting, SYSTEM_SETTING } from "./letter-settings.server.ts";
import { basisOf, changeBasis, type Numbering } from "./number-rules.ts";
import { NUMBER_WORDS } from "./number-words.ts";
import { getNumbering, NUMBERING_SETTING } from "./numbering.server.ts";
import type { BsreInput, HoursInput, NumberingInput, SystemApprovalInput } from "./settings-input.ts";

/** Sets how letters are numbered. Another basis counts from a year on that has no number yet. */
export async function saveNumbering(ctx: OfficeCtx, input: NumberingInput): Promise<{ fromYear: number }> {
  requirePermission(ctx, "letters.settings");
  return write(ctx, async (writing) => {
    const { tx } = writing;
    const year = Number(dayIn(ctx.tenant.timeZone, ctx.now).slice(0, 4));
    const present = await getNumbering(tx);
    const [begun] = await tx
      .select({ number: letterNumbers.number })
      .from(letterNumbers)
      .where(and(eq(letterNumbers.year, year), sql`state <> 'before'`))
      .limit(1);
    const bases = changeBasis(present, input.seri, year, begun !== undefined);
    const next: Numbering = { bases, format: input.format };
    await save(ctx, writing, { key: NUMBERING_SETTING, value: next, part: "nomor surat" });
    return { fromYear: basisOf(next, year) === input.seri ? year : year + 1 };
  });
}

/** Sets when the office is open. */
export async function saveHours(ctx: OfficeCtx, { hari, buka, tutup }: HoursInput): Promise<void> {
  requirePermission(ctx, "letters.settings");
  const value = { days: hari, opens: buka, closes: tutup };
  await write(ctx, async (writing) =>
    save(ctx, writing, { key: HOURS_SETTING, value, part: "jam layanan surat" }),
  );
}

/** Allows approval in the system, or no longer: who leads the office answers for it. */
export async function saveSystemApproval(ctx: OfficeCtx, input: SystemApprovalInput): Promise<void> {
  requirePermission(ctx, "letters.sign");
  requireMaySign(ctx);
  const value = { isOn: input.nyala, regulation: input.perkades, regulationDate: input.tanggal };
  const part = "persetujuan dalam sistem";
  await write(ctx, async (writing) => save(ctx, writing, { key: SYSTEM_SETTING, value, part }));
}

/** Sets where the e-sign client service answers; user and password are sealed. An empty address turns it off. */
export async function saveBsre(ctx: OfficeCtx, input: BsreInput): Promise<void> {
  requirePermission(ctx, "letters.sign");
  requireMaySign(ctx);
  const address = input.alamat && bsreAddress(input.alamat, ctx.config.environment === "test");
  if (address === null) throw new FieldError("alamat", NUMBER_WORDS.wrongAddress);
  if (address && !input.pengguna) throw new FieldError("pengguna", NUMBER_WORDS.needsPassword);
  if (address && !input.kata_sandi) throw new FieldError("kata_sandi", NUMBER_WORDS.needsPassword);
  await write(ctx, async (writing) => {
    const access = { address, user: input.pengguna, password: input.kata_sandi };
    await writing.tx.delete(signingServices).where(eq(signingServices.id, BSRE_ID));
    if (address) {
      const { sealed } = await sealBsre(ctx, access);
      const row = { id: BSRE_ID, address, accessSealed: sealed, updatedAt: ctx.now.toISOString() };
      await writing.tx.insert(signingServices).values(row);
    }
    return trace(writing, "letters.bsre", "layanan BSrE");
  });
}

async function save(
  ctx: OfficeCtx,
  writing: Write,
  { key, value, part }: { key: string; value: unknown; part: string },
): Promise<null> {
  await putLetterSetting(ctx, writing.tx, key, value);
  return trace(writing, key, part);
}

async function trace({ audit }: Write, key: string, part: string): Promise<null> {
  const details = { bagian: part };
  await audit({ action: "letter-settings.save", entity: "setting", entityId: key, details });
  return null;
}
