import { and, eq, inArray } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { updateRows } from "#app/modules/population/event-rows.server.ts";
import { isMinor } from "#app/modules/population/person-rules.ts";
import { FAMILY_NUMBER } from "#app/modules/population/sealed-fields.ts";
import { type Day, dayIn } from "#app/platform/clock.ts";
import { families, residentImportRows, residents } from "#db/village/schema/population.ts";
import { differingFields, mayCompare, personKey } from "./compare-rules.ts";
import { collectFacts, isMember, realKk } from "./fact-rules.ts";
import { listOf, type Matches, matchPeople } from "./match-people.server.ts";
import {
  countOutcomes,
  getImport,
  type ImportRow,
  moveOn,
  type OpenedRow,
  openRows,
  readChunk,
} from "./queries.server.ts";
import { isRefused, type ReadRow, type Reason, readRow } from "./row-rules.ts";
import { ROW_WORDS } from "./row-words.ts";
import { CHUNK_ROWS, type FileFacts, planOf } from "./state-rules.ts";

const HEAD = 1;

type CheckedRow = OpenedRow & { read: ReadRow };

/**
 * Holds the next 500 rows against the rules and the register: what each would do, and why some do nothing. The register
 * does not change. The first run looks at the whole file for what rows say together.
 */
export async function checkRows(ctx: VillageCtx, found: ImportRow): Promise<void> {
  const plan = planOf(found.mapping);
  if (!plan.facts) return collect(ctx, found);
  const staged = await readChunk(ctx.db, found.id, found.progress);
  if (staged.length === 0) return finish(ctx, found.id);
  const rows = await understand(ctx, found, await openRows(ctx, staged));
  const today = dayIn(ctx.tenant.timeZone, ctx.now);
  const said = rows.map(({ line, read }) => ({ line, values: read.values }));
  const matches = await matchPeople(ctx, ctx.db, said);
  const heads = withoutFormer(await headsInRegister(ctx, rows), rows, matches);
  const sees = new Set(plan.sees);
  const judged = rows.map((row) =>
    judge(row, { facts: plan.facts as FileFacts, matches, heads, sees, today }),
  );
  await ctx.db.transaction(async (tx) => {
    const seen = await getImport(tx, found.id);
    if (seen.state !== "checking" || seen.progress !== found.progress) return;
    if (!(await moveOn(tx, seen, { progress: seen.progress + rows.length }, ctx.now))) return;
    await updateRows(tx, residentImportRows, judged);
  });
}

/** Understands rows by the plan of their import. */
export async function understand(
  ctx: Pick<VillageCtx, "tenant" | "now">,
  found: ImportRow,
  rows: readonly OpenedRow[],
): Promise<CheckedRow[]> {
  const { columns } = planOf(found.mapping);
  const today = dayIn(ctx.tenant.timeZone, ctx.now);
  const facts = { today, asOf: found.asOf, isOpenSid: found.format === "opensid-sheet" };
  return rows.map((row) => ({ ...row, read: readRow(row.cells, columns, facts) }));
}

async function collect(ctx: VillageCtx, found: ImportRow): Promise<void> {
  const collecting = collectFacts();
  for (let at = 0; at < found.rowCount; at += CHUNK_ROWS) {
    const rows = await understand(ctx, found, await openRows(ctx, await readChunk(ctx.db, found.id, at)));
    for (const { line, read } of rows) {
      // A row that stays out holds no other one back.
      if (!isRefused(read.reasons)) collecting.add(line, read.values, personKey(read.values));
    }
  }
  await ctx.db.transaction(async (tx) => {
    const seen = await getImport(tx, found.id);
    const plan = { ...planOf(seen.mapping), facts: collecting.facts() };
    if (seen.state === "checking") await moveOn(tx, seen, { mapping: { ...plan } }, ctx.now);
  });
}

async function finish(ctx: VillageCtx, id: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const seen = await getImport(tx, id);
    const counts = await countOutcomes(tx, id);
    if (seen.state === "checking") await moveOn(tx, seen, { state: "checked", counts }, ctx.now);
  });
}

