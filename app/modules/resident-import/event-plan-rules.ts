import type { Values } from "#app/modules/population/event-rules.ts";
import type { FieldKey } from "#app/modules/population/resident-fields.ts";
import { RESIDENT_FIELDS } from "#app/modules/population/resident-fields.ts";
import type { Day } from "#app/platform/clock.ts";
import type { RowValues } from "./row-rules.ts";

/** What a row comes to, with its place and card found. */
export interface SettledRow {
  values: RowValues;
  areaId: string | null;
  hamletId: string | null;
  familyId: string | null;
}

/** Fields that an event sets, in the clear and protected. */
export interface EventFields {
  changes: Values;
  protectedValues: Record<string, string | null>;
}

/** An event of a known person. */
export interface PlannedEvent extends EventFields {
  kind: "change" | "correction" | "move_inside" | "family_change";
}

const HERE = 1;
const PLAIN = RESIDENT_FIELDS.filter(({ kind }) => kind !== "sealed").map(({ key }) => key);
const SEALED = RESIDENT_FIELDS.filter(({ kind }) => kind === "sealed").map(({ key }) => key);

/** The opening balance of somebody new: all that the row says. Who has died or gone stands on no card. */
export function openingFields({ values, areaId, hamletId, familyId }: SettledRow): EventFields {
  const isHere = (values.status ?? HERE) === HERE;
  const { changes, protectedValues } = stated(values, [...PLAIN, ...SEALED]);
  return {
    protectedValues,
    changes: {
      ...changes,
      kind: values.kind ?? "permanent",
      citizenship: values.citizenship ?? 1,
      status: values.status ?? HERE,
      areaId,
      hamletId,
      familyId: isHere ? familyId : null,
      familyRole: isHere && familyId ? (values.familyRole ?? null) : null,
    },
  };
}

/** Events that bring somebody known to what was chosen of a row: where he lives, on which card, all else. */
export function changeEvents(row: SettledRow, chosen: readonly string[], isHere: boolean): PlannedEvent[] {
  const moves = chosen.some((key) => key === "hamlet" || key === "rw" || key === "rt");
  const turns = chosen.filter((key) => key === "kkNumber" || key === "familyRole");
  const rest = stated(
    row.values,
    [...PLAIN, ...SEALED].filter(
      (key) => chosen.includes(key) && key !== "familyRole" && key !== "birthDate",
    ),
  );
  const events: PlannedEvent[] = [];
  if (moves)
    events.push({
      kind: isHere ? "move_inside" : "change",
      changes: { areaId: row.areaId, hamletId: row.hamletId },
      protectedValues: {},
    });
  if (turns.length > 0) {
    const changes: Values = {};
    if (turns.includes("kkNumber")) changes.familyId = row.familyId;
    if (row.values.familyRole !== undefined) changes.familyRole = row.values.familyRole;
    events.push({ kind: isHere ? "family_change" : "change", changes, protectedValues: {} });
  }
  // Nobody is born on another day from some day on: the register had it wrong.
  if (chosen.includes("birthDate")) events.push({ kind: "correction", ...stated(row.values, ["birthDate"]) });
  if (Object.keys(rest.changes).length + Object.keys(rest.protectedValues).length > 0)
    events.push({ kind: "change", ...rest });
  return events;
}

/** An event of somebody who is known is booked no earlier than that he stands as he does. */
export function changeDay(asOf: Day, statusSince: Day): Day {
  return asOf > statusSince ? asOf : statusSince;
}

function stated(values: RowValues, keys: readonly FieldKey[]): EventFields {
  const changes: Values = {};
  const protectedValues: Record<string, string | null> = {};
  for (const key of keys) {
    const value = values[key];
    if (value === undefined) continue;
    if (SEALED.includes(key)) protectedValues[key] = String(value);
    else changes[key] = value;
  }
  return { changes, protectedValues };
}
