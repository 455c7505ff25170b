import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import type { OfficeCtx, ResidentCtx, VillageCtx } from "#app/context.ts";
import { areaLabel } from "#app/modules/village/area-rules.ts";
import { selectAreas } from "#app/modules/village/areas.server.ts";
import { brandReading } from "#app/modules/village/public-frame.server.ts";
import { reading, readTogether } from "#app/platform/read-together.ts";
import { requirePermission } from "#app/platform/require.ts";
import { accounts } from "#db/village/schema/accounts.ts";
import { residents } from "#db/village/schema/population.ts";
import { complaintSteps, complaints, residentAccounts } from "#db/village/schema/residents.ts";
import { areas, files } from "#db/village/schema/village.ts";
import { type ComplaintAction, refuseAction } from "./complaint-rules.ts";
import { daysOf, onlyComplaint, openSender, selectDays, todayOf } from "./complaints.server.ts";
import { choicesOf, selectOfficials } from "./officials.server.ts";
import { refuseWhereOff, selectSwitch } from "./require-complaints-on.server.ts";

const PAGE_ROWS = 50;
const ACTIONS: readonly ComplaintAction[] = ["assign", "answer", "close", "refuse", "publish"];

/** What a list of complaints is narrowed by. */
export interface ComplaintFilter {
  state: string | null;
  /** Key of the last row of the page before: `2026-17`. */
  after: { year: number; number: number } | null;
}

/** One page of complaints, the latest first, without who sent them. */
export async function listComplaints(ctx: OfficeCtx, { state, after }: ComplaintFilter) {
  requirePermission(ctx, "complaints.read");
  const { year, number } = complaints;
  const [rows, days] = await ctx.db.batch([
    ctx.db
      .select({
        id: complaints.id,
        year,
        number,
        subject: complaints.subject,
        category: complaints.category,
        state: complaints.state,
        dueOn: complaints.dueOn,
        owner: accounts.name,
      })
      .from(complaints)
      .leftJoin(accounts, eq(accounts.id, complaints.ownerAccountId))
      .where(
        and(
          state === "terbuka" ? sql`${complaints.state} IN ('new', 'assigned')` : undefined,
          after ? sql`(${year}, ${number}) < (${after.year}, ${after.number})` : undefined,
        ),
      )
      .orderBy(desc(year), desc(number))
      .limit(PAGE_ROWS + 1),
    selectDays(ctx.db),
  ]);
  const page = rows.slice(0, PAGE_ROWS);
  const last = page.at(-1);
  return {
    rows: page,
    next: rows.length > PAGE_ROWS && last ? `${last.year}-${last.number}` : null,
    today: todayOf(ctx),
    days: daysOf(days),
    mayAssign: ctx.actor.permissions.has("complaints.assign"),
  };
}

/** One complaint with who sent it, its history, and what whoever looks may do. */
export async function loadComplaint(ctx: OfficeCtx, id: string) {
  requirePermission(ctx, "complaints.read");
  const { db } = ctx;
  const [found, steps, officials, owners, senders, hamlets, photos] = await db.batch([
    db.select().from(complaints).where(eq(complaints.id, id)),
    db
      .select()
      .from(complaintSteps)
      .where(eq(complaintSteps.complaintId, id))
      .orderBy(desc(complaintSteps.at), sql`rowid DESC`),
    selectOfficials(ctx),
    db
      .select({ name: accounts.name })
      .from(complaints)
      .innerJoin(accounts, eq(accounts.id, complaints.ownerAccountId))
      .where(eq(complaints.id, id)),
    db
      .select({ id: residents.id, name: residents.name })
      .from(complaints)
      .innerJoin(residentAccounts, eq(residentAccounts.id, complaints.accountId))
      .innerJoin(residents, eq(residents.id, residentAccounts.residentId))
      .where(eq(complaints.id, id)),
    db
      .select({ kind: areas.kind, name: areas.name })
      .from(complaints)
      .innerJoin(areas, eq(areas.id, complaints.hamletId))
      .where(eq(complaints.id, id)),
    db
      .select({ storageKey: files.storageKey })
      .from(complaints)
      .innerJoin(files, eq(files.id, complaints.photoId))
      .where(eq(complaints.id, id)),
  ]);
  const { senderSealed, ...complaint } = onlyComplaint(found);
  const sender = await openSender(ctx, { senderSealed });
  const [photo] = photos;
  return {
    complaint,
    steps,
    owner: owners[0]?.name ?? null,
    sender: senders[0] ? { name: senders[0].name, phone: null } : sender,
    hamlet: hamlets[0] ? areaLabel(hamlets[0]) : null,
    photo: photo ? await ctx.fileUrl(photo, ctx.actor.accountId) : null,
    officials: choicesOf(officials),
    actions: ACTIONS.filter((action) => refuseAction(complaint, action, ctx.actor) === null),
  };
}

/** Hamlets to choose from, on a page that asks whether complaints are taken at all. */
export async function loadComplaintForm(ctx: VillageCtx) {
  return (await readTogether(ctx.db, { form: formReading(ctx) })).form;
}

/** The same for everybody, with the top of the page; one round trip. */
export async function loadPublicForm(ctx: VillageCtx) {
  const { form, brand } = await readTogether(ctx.db, { form: formReading(ctx), brand: brandReading(ctx) });
  return { ...form, brand: await brand };
}

function formReading(ctx: VillageCtx) {
  const statements = [selectSwitch(ctx), selectAreas(ctx.db), selectDays(ctx.db)] as const;
  return reading(statements, ([switches, rows, days]) => {
    refuseWhereOff(switches);
    const hamlets = rows.filter(({ kind }) => kind === "dusun");
    return {
      hamlets: hamlets.map((area) => ({ value: area.id, label: areaLabel(area) })),
      days: daysOf(days),
    };
  });
}

/** What everybody reads: the texts that staff wrote anew; one round trip with the top of the page. */
export async function listPublicComplaints(ctx: VillageCtx) {
  const { rows, brand } = await readTogether(ctx.db, {
    rows: reading([selectSwitch(ctx), selectPublic(ctx)], ([switches, found]) => {
      refuseWhereOff(switches);
      return found;
    }),
    brand: brandReading(ctx),
  });
  return { rows, brand: await brand };
}

function selectPublic(ctx: VillageCtx) {
  return ctx.db
    .select({
      id: complaints.id,
      category: complaints.category,
      text: complaints.publicText,
      state: complaints.state,
      day: complaints.publicAt,
    })
    .from(complaints)
    .where(isNotNull(complaints.publicAt))
    .orderBy(desc(complaints.publicAt))
    .limit(PAGE_ROWS);
}

/** A resident's own complaints with the form for another, in one round trip. */
export async function loadOwnComplaints(ctx: ResidentCtx) {
  const { form, rows } = await readTogether(ctx.db, {
    form: formReading(ctx),
    rows: reading([selectOwnComplaints(ctx)], ([own]) => own),
  });
  return { ...form, rows };
}
export type OwnComplaint = Awaited<ReturnType<typeof selectOwnComplaints>>[number];

function selectOwnComplaints(ctx: ResidentCtx) {
  return ctx.db
    .select({
      id: complaints.id,
      year: complaints.year,
      number: complaints.number,
      subject: complaints.subject,
      text: complaints.text,
      state: complaints.state,
      dueOn: complaints.dueOn,
      answer: complaints.answer,
      createdAt: complaints.createdAt,
    })
    .from(complaints)
    .where(eq(complaints.accountId, ctx.resident.accountId))
    .orderBy(desc(complaints.createdAt))
    .limit(PAGE_ROWS);
}
