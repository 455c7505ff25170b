import type { OfficeCtx } from "#app/context.ts";
import { dayIn } from "#app/platform/clock.ts";
import { FieldError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { numberBlocks } from "#db/village/schema/letters.ts";
import type { ReserveBlockInput } from "./block-input.ts";
import { getKind } from "./kinds.server.ts";
import { BOOK_SERIES_KEY, basisOf, seriesOf } from "./number-rules.ts";
import { NUMBER_WORDS } from "./number-words.ts";
import { getNumbering } from "./numbering.server.ts";
import { takeBlock } from "./take-number.server.ts";

/** Sets the next numbers aside for letters that are written by hand while there is no power. */
export async function reserveBlock(ctx: OfficeCtx, input: ReserveBlockInput): Promise<{ id: string }> {
  requirePermission(ctx, "letters.serve");
  return write(ctx, async ({ tx, audit }) => {
    const year = Number(dayIn(ctx.tenant.timeZone, ctx.now).slice(0, 4));
    const basis = basisOf(await getNumbering(tx), year);
    if (basis !== "book" && !input.jenis) throw new FieldError("jenis", NUMBER_WORDS.needsKind);
    const kind = input.jenis ? await getKind(ctx, tx, input.jenis) : null;
    const series =
      basis === "book" || !kind
        ? BOOK_SERIES_KEY
        : seriesOf(basis, { kind: kind.key, classification: kind.classification });
    const id = newId(ctx.now);
    const run = await takeBlock(tx, { series, year, count: input.jumlah, blockId: id, now: ctx.now });
    await tx.insert(numberBlocks).values({
      ...{ id, series, year, fromNumber: run.from, toNumber: run.to },
      reason: input.alasan,
      createdBy: ctx.actor.accountId,
      createdAt: ctx.now.toISOString(),
    });
    await audit({
      action: "number-block.reserve",
      entity: "number-block",
      entityId: id,
      details: { dari: run.from, sampai: run.to },
    });
    return { id };
  });
}
