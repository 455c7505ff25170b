import { Button } from "#app/ui/button.tsx";
import { Select } from "#app/ui/choice-fields.tsx";
import { DateField } from "#app/ui/text-fields.tsx";
import { QUARTERS, type ReportPeriod } from "../calendar-rules.ts";
import type { DayProblem } from "../report-asof-rules.ts";
import { periodKey } from "../report-file-rules.ts";
import { periodName, REPORT_PAGE_WORDS } from "../report-words.ts";

const PERIODS: readonly ReportPeriod[] = [
  ...QUARTERS.map((quarter) => ({ kind: "quarter", quarter }) as const),
  { kind: "year" },
];

export interface ReportPeriodFormProps {
  year: number;
  period: string;
  /** The day as typed, even a wrong one. */
  written: string;
  problem: DayProblem | null;
}

/** Which period, and as of which day where the period's last is not meant. */
export function ReportPeriodForm({ year, period, written, problem }: ReportPeriodFormProps) {
  const errors = problem && [
    problem === "unknown" ? REPORT_PAGE_WORDS.dayUnknown : REPORT_PAGE_WORDS.dayOutside(year),
  ];
  return (
    <form
      method="get"
      className="flex flex-col gap-4 rounded-md bg-mist p-4 md:flex-row md:flex-wrap md:items-end"
    >
      <Select
        id="masa"
        name="masa"
        label="Masa laporan"
        plain
        width="short"
        defaultValue={period}
        options={PERIODS.map((each) => ({ value: periodKey(each), label: periodName(each) }))}
      />
      <DateField
        id="per"
        name="per"
        label="Keadaan per tanggal"
        hint="Kosongkan untuk hari terakhir triwulan; untuk tahun berjalan, hari ini."
        plain
        min={`${year}-01-01`}
        max={`${year}-12-31`}
        defaultValue={written}
        errors={errors ?? undefined}
      />
      <div>
        <Button variant="secondary">Tampilkan</Button>
      </div>
    </form>
  );
}
