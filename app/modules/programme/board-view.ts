import { isExplained } from "./deviation-rules.ts";
import { type ActivityFacts, measureProgramme, type ProgrammeMeasures } from "./measures.ts";
import { type ReportRow, type ReportSection, totalRows } from "./report-rules.ts";
import { acceptsUpdates } from "./rules.ts";
import { BOARD_COLUMNS, type BoardColumn, boardColumn, effectiveState } from "./running-rules.ts";

export interface BoardCardView
  extends Pick<
    ReportRow,
    "id" | "name" | "responsible" | "physical" | "financial" | "elapsed" | "pointsBehind"
  > {
  isBehind: boolean;
  asksExplanation: boolean;
}

/** The board of a year: activities by how they stand, narrowed to a person or a section. */
export function boardView(
  measures: ProgrammeMeasures,
  filter: { person: string | null; section: string | null },
) {
  const { programme, options, facts } = measures;
  const state = effectiveState(programme, options.asOf);
  const { sections } = measureProgramme(measures);
  const rows = boardRows(measures, sections, filter);
  const cards = rows.map((row) => ({
    column: boardColumn(row),
    card: cardOf(row, facts.get(row.id), {
      year: options.year,
      asOf: options.asOf,
      isRunning: acceptsUpdates(state),
    }),
  }));
  const inColumn = (column: BoardColumn) =>
    cards.filter((each) => each.column === column).map(({ card }) => card);
  return {
    year: options.year,
    asOf: options.asOf,
    state,
    filter,
    totals: totalRows(rows, options.limitPoints),
    sections: sections.map(({ id, name }) => ({ id, name })),
    people: peopleOf(
      [...facts.values()],
      sections.flatMap((section) => section.rows),
    ),
    columns: Object.fromEntries(BOARD_COLUMNS.map((column) => [column, inColumn(column)])) as Record<
      BoardColumn,
      BoardCardView[]
    >,
  };
}

/** The activities of a year that belong to a person or a section. */
export function boardRows(
  { facts }: Pick<ProgrammeMeasures, "facts">,
  sections: readonly ReportSection[],
  { person, section: wanted }: { person: string | null; section: string | null },
): ReportRow[] {
  return sections
    .filter((section) => !wanted || section.id === wanted)
    .flatMap((section) => section.rows)
    .filter((row) => !person || isOn(facts.get(row.id), person));
}

function cardOf(
  row: ReportRow,
  facts: ActivityFacts | undefined,
  { year, asOf, isRunning }: { year: number; asOf: string; isRunning: boolean },
): BoardCardView {
  const { id, name, responsible, physical, financial, elapsed, pointsBehind, isBehind } = row;
  const isAsked = isRunning && row.needsDeviation && !isExplained(facts?.deviations ?? [], year, asOf);
  return {
    id,
    name,
    responsible,
    physical,
    financial,
    elapsed,
    pointsBehind,
    isBehind,
    asksExplanation: isAsked,
  };
}

function isOn(facts: ActivityFacts | undefined, accountId: string): boolean {
  if (!facts) return false;
  return (
    facts.activity.responsibleAccountId === accountId ||
    facts.people.some((person) => person.id === accountId)
  );
}

/** Everybody who works on an activity or answers for one, by name. */
function peopleOf(facts: readonly ActivityFacts[], rows: readonly ReportRow[]) {
  const names = new Map<string, string>();
  for (const { activity, people } of facts) {
    for (const { id, name } of people) names.set(id, name);
    const responsible = rows.find((row) => row.id === activity.id)?.responsible;
    if (activity.responsibleAccountId && responsible) names.set(activity.responsibleAccountId, responsible);
  }
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, "id"));
}
