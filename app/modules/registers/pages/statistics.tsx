import { useLoaderData } from "react-router";
import { requireProfile } from "#app/modules/village/profile.server.ts";
import { dayIn } from "#app/platform/clock.ts";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { StatGrid, StatTile } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { formatDate, formatNumber } from "#app/ui/format.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { RowChart } from "#app/ui/row-chart.tsx";
import { ChoiceFilter } from "../components/choice-filter.tsx";
import { loadStatistics } from "../load-statistics.server.ts";
import { readChoice } from "../register-rules.ts";
import { familyRows, statisticsParts } from "../statistics-view.ts";
import { STATISTICS_WORDS as WORDS } from "../words.ts";

const HERE = "/kantor/statistik";
const BY_DAY = { choice: "day" } as const;

export const loader = officeLoader(async ({ ctx, url, frame }) => {
  const today = dayIn(ctx.tenant.timeZone, ctx.now);
  const choice = readChoice(BY_DAY, url.searchParams, today);
  const { hamletTerm } = requireProfile(frame?.profile);
  const statistics = await loadStatistics(ctx, choice.to);
  return {
    choice,
    isToday: choice.to === today,
    readsRegisters: ctx.actor.permissions.has("registers.read"),
    parts: statisticsParts(statistics, hamletTerm),
    families: familyRows(statistics, hamletTerm),
  };
});

export default function StatisticsPage() {
  const { choice, isToday, readsRegisters, parts, families } = useLoaderData<typeof loader>();
  const sex = parts.find(({ key }) => key === "sex")?.classes ?? [];
  const people = sex.reduce((sum, { men, women }) => sum + men + women, 0);
  return (
    <>
      <title>{WORDS.title}</title>
      <PageHeader
        title={WORDS.title}
        lead={WORDS.lead(formatDate(choice.to))}
        back={readsRegisters ? { href: "/kantor/register", label: "Register desa" } : undefined}
      />
      <ChoiceFilter register={BY_DAY} choice={choice} resetHref={isToday ? undefined : HERE} />
      {people === 0 ? (
        <EmptyState icon="people" title={WORDS.empty}>
          {WORDS.emptyMore}
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-8">
          <StatGrid>
            <StatTile label={WORDS.people} value={formatNumber(people)} />
            {sex.map(({ name, men, women }) => (
              <StatTile key={name} label={name} value={formatNumber(men + women)} />
            ))}
            <StatTile
              label={WORDS.families}
              value={formatNumber(families.reduce((sum, each) => sum + each.families, 0))}
            />
          </StatGrid>
          <div className="grid gap-x-10 gap-y-8 md:grid-cols-2">
            {parts
              .filter(({ key }) => key !== "sex")
              .map(({ key, title, classes }) => (
                <RowChart
                  key={key}
                  title={title}
                  labelHead={title}
                  series={["Laki-laki", "Perempuan"]}
                  sumHead="Jumlah"
                  rows={classes.map(({ name, men, women }) => ({ label: name, values: [men, women] }))}
                />
              ))}
            <RowChart
              title={WORDS.names.families}
              labelHead="Wilayah"
              series={[WORDS.families]}
              rows={families.map((each) => ({ label: each.name, values: [each.families] }))}
            />
          </div>
        </div>
      )}
    </>
  );
}
