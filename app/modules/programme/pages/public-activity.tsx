import { useLoaderData } from "react-router";
import { villageLoader } from "#app/platform/http/handlers.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { formatDate } from "#app/ui/format.ts";
import { MonthStrip } from "#app/ui/month-strip.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TripleProgress } from "#app/ui/progress.tsx";
import { PublicReason } from "../components/public-activity-card.tsx";
import { PublicIndicator } from "../components/public-indicator.tsx";
import { PublicUpdates } from "../components/public-updates.tsx";
import { formatRupiah } from "../format-rules.ts";
import { loadPublicActivity } from "../load-public-activity.server.ts";
import { idParam } from "../params.ts";
import { PUBLIC_WORDS } from "../public-words.ts";

export const loader = villageLoader(({ ctx, params }) => loadPublicActivity(ctx, idParam(params)));

export default function PublicActivity() {
  const page = useLoaderData<typeof loader>();
  const { row, year, sectionName, deviations, indicators } = page;
  return (
    <>
      <title>{row.name}</title>
      <PageHeader
        title={row.name}
        lead={row.purpose}
        back={{ href: `/program-kerja/${year}`, label: PUBLIC_WORDS.title(year) }}
      />
      <div className="flex flex-col gap-8">
        <TripleProgress physical={row.physical} financial={row.financial} elapsed={row.elapsed} />
        <DefinitionList
          items={[
            { term: "Bagian dari", value: sectionName },
            { term: "Bulan pelaksanaan", value: <MonthStrip months={[...row.months]} /> },
            { term: "Tempat", value: page.location },
            { term: "Pelaksana", value: row.responsible || null },
            { term: "Anggaran", value: formatRupiah(row.budget) },
            { term: "Belanja", value: formatRupiah(row.spending) },
            { term: "Sumber dana", value: page.fundSource },
            { term: "Dasar hukum", value: row.legalBasis },
          ]}
        />
        {deviations.length > 0 && (
          <section className="flex flex-col gap-4">
            <h2 className="text-lg">{PUBLIC_WORDS.reason}</h2>
            {deviations.map(({ key, asOf, ...reason }) => (
              <div key={key} className="flex flex-col gap-1">
                <p className="text-sm text-ink-soft">{formatDate(asOf)}</p>
                <PublicReason {...reason} />
              </div>
            ))}
          </section>
        )}
        <section className="flex flex-col gap-4">
          <h2 className="text-lg">{PUBLIC_WORDS.indicators}</h2>
          {indicators.map((indicator) => (
            <PublicIndicator key={indicator.id} indicator={indicator} />
          ))}
        </section>
        <PublicUpdates updates={page.updates} pictures={page.pictures} />
      </div>
    </>
  );
}
