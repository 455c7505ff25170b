import { useLoaderData } from "react-router";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { Select } from "#app/ui/choice-fields.tsx";
import { DownloadLinks } from "#app/ui/download-links.tsx";
import { FilterBar } from "#app/ui/filter-bar.tsx";
import { formatDate } from "#app/ui/format.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TripleProgress } from "#app/ui/progress.tsx";
import { boardView } from "../board-view.ts";
import { behindWords } from "../components/activity-progress.tsx";
import { BoardCard } from "../components/board-card.tsx";
import { ProgrammeTabs } from "../components/programme-tabs.tsx";
import { ProgrammeStateBadge } from "../components/state-badge.tsx";
import { loadProgrammeMeasures } from "../load-measures.server.ts";
import { yearParam } from "../params.ts";
import { todayOf } from "../running-queries.server.ts";
import { BOARD_COLUMNS } from "../running-rules.ts";
import { BOARD_COLUMN_NAMES, BOARD_EMPTY } from "../running-words.ts";

export const loader = officeLoader(async ({ ctx, params, url }) => {
  const measures = await loadProgrammeMeasures(ctx, yearParam(params), todayOf(ctx));
  const filter = { person: url.searchParams.get("orang"), section: url.searchParams.get("bagian") };
  return boardView(measures, filter);
});

export default function Board() {
  const page = useLoaderData<typeof loader>();
  const { year, filter, totals } = page;
  const here = `/kantor/program-kerja/${year}/papan`;
  const isFiltered = Boolean(filter.person || filter.section);
  return (
    <>
      <title>{`Papan kemajuan ${year}`}</title>
      <PageHeader
        title={`Papan kemajuan ${year}`}
        lead={`Keadaan ${formatDate(page.asOf)}.`}
        back={{ href: "/kantor/program-kerja", label: "Semua tahun" }}
        badge={<ProgrammeStateBadge state={page.state} />}
      />
      <ProgrammeTabs year={year} current="/papan" />
      <FilterBar resetHref={isFiltered ? here : undefined}>
        <Select
          id="orang"
          name="orang"
          label="Orang"
          plain
          placeholder="Semua orang"
          defaultValue={filter.person ?? ""}
          options={page.people.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          id="bagian"
          name="bagian"
          label="Program"
          plain
          placeholder="Semua program"
          defaultValue={filter.section ?? ""}
          options={page.sections.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </FilterBar>
      <div className="flex flex-col gap-8">
        <section aria-label="Seluruh kegiatan">
          <TripleProgress
            {...totals}
            behind={
              totals.isBehind && page.state === "running" ? behindWords(totals.pointsBehind) : undefined
            }
          />
        </section>
        <div className="grid gap-6 md:grid-cols-2 md:gap-4 lg:grid-cols-4">
          {BOARD_COLUMNS.map((column) => (
            <section key={column} className="flex min-w-0 flex-col gap-3">
              <h2 className="border-b-2 border-ink pb-1 text-lg">
                {BOARD_COLUMN_NAMES[column]}{" "}
                <span className="tabular-nums">({page.columns[column].length})</span>
              </h2>
              {page.columns[column].length === 0 && (
                <p className="text-sm text-ink-soft">{BOARD_EMPTY[column]}</p>
              )}
              {page.columns[column].map((card) => (
                <BoardCard key={card.id} card={card} />
              ))}
            </section>
          ))}
        </div>
        <DownloadLinks list="kegiatan" of={{ tahun: year }} />
      </div>
    </>
  );
}
