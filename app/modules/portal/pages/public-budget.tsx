import { useLoaderData } from "react-router";
import { villageLoader } from "#app/platform/http/handlers.ts";
import { StatGrid, StatTile } from "#app/ui/card.tsx";
import { formatDate, formatMoney } from "#app/ui/format.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { BudgetBars } from "../components/budget-bars.tsx";
import { BudgetTable } from "../components/budget-table.tsx";
import { yearParam } from "../params.ts";
import { loadPublicBudget } from "../public-pages.server.ts";
import { BUDGET_WORDS, SIDE_NAMES } from "../words.ts";

export const loader = villageLoader(({ ctx, params }) => loadPublicBudget(ctx, yearParam(params)));

export default function PublicBudget() {
  const { brand, year, otherYears, parts, balance, until } = useLoaderData<typeof loader>();
  const title = BUDGET_WORDS.title(year);
  return (
    <>
      <title>{title}</title>
      <PageHeader
        title={`APBDes ${brand?.name ?? ""} ${year}`}
        lead={until ? BUDGET_WORDS.realisedUntil(formatDate(until)) : "Anggaran yang ditetapkan"}
      />
      <div className="flex flex-col gap-8">
        <StatGrid>
          {parts.map(({ side, planned, realised }) => (
            <StatTile
              key={side}
              label={SIDE_NAMES[side]}
              value={formatMoney(planned)}
              hint={realised === null ? undefined : `Realisasi ${formatMoney(realised)}`}
            />
          ))}
          <StatTile
            label={balance.planned < 0 ? "Defisit" : "Surplus"}
            value={formatMoney(Math.abs(balance.planned))}
            hint="Pendapatan dikurangi belanja"
          />
        </StatGrid>
        {parts
          .filter(({ lines }) => lines.length > 0)
          .map((part) => (
            <section key={part.side} className="flex flex-col gap-4" aria-labelledby={`sisi-${part.side}`}>
              <h2 id={`sisi-${part.side}`} className="text-lg">
                {SIDE_NAMES[part.side]}
              </h2>
              <BudgetBars title={SIDE_NAMES[part.side]} lines={part.lines} />
              <BudgetTable part={part} />
            </section>
          ))}
        <p className="max-w-text text-sm text-ink-soft">
          Batang kosong adalah anggaran, batang penuh adalah realisasi. Halaman ini dapat dicetak dan ditempel
          di papan pengumuman. Rinciannya dapat diminta di kantor desa.
        </p>
        {otherYears.length > 0 && (
          <nav aria-label="Tahun lain" className="flex flex-wrap items-center gap-x-4 print:hidden">
            <span>Tahun lain:</span>
            {otherYears.map((other) => (
              <a key={other} href={`/anggaran/${other}`} className="inline-flex min-h-11 items-center">
                {other}
              </a>
            ))}
          </nav>
        )}
      </div>
    </>
  );
}
