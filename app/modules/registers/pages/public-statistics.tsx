import { useLoaderData } from "react-router";
import { villageLoader } from "#app/platform/http/handlers.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { formatDate, formatNumber } from "#app/ui/format.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { RowChart } from "#app/ui/row-chart.tsx";
import { loadPublicStatistics } from "../load-public-statistics.server.ts";
import { STATISTICS_WORDS as WORDS } from "../words.ts";

export const loader = villageLoader(({ ctx }) => loadPublicStatistics(ctx));

export default function PublicStatistics() {
  const { today, hasAny, shown } = useLoaderData<typeof loader>();
  return (
    <>
      <title>{WORDS.title}</title>
      <PageHeader title={WORDS.title} lead={WORDS.publicLead(formatDate(today))} />
      {shown ? (
        <div className="flex flex-col gap-8">
          <p className="text-xl font-semibold">{`${formatNumber(shown.total)} jiwa`}</p>
          <div className="grid gap-x-10 gap-y-8 md:grid-cols-2 lg:grid-cols-3">
            {shown.parts.map(({ key, title, rows }) => (
              <RowChart
                key={key}
                title={title}
                labelHead={title}
                series={[key === "families" ? WORDS.families : WORDS.people]}
                hiddenText={WORDS.hiddenMark}
                rows={rows.map(({ name, people }) => ({ label: name, values: [people] }))}
              />
            ))}
          </div>
        </div>
      ) : (
        <EmptyState icon="people" title={hasAny ? WORDS.small : WORDS.publicEmpty} />
      )}
    </>
  );
}
