import { DefinitionList } from "#app/ui/definition-list.tsx";
import { MonthStrip } from "#app/ui/month-strip.tsx";
import type { ActivityView } from "../activity-view.server.ts";
import { formatMonths, formatRupiah } from "../format-rules.ts";
import { FUND_SOURCE_NAMES, type FundSource } from "../money-rules.ts";

/** The plan behind the activity: why, on what ground, when, who, how much. */
export function ActivityPlanFacts({ view }: { view: ActivityView }) {
  const { activity, row } = view;
  const fund = activity.fundSource && FUND_SOURCE_NAMES[activity.fundSource as FundSource].name;
  return (
    <div className="flex flex-col gap-4">
      <MonthStrip months={view.months} />
      <DefinitionList
        items={[
          { term: "Tujuan", value: activity.purpose || null },
          { term: "Tugas pokok", value: activity.duty },
          { term: "Dasar hukum", value: activity.legalBasis },
          { term: "Bulan pelaksanaan", value: formatMonths(view.months) },
          { term: "Penanggung jawab", value: row.responsible || null },
          { term: "Pelaksana", value: view.people.map(({ name }) => name).join(", ") || null },
          { term: "Anggaran", value: `${formatRupiah(row.budget)}${fund ? ` (${fund})` : ""}` },
          { term: "Belanja sampai hari ini", value: formatRupiah(row.spending) },
          { term: "Kode kegiatan APBDes", value: activity.activityCode },
          { term: "Lokasi", value: activity.location },
        ]}
      />
    </div>
  );
}
