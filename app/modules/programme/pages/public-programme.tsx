import { useLoaderData } from "react-router";
import { villageLoader } from "#app/platform/http/handlers.ts";
import { StatGrid, StatTile } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { formatDate } from "#app/ui/format.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TripleProgress } from "#app/ui/progress.tsx";
import { PublicActivityCard } from "../components/public-activity-card.tsx";
import { ProgrammeStateBadge } from "../components/state-badge.tsx";
import { formatRupiah } from "../format-rules.ts";
import { loadPublicProgramme } from "../load-public-programme.server.ts";
import { yearParam } from "../params.ts";
import { PUBLIC_WORDS } from "../public-words.ts";
import { EMPTY } from "../words.ts";

export const loader = villageLoader(({ ctx, params }) => loadPublicProgramme(ctx, yearParam(params)));

export default function PublicProgramme() {
  const { year, otherYears, asOf, state, sections, totals } = useLoaderData<typeof loader>();
  return (
    <>
      <title>{PUBLIC_WORDS.title(year)}</title>
      <PageHeader
        title={PUBLIC_WORDS.title(year)}
        lead={PUBLIC_WORDS.lead[state]}
        badge={<ProgrammeStateBadge state={state} />}
      />
      <div className="flex flex-col gap-8">
        <section className="flex flex-col gap-4" aria-labelledby="seluruhnya">
          <h2 id="seluruhnya" className="text-lg">
            {PUBLIC_WORDS.asOf(formatDate(asOf))}
          </h2>
          <TripleProgress physical={totals.physical} financial={totals.financial} elapsed={totals.elapsed} />
          <StatGrid>
            <StatTile label="Anggaran" value={formatRupiah(totals.budget)} />
            <StatTile label="Belanja" value={formatRupiah(totals.spending)} />
            <StatTile label="Kegiatan" value={sections.reduce((sum, { rows }) => sum + rows.length, 0)} />
          </StatGrid>
          <p className="max-w-text text-sm text-ink-soft">{PUBLIC_WORDS.explainer}</p>
        </section>
        {sections.map((section) => (
          <section key={section.id} className="flex flex-col gap-4" aria-labelledby={`bagian-${section.id}`}>
            <h2 id={`bagian-${section.id}`} className="text-lg">
              {section.name}
            </h2>
            {section.rows.length === 0 && <EmptyState title={EMPTY.activities.text} />}
            <div className="grid gap-4 md:grid-cols-2">
              {section.rows.map((row) => (
                <PublicActivityCard key={row.id} row={row} />
              ))}
            </div>
          </section>
        ))}
        {otherYears.length > 0 && (
          <nav aria-label={PUBLIC_WORDS.otherYears} className="flex flex-wrap items-center gap-x-4">
            <span>{`${PUBLIC_WORDS.otherYears}:`}</span>
            {otherYears.map((other) => (
              <a key={other} href={`/program-kerja/${other}`} className="inline-flex min-h-11 items-center">
                {other}
              </a>
            ))}
          </nav>
        )}
      </div>
    </>
  );
}
