import type { OfficeCtx } from "#app/context.ts";
import { reading, readTogether } from "#app/platform/read-together.ts";
import { requirePermission } from "#app/platform/require.ts";
import { templateNames } from "./check-template.ts";
import { classesOf, selectClassRows } from "./classes.server.ts";
import type { VillageKind } from "./kind-rules.ts";
import { kindOf, selectKindRows } from "./kinds.server.ts";
import { ownKindFrom } from "./save-kind.server.ts";

/** What the form of a kind shows; without a key one that the village begins. */
export async function loadKindForm(ctx: OfficeCtx, key: string | null) {
  requirePermission(ctx, "letters.settings");
  const { kinds, all } = await readTogether(ctx.db, {
    kinds: reading([selectKindRows(ctx.db)], ([rows]) => rows),
    all: reading([selectClassRows(ctx.db)], ([rows]) => classesOf(rows)),
  });
  const kind: VillageKind = key === null ? ownKindFrom("baru") : kindOf(kinds, key);
  const classes = all.filter(({ code, isOn }) => isOn || code === kind.classification);
  return {
    kind: key === null ? { ...kind, title: "", purpose: "" } : kind,
    classes,
    names: templateNames(kind),
  };
}