/** No KK -> ids of the heads who are on the card now. */
async function headsInRegister(ctx: VillageCtx, rows: readonly CheckedRow[]): Promise<Map<string, string[]>> {
  const numbers = [...new Set(rows.flatMap(({ read }) => realKk(read.values) ?? []))];
  const { field } = FAMILY_NUMBER;
  const indexed = await Promise.all(
    numbers.map(async (number) => [number, await ctx.keys.indexes(field, number)] as const),
  );
  const stand = await ctx.db
    .select({ index: families.numberIndex, headId: residents.id })
    .from(families)
    .innerJoin(residents, eq(residents.familyId, families.id))
    .where(
      and(
        inArray(families.numberIndex, listOf(indexed.flatMap(([, indexes]) => indexes))),
        eq(residents.familyRole, HEAD),
        eq(residents.status, 1),
      ),
    );
  return new Map(
    indexed.map(([number, indexes]) => [
      number,
      stand.filter(({ index }) => indexes.includes(index ?? "")).map(({ headId }) => headId),
    ]),
  );
}

/** A head whom the same file makes something else stands in nobody's way. */
function withoutFormer(
  heads: ReadonlyMap<string, string[]>,
  rows: readonly CheckedRow[],
  { found }: Matches,
): Map<string, string[]> {
  const former = new Set(
    rows.flatMap(({ line, read }) => {
      const person = found.get(line);
      const isOther = read.values.familyRole !== undefined && read.values.familyRole !== HEAD;
      return isOther && person && person !== "several" ? [person.row.id] : [];
    }),
  );
  return new Map([...heads].map(([card, ids]) => [card, ids.filter((id) => !former.has(id))]));
}

interface JudgeFacts {
  facts: FileFacts;
  matches: Matches;
  heads: ReadonlyMap<string, string[]>;
  sees: ReadonlySet<string>;
  today: Day;
}

function judge(row: CheckedRow, around: JudgeFacts) {
  const { line, read, id } = row;
  const person = around.matches.found.get(line);
  const known = person === "several" ? undefined : person;
  const reasons: Reason[] = [...read.reasons, ...togetherReasons(row, around, known?.row.id)];
  if (person === "several") reasons.push({ field: "name", sentence: ROW_WORDS.twoMatches, isWarning: false });
  if (known && !isMember(read.values) && known.row.status !== read.values.status)
    reasons.push({ field: "status", sentence: ROW_WORDS.statusKept, isWarning: true });
  const isChild = isMinor(known?.row.birthDate ?? null, around.today);
  const changed = known
    ? differingFields(read.values, known.values).filter((key) => mayCompare(key, around.sees, isChild))
    : [];
  const outcome = isRefused(reasons)
    ? "refused"
    : !known
      ? "new"
      : changed.length > 0
        ? "changed"
        : "unchanged";
  return {
    id,
    outcome,
    reasons: reasons.length > 0 ? JSON.stringify(reasons) : null,
    residentId: known?.row.id ?? null,
    changedFields: outcome === "changed" ? JSON.stringify(changed) : null,
    keptFields: null,
    appliedVersion: known?.row.version ?? null,
  };
}

function togetherReasons(
  { line, read }: CheckedRow,
  around: JudgeFacts,
  residentId: string | undefined,
): Reason[] {
  const { facts, heads } = around;
  const { values } = read;
  const reasons: Reason[] = [];
  const warn = (field: string, sentence: string, code?: "second-head") =>
    void reasons.push({ field, sentence, isWarning: true, ...(code && { code }) });
  const [sameNik, samePerson, firstHead] = [
    facts.sameNik[line],
    facts.samePerson[line],
    facts.secondHead[line],
  ];
  if (sameNik) reasons.push({ field: "nik", sentence: ROW_WORDS.sameNik(sameNik), isWarning: false });
  if (samePerson)
    reasons.push({ field: "name", sentence: ROW_WORDS.samePerson(samePerson), isWarning: false });
  const kk = realKk(values);
  const others = (kk ? (heads.get(kk) ?? []) : []).filter((id) => id !== residentId);
  const isHead = values.familyRole === HEAD && isMember(values);
  if (firstHead) warn("familyRole", ROW_WORDS.secondHead(firstHead), "second-head");
  else if (isHead && others.length > 0) warn("familyRole", ROW_WORDS.headInRegister, "second-head");
  if (facts.noHead.includes(line) && (heads.get(kk ?? "") ?? []).length === 0)
    warn("familyRole", ROW_WORDS.noHead);
  if (values.kkNumber === undefined && values.card === undefined && isMember(values) && !residentId)
    warn("kkNumber", ROW_WORDS.noKk);
  return reasons;
}
