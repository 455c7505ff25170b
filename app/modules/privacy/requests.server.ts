import { and, asc, desc, eq, lt, ne, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { allReadings, reading, readTogether } from "#app/platform/read-together.ts";
import { requirePermission } from "#app/platform/require.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { accounts } from "#db/village/schema/accounts.ts";
import { personRequests } from "#db/village/schema/privacy.ts";
import type { PersonRegister } from "./person-kinds.server.ts";
import { REQUEST_WORDS } from "./words.ts";

export type RequestRow = typeof personRequests.$inferSelect;

const PAGE_ROWS = 50;
/** More than a village ever has waiting; what is beyond waits behind what is due first. */
const OPEN_SHOWN = 200;

/** What waits, most pressing first, and one page of what is answered, newest first; one round trip. */
export async function listRequests(ctx: OfficeCtx, beforeId: string | null) {
  requirePermission(ctx, "privacy.requests");
  const done = ne(personRequests.state, "open");
  const [open, answered] = await ctx.db.batch([
    ctx.db
      .select()
      .from(personRequests)
      .where(eq(personRequests.state, "open"))
      .orderBy(asc(personRequests.answerDueAt))
      .limit(OPEN_SHOWN),
    ctx.db
      .select()
      .from(personRequests)
      .where(beforeId ? and(done, lt(personRequests.id, beforeId)) : done)
      .orderBy(desc(personRequests.id))
      .limit(PAGE_ROWS + 1),
  ]);
  const page = answered.slice(0, PAGE_ROWS);
  return { open, answered: page, nextId: answered.length > PAGE_ROWS ? (page.at(-1)?.id ?? null) : null };
}

function selectRequest(db: VillageDb | VillageTx, id: string) {
  return db.select().from(personRequests).where(eq(personRequests.id, id));
}

/** @throws NotFoundError for an id that this village has no request under */
export async function getRequest(db: VillageDb | VillageTx, id: string): Promise<RequestRow> {
  const [row] = await selectRequest(db, id);
  if (!row) throw new NotFoundError(REQUEST_WORDS.gone);
  return row;
}

/** One request with what is held on its person: titles and counts alone, the data are in the file. One round trip. */
export async function loadRequest(ctx: OfficeCtx, id: string, { kinds, data }: PersonRegister) {
  requirePermission(ctx, "privacy.requests");
  const asked = (subject: string) =>
    sql`(SELECT subject_id FROM person_requests WHERE id = ${id} AND subject = ${subject})`;
  const { request, names, people, held, fates } = await readTogether(ctx.db, {
    request: reading([selectRequest(ctx.db, id)], ([[row]]) => row),
    names: reading(
      [ctx.db.select({ id: accounts.id, name: accounts.name }).from(accounts)],
      ([rows]) => rows,
    ),
    people: allReadings(kinds.map((kind) => kind.get(ctx, asked(kind.subject)))),
    held: allReadings(data.map((part) => part.read(ctx, asked(part.subject)))),
    fates: allReadings(data.map((part) => part.fates(ctx, asked(part.subject)))),
  });
  if (!request) throw new NotFoundError(REQUEST_WORDS.gone);
  const nameOf = (accountId: string | null) => names.find((each) => each.id === accountId)?.name ?? null;
  const sections = (await Promise.all(held)).flat();
  return {
    request,
    writtenBy: nameOf(request.createdBy),
    answeredBy: nameOf(request.answeredBy),
    person: people.find((person) => person !== null) ?? null,
    howToCorrect: kinds.find(({ subject }) => subject === request.subject)?.howToCorrect ?? "",
    held: sections.map(({ title, facts, leftOut = 0 }) => ({ title, count: facts.length + leftOut })),
    fates: fates.flat(),
    now: ctx.now.toISOString(),
    zone: ctx.tenant.timeZone,
  };
}

/** The request as a form's person saw it. @throws ConflictError where it is answered or was changed since */
export async function getOpenRequest(tx: VillageTx, id: string, version: number): Promise<RequestRow> {
  const row = await getRequest(tx, id);
  if (row.state !== "open") throw new ConflictError(REQUEST_WORDS.alreadyAnswered);
  if (row.version !== version) throw new ConflictError(REQUEST_WORDS.stale);
  return row;
}
