import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { refuseSecondHeads } from "./apply-rows.server.ts";
import type { ApplyInput } from "./input.ts";
import { getImport, requireMove } from "./queries.server.ts";
import { countsOf, planOf, type SecondHead } from "./state-rules.ts";
import { requireTermsOfForm } from "./terms.server.ts";
import { wakeImport } from "./wake-import.server.ts";
import { IMPORT_WORDS } from "./words.ts";

/** Lets a checked import into the register; the job does it. Nothing is done with a second head that nobody decided. */
export async function startApplying(ctx: OfficeCtx, id: string, input: ApplyInput): Promise<void> {
  requirePermission(ctx, "population.import");
  await write(ctx, async ({ tx, audit }) => {
    const found = await getImport(tx, id);
    const counts = countsOf(found.counts);
    if (counts.new + counts.changed === 0) throw new ConflictError(IMPORT_WORDS.nothingToApply);
    const secondHead = choiceOf(input);
    if (counts.secondHeads > 0 && secondHead === null)
      throw new FieldError("kepala_kedua", IMPORT_WORDS.secondHeadMissing);
    await requireTermsOfForm(ctx, tx);
    const mapping = { ...planOf(found.mapping), secondHead };
    await requireMove(tx, found, ["checked"], { state: "applying", progress: 0, mapping }, ctx.now);
    if (secondHead === "refuse") await refuseSecondHeads(tx, id);
    await audit({
      action: "resident-import.apply",
      entity: "resident_import",
      entityId: id,
      details: { berkas: found.fileName, baru: counts.new, berubah: counts.changed },
    });
    return null;
  });
  await wakeImport(ctx);
}

function choiceOf({ kepala_kedua }: ApplyInput): SecondHead {
  if (kepala_kedua === undefined) return null;
  return kepala_kedua === "buang" ? "refuse" : Number(kepala_kedua);
}
