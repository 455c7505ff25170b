import { inArray } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { areas, villageProfile } from "#db/village/schema/village.ts";
import { parseAreaLines } from "./area-line-rules.ts";
import { type AreaPart, type AreaPath, areaKey } from "./area-rules.ts";
import type { AddAreasInput } from "./input.ts";
import { AREA_WORDS } from "./words.ts";

type AreaRow = typeof areas.$inferSelect;

const ROWS_A_STATEMENT = 200;

/**
 * Adds the areas that the lines name, with what lies above them. What is there already stays as it is; what was
 * retired comes back.
 * @returns how many were added or came back
 */
export async function addAreas(ctx: OfficeCtx, input: AddAreasInput): Promise<{ count: number }> {
  requirePermission(ctx, "village.settings");
  return write(ctx, async ({ tx, audit }) => {
    const [profile] = await tx.select({ hamletTerm: villageProfile.hamletTerm }).from(villageProfile);
    const { paths, problems } = parseAreaLines(input.baris, profile?.hamletTerm);
    if (problems.length > 0) throw new FieldError("baris", problems.slice(0, 5).join(" "));
    const rows = await tx.select().from(areas);
    refuseSecondRt(rows, paths);
    const { added, revived } = placeAreas(rows, paths, ctx.now);
    const count = added.length + revived.length;
    if (count === 0) throw new FieldError("baris", AREA_WORDS.nothingNew);
    await saveAreas(tx, added, revived);
    await audit({ action: "area.add", entity: "area", entityId: ctx.tenant.villageId, details: { count } });
    return { count };
  });
}

/** What is missing of the paths among the rows. */
function placeAreas(rows: readonly AreaRow[], paths: readonly AreaPath[], now: Date) {
  const known = new Map(rows.map((row) => [placeKey(row.parentId, row), row]));
  const added: AreaRow[] = [];
  const revived = new Set<string>();
  for (const path of paths) {
    let parentId: string | null = null;
    for (const part of path) {
      const found: AreaRow | undefined = known.get(placeKey(parentId, part));
      const row: AreaRow = found ?? {
        ...part,
        id: newId(now),
        parentId,
        createdAt: now.toISOString(),
        retiredAt: null,
      };
      if (!found) added.push(row);
      else if (found.retiredAt) revived.add(found.id);
      known.set(placeKey(parentId, part), row);
      parentId = row.id;
    }
  }
  return { added, revived: [...revived] };
}

/** `Mangsit: RT 01` where Mangsit has RT 01 within an RW: one RT twice, or another one whose RW was left out. */
function refuseSecondRt(rows: readonly AreaRow[], paths: readonly AreaPath[]): void {
  const used = rows.filter((row) => row.retiredAt === null);
  for (const path of paths) {
    const [hamlet, rt] = path;
    if (path.length !== 2 || hamlet?.kind !== "dusun" || rt?.kind !== "rt") continue;
    const home = used.find((row) => row.parentId === null && areaKey(row) === areaKey(hamlet));
    const isThere = used.some((row) => row.parentId === home?.id && areaKey(row) === areaKey(rt));
    const within = used.find((row) => areaKey(row) === areaKey(rt) && rwIn(used, row, home?.id));
    const rw = within && rwIn(used, within, home?.id);
    if (home && rw && !isThere)
      throw new FieldError("baris", AREA_WORDS.elsewhere(rt.name, home.name, rw.name));
  }
}

/** The RW of a dusun that an area lies in. */
function rwIn(rows: readonly AreaRow[], area: AreaRow, hamletId: string | undefined): AreaRow | undefined {
  return rows.find((row) => row.id === area.parentId && row.kind === "rw" && row.parentId === hamletId);
}

function placeKey(parentId: string | null, part: AreaPart): string {
  return `${parentId ?? ""}/${areaKey(part)}`;
}

async function saveAreas(tx: VillageTx, added: AreaRow[], revived: string[]): Promise<void> {
  for (let at = 0; at < added.length; at += ROWS_A_STATEMENT)
    await tx.insert(areas).values(added.slice(at, at + ROWS_A_STATEMENT));
  if (revived.length > 0) await tx.update(areas).set({ retiredAt: null }).where(inArray(areas.id, revived));
}
