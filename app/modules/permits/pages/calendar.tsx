import { useLoaderData } from "react-router";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { monthName } from "#app/ui/format.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { MonthGrid, MonthList } from "../components/month-grid.tsx";
import { PermitTabs } from "../components/permit-tabs.tsx";
import { listMonth } from "../list-permits.server.ts";
import { shiftMonth } from "../permit-rules.ts";
import { todayOf } from "../permits.server.ts";

const HERE = "/kantor/izin/kalender";

export const loader = officeLoader(async ({ ctx, url }) => {
  const asked = url.searchParams.get("bulan") ?? "";
  const month = /^20\d\d-(0[1-9]|1[0-2])$/.test(asked) ? asked : todayOf(ctx).slice(0, 7);
  return { month, rows: await listMonth(ctx, month) };
});

function titleOf(month: string): string {
  return `${monthName(Number(month.slice(5)))} ${month.slice(0, 4)}`;
}

export default function Calendar() {
  const { month, rows } = useLoaderData<typeof loader>();
  const [previous, next] = [shiftMonth(month, -1), shiftMonth(month, 1)];
  const title = `Kalender pemakaian ${titleOf(month)}`;
  return (
    <>
      <title>{title}</title>
      <PageHeader title={title} lead="Yang diizinkan dan yang masih diminta, menurut hari." />
      <PermitTabs current="kalender" />
      <nav aria-label="Bulan" className="mb-6 flex flex-wrap gap-3 print:hidden">
        <ButtonLink href={`${HERE}?bulan=${previous}`}>{titleOf(previous)}</ButtonLink>
        <ButtonLink href={`${HERE}?bulan=${next}`}>{titleOf(next)}</ButtonLink>
      </nav>
      {rows.length === 0 && (
        <div className="mb-6 print:hidden">
          <EmptyState icon="calendar" title="Tidak ada pemakaian pada bulan ini">
            Permohonan yang dicatat untuk bulan ini tampil pada harinya.
          </EmptyState>
        </div>
      )}
      <MonthGrid month={month} title={title} rows={rows} />
      <MonthList month={month} rows={rows} />
    </>
  );
}
