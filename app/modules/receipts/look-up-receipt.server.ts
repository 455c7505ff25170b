import { and, eq, gt } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { brandReading, loadBrand } from "#app/modules/village/public-frame.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { sha256Hex } from "#app/platform/ids.ts";
import { networkOf } from "#app/platform/network.ts";
import { requireUnderLimit } from "#app/platform/rate-limit.ts";
import { reading, readTogether } from "#app/platform/read-together.ts";
import type { GivenRating } from "#app/platform/receipt-subject.ts";
import { receiptSubjects } from "#app/registry.server.ts";
import { receiptCodes } from "#db/village/schema/residents.ts";
import { typedCode } from "./receipt-rules.ts";
import { RECEIPT_WORDS } from "./words.ts";

const WINDOW_MILLIS = 10 * 60_000;
/** A village behind one address looks up many; guessing one of 50 bits takes more than this. */
const LOOKUPS_A_WINDOW = 300;

/**
 * What anybody may know of the request whose code he holds, with the top of its page.
 * @returns no story for a code that no request has, or has any more
 */
export async function lookUpReceipt(ctx: VillageCtx, typed: string) {
  if (!typed) return { story: null, ...(await loadBrand(ctx)) };
  const { brand, found } = await findRequest(ctx, typed);
  return { brand, story: found ? await found.subject.read(ctx, found.subjectId) : null };
}

/** Rates the service that the holder of a code was given, once. */
export async function rateByReceipt(ctx: VillageCtx, typed: string, rating: GivenRating): Promise<void> {
  const { found } = await findRequest(ctx, typed);
  if (!found?.subject.rate) throw new NotFoundError(RECEIPT_WORDS.unknown);
  await found.subject.rate(ctx, found.subjectId, rating);
}

async function findRequest(ctx: VillageCtx, typed: string) {
  await requireUnderLimit(ctx, {
    subject: `receipt:${networkOf(ctx.address)}`,
    limit: LOOKUPS_A_WINDOW,
    windowMillis: WINDOW_MILLIS,
    sentence: RECEIPT_WORDS.tooMany,
  });
  const codeHash = await sha256Hex(typedCode(typed) ?? "");
  const { brand, row } = await readTogether(ctx.db, {
    brand: brandReading(ctx),
    row: reading(
      [
        ctx.db
          .select()
          .from(receiptCodes)
          .where(and(eq(receiptCodes.codeHash, codeHash), gt(receiptCodes.expiresAt, ctx.now.toISOString()))),
      ],
      ([[found]]) => found,
    ),
  });
  const subject = row && receiptSubjects.find(({ kind }) => kind === row.subject);
  return { brand: await brand, found: subject ? { subject, subjectId: row.subjectId } : null };
}
