import { eq } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { brandReading } from "#app/modules/village/public-frame.server.ts";
import { dayIn } from "#app/platform/clock.ts";
import { networkOf } from "#app/platform/network.ts";
import { requireUnderLimit } from "#app/platform/rate-limit.ts";
import { reading, readTogether } from "#app/platform/read-together.ts";
import { letters, letterVersions } from "#db/village/schema/letters.ts";
import { maskedName, outcomeOf } from "./check-rules.ts";

const WINDOW_MILLIS = 10 * 60_000;
/** A bank's counter, or a town behind one address, checks many; guessing one of 160 bits takes more than this. */
const CHECKS_A_WINDOW = 300;

/**
 * What anybody may know of a letter whose code he holds: before it is signed only that it is not; afterwards what he
 * compares with the paper. Never an identifier.
 * @returns no check for a code that no letter has; the top of the page comes in the same round trip
 */
export async function checkLetter(ctx: VillageCtx, token: string) {
  await requireUnderLimit(ctx, {
    subject: `letter-check:${networkOf(ctx.address)}`,
    limit: CHECKS_A_WINDOW,
    windowMillis: WINDOW_MILLIS,
    sentence: (minutes) => `Terlalu banyak pemeriksaan dari jaringan ini. Coba lagi ${minutes} menit lagi.`,
  });
  const { row, brand } = await readTogether(ctx.db, {
    brand: brandReading(ctx),
    row: reading(
      [
        ctx.db
          .select({ letter: letters, version: letterVersions })
          .from(letterVersions)
          .innerJoin(letters, eq(letters.id, letterVersions.letterId))
          .where(eq(letterVersions.token, token)),
      ],
      ([[found]]) => found ?? null,
    ),
  });
  return { brand: await brand, check: row && checkOf(ctx, row) };
}

function checkOf(
  ctx: VillageCtx,
  { letter, version }: { letter: typeof letters.$inferSelect; version: typeof letterVersions.$inferSelect },
) {
  const today = dayIn(ctx.tenant.timeZone, ctx.now);
  const outcome = outcomeOf({ ...version, validUntil: letter.validUntil }, today);
  if (version.signedAt === null) return { outcome, facts: null };
  return {
    outcome,
    facts: {
      title: letter.title,
      numberText: letter.numberText,
      letterDate: letter.letterDate,
      validUntil: letter.validUntil,
      signerName: letter.signerName,
      signerTitle: letter.signerTitle?.replaceAll("\n", " ") ?? null,
      name: maskedName(letter.personName),
      signatureKind: version.signatureKind,
    },
  };
}

export type LetterCheck = Awaited<ReturnType<typeof checkLetter>>["check"];
