import { Card } from "#app/ui/card.tsx";
import { TripleProgress } from "#app/ui/progress.tsx";
import { formatMonths, formatRupiah } from "../format-rules.ts";
import { PUBLIC_WORDS } from "../public-words.ts";
import type { ReportRow } from "../report-rules.ts";
import { PROGRESS_WORDS } from "../words.ts";

/** One activity for residents: how far, for how much, and why it lags. */
export function PublicActivityCard({ row }: { row: ReportRow }) {
  return (
    <Card title={row.name} href={`/program-kerja/kegiatan/${row.id}`}>
      <TripleProgress physical={row.physical} financial={row.financial} elapsed={row.elapsed} />
      <p className="text-sm text-ink-soft">{`${moneyWords(row)} · ${formatMonths(row.months, "short")}`}</p>
      {row.isBehind && row.deviation && <PublicReason {...row.deviation} />}
    </Card>
  );
}

function moneyWords({ spending, budget }: ReportRow): string {
  if (spending === 0 && budget === 0) return PROGRESS_WORDS.noBudget;
  return `Belanja ${formatRupiah(spending)} dari ${formatRupiah(budget)}`;
}

/** Why something lags and what is done about it. */
export function PublicReason({ cause, correction }: { cause: string; correction: string }) {
  return (
    <dl className="border-l-4 border-sogan-bright pl-3 text-sm">
      <dt className="font-semibold">{PUBLIC_WORDS.reason}</dt>
      <dd className="whitespace-pre-line">{cause}</dd>
      <dt className="mt-1 font-semibold">{PUBLIC_WORDS.correction}</dt>
      <dd className="whitespace-pre-line">{correction}</dd>
    </dl>
  );
}
