import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { areas } from "#db/village/schema/village.ts";
import { parseAreaLines } from "./area-line-rules.ts";
import { type AreaPart, areaKey, areaLabel } from "./area-rules.ts";
import { getArea, listSiblings } from "./areas.server.ts";
import type { RenameAreaInput } from "./input.ts";
import { AREA_WORDS } from "./words.ts";

/** Gives an area another name in its place; the name that the form showed must still be the present one. */
export async function renameArea(ctx: OfficeCtx, input: RenameAreaInput): Promise<AreaPart> {
  requirePermission(ctx, "village.settings");
  return write(ctx, async ({ tx, audit }) => {
    const before = await getArea(tx, input.id);
    if (before.retiredAt) throw new ConflictError(AREA_WORDS.alreadyRetired);
    if (before.name !== input.nama_lama) throw new ConflictError(AREA_WORDS.stale);
    const after = { kind: before.kind, name: readName(before.kind, input.nama) };
    const siblings = await listSiblings(tx, before.parentId);
    const isTaken = siblings.some((each) => each.id !== before.id && areaKey(each) === areaKey(after));
    if (isTaken) throw new FieldError("nama", AREA_WORDS.taken(areaLabel(after)));
    await tx.update(areas).set({ name: after.name }).where(eq(areas.id, before.id));
    const details = { kind: before.kind, from: before.name, to: after.name };
    await audit({ action: "area.rename", entity: "area", entityId: before.id, details });
    return after;
  });
}

/** The name by the same rules as the quick entry: `1` becomes `01`, a dusun needs letters. */
function readName(kind: AreaPart["kind"], text: string): string {
  const isBare = kind !== "dusun" && /^\d/.test(text);
  const { paths } = parseAreaLines(isBare ? `${kind} ${text}` : text);
  const part = paths.length === 1 && paths[0]?.length === 1 ? paths[0][0] : undefined;
  if (part?.kind !== kind) throw new FieldError("nama", AREA_WORDS.badName);
  return part.name;
}
