import { monthsFromMask } from "./calendar-rules.ts";
import type { ReviewItem } from "./components/review-card.tsx";
import { formatQuantity, formatRupiah } from "./format-rules.ts";
import type { Plan } from "./load-plan.server.ts";
import { FUND_SOURCE_NAMES, type FundSource } from "./money-rules.ts";
import type { ActivityRow, IndicatorRow } from "./queries.server.ts";
import { DIRECTION_NAMES } from "./words.ts";

/** Activities of a submitted programme as the Kepala Desa reads them. */
export function reviewItems(plan: Plan): ReviewItem[] {
  return plan.activities.map((activity) => ({
    id: activity.id,
    name: activity.name,
    version: activity.version,
    reviewState: activity.reviewState,
    reviewReason: activity.reviewReason,
    months: monthsFromMask(activity.months),
    facts: factsOf(plan, activity),
    targets: plan.indicators
      .filter((each) => each.activityId === activity.id)
      .map((each) => targetSentence(plan, each)),
  }));
}

function factsOf(plan: Plan, activity: ActivityRow) {
  const name = (id: string | null) => plan.persons.find((person) => person.id === id)?.name;
  const people = plan.people
    .filter((each) => each.activityId === activity.id)
    .map((each) => name(each.accountId));
  const fund = activity.fundSource ? FUND_SOURCE_NAMES[activity.fundSource as FundSource].name : null;
  return [
    { term: "Tujuan", value: activity.purpose },
    { term: "Kode", value: activity.activityCode ?? "Tanpa kode" },
    { term: "Penanggung jawab", value: name(activity.responsibleAccountId) ?? "Belum ditentukan" },
    { term: "Pelaksana", value: people.join(", ") || "Belum ditentukan" },
    { term: "Anggaran", value: [formatRupiah(activity.budget), fund].filter(Boolean).join(", ") },
  ];
}

function targetSentence(plan: Plan, indicator: IndicatorRow): string {
  const target = plan.targets.find((each) => each.indicatorId === indicator.id);
  const quarters = [target?.q1, target?.q2, target?.q3, target?.q4].map((value) =>
    formatQuantity(value ?? null),
  );
  const from = indicator.baseline === null ? "" : `keadaan awal ${formatQuantity(indicator.baseline)}, `;
  const direction = DIRECTION_NAMES[indicator.direction].toLowerCase();
  return `${indicator.name}: ${from}target triwulan I–IV ${quarters.join(" / ")} ${indicator.unit} (${direction})`;
}
