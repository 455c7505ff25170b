import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { templateNames } from "./check-template.ts";
import { listClasses } from "./classes.server.ts";
import type { VillageKind } from "./kind-rules.ts";
import { getKind } from "./kinds.server.ts";
import { ownKindFrom } from "./save-kind.server.ts";

/** What the form of a kind shows; without a key one that the village begins. */
export async function loadKindForm(ctx: OfficeCtx, key: string | null) {
  requirePermission(ctx, "letters.settings");
  const kind: VillageKind = key === null ? ownKindFrom("baru") : await getKind(ctx, ctx.db, key);
  const classes = (await listClasses(ctx.db)).filter(
    ({ code, isOn }) => isOn || code === kind.classification,
  );
  return {
    kind: key === null ? { ...kind, title: "", purpose: "" } : kind,
    classes,
    names: templateNames(kind),
  };
}
