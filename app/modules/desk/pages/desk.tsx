import { useLoaderData } from "react-router";
import { checklistFrom, selectChecklist } from "#app/modules/village/checklist.server.ts";
import { ChecklistPanel } from "#app/modules/village/components/checklist-panel.tsx";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { isModuleOn, MODULES } from "#app/registry.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { ModuleTiles } from "../components/module-tiles.tsx";

export const loader = officeLoader(async ({ ctx, frame }) => {
  const { permissions } = ctx.actor;
  const [facts, marks] = await ctx.db.batch([...selectChecklist(ctx)]);
  const switches = frame?.switches ?? new Map<string, boolean>();
  return {
    checklist: permissions.has("village.settings") ? checklistFrom(facts, marks) : null,
    modules: MODULES.filter(
      ({ key, permission }) => isModuleOn(key, switches) && permissions.has(permission),
    ),
  };
});

export default function Desk() {
  const { checklist, modules } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Meja kerja</title>
      <PageHeader title="Meja kerja" />
      <div className="flex flex-col gap-8">
        <ChecklistPanel checklist={checklist} />
        <ModuleTiles modules={modules} />
      </div>
    </>
  );
}
