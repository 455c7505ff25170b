import { useLoaderData } from "react-router";
import { ChecklistPanel } from "#app/modules/village/components/checklist-panel.tsx";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { isModuleOn, MODULES } from "#app/registry.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { ModuleTiles } from "../components/module-tiles.tsx";
import { NewsList } from "../components/news-list.tsx";
import { QueuePanel } from "../components/queue-panel.tsx";
import { loadDesk } from "../load-desk.server.ts";
import { DESK_WORDS } from "../words.ts";

export const loader = officeLoader(async ({ ctx, frame }) => {
  const switches = frame?.switches ?? new Map<string, boolean>();
  return {
    ...(await loadDesk(ctx, switches)),
    zone: ctx.tenant.timeZone,
    modules: MODULES.filter(
      ({ key, permission }) => isModuleOn(key, switches) && ctx.actor.permissions.has(permission),
    ),
  };
});

export default function Desk() {
  const { waiting, current, news, checklist, modules, zone } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Meja kerja</title>
      <PageHeader title="Meja kerja" />
      <div className="flex flex-col gap-8">
        <QueuePanel waiting={waiting} current={current} />
        {news.length > 0 && (
          <section className="flex flex-col gap-3">
            <h2 className="text-lg">{DESK_WORDS.news}</h2>
            <NewsList items={news} zone={zone} />
            <p>
              <a href="/kantor/kabar" className="inline-flex min-h-11 items-center">
                {DESK_WORDS.allNews}
              </a>
            </p>
          </section>
        )}
        <ChecklistPanel checklist={checklist} />
        <ModuleTiles modules={modules} />
      </div>
    </>
  );
}
