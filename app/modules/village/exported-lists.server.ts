import { exportedList } from "#app/platform/export/exported-list.ts";
import { type AreaRow, selectAreas } from "./areas.server.ts";

type Placed = { dusun: string | null; rw: string | null; rt: string | null };

/** Dusun, RW and RT in use, a line for each. */
export const villageLists = [
  exportedList<Placed>({
    ...{ key: "wilayah", title: "Wilayah", page: "/kantor/pengaturan/wilayah", module: null },
    ...{ permission: "village.settings", access: null },
    columns: [
      { header: "Dusun", width: 30, cell: ({ dusun }) => dusun },
      { header: "RW", width: 8, cell: ({ rw }) => rw },
      { header: "RT", width: 8, cell: ({ rt }) => rt },
    ],
    read: async (ctx) => {
      const rows = await selectAreas(ctx.db);
      const order = (a: string | null, b: string | null) => (a ?? "").localeCompare(b ?? "", "id");
      const placed = rows.map((row) => placeOf(row, rows));
      placed.sort((a, b) => order(a.dusun, b.dusun) || order(a.rw, b.rw) || order(a.rt, b.rt));
      return { rows: placed, next: null };
    },
  }),
];

/** An area with those that it lies in. */
function placeOf(area: AreaRow, all: readonly AreaRow[]): Placed {
  const placed: Placed = { dusun: null, rw: null, rt: null };
  let at: AreaRow | undefined = area;
  for (let steps = 0; at && steps < 3; steps++) {
    placed[at.kind] = at.name;
    const parentId: string | null = at.parentId;
    at = all.find(({ id }) => id === parentId);
  }
  return placed;
}
