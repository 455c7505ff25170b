import type { OfficeCtx } from "#app/context.ts";
import { usualLines } from "#app/platform/letterhead.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { setMark } from "./checklist-marks.server.ts";
import type { SaveLetterheadInput } from "./input.ts";
import { changeProfile, getProfile } from "./profile.server.ts";

/** Saves the kop's lines. Lines that are the usual ones are not stored, so that they follow a change of names. */
export async function saveLetterhead(ctx: OfficeCtx, input: SaveLetterheadInput): Promise<void> {
  requirePermission(ctx, "village.settings");
  await write(ctx, async (work) => {
    const before = await getProfile(work.tx, input.versi);
    const isUsual = input.baris.join("\n") === usualLines(before).join("\n");
    await setMark(work.tx, ctx, "kop", "done");
    await changeProfile(ctx, work, before, "village.save-letterhead", {
      letterheadLines: isUsual ? null : input.baris,
    });
    return null;
  });
}
