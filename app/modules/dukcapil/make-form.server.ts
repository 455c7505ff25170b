import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { issueReceipt } from "#app/modules/receipts/issue-receipt.server.ts";
import { FieldError, NotFoundError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { requirePermission } from "#app/platform/require.ts";
import { type Write, write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { residentEvents, residents } from "#db/village/schema/population.ts";
import { dukcapilForms } from "#db/village/schema/services.ts";
import { readFacts } from "./form-facts.server.ts";
import { auditFacts, sealContent } from "./forms.server.ts";
import { SHEETS } from "./sheet-fields.ts";
import { prefilled, type Sheet } from "./sheet-rules.ts";
import { FORM_WORDS } from "./words.ts";

type EventRow = typeof residentEvents.$inferSelect;

export interface Made {
  id: string;
  /** False where the event has its sheet already. */
  isNew: boolean;
}

/** A sheet for a resident, filled in from the register; of a birth, death or move with the latest that he has. */
export async function makeForm(ctx: OfficeCtx, residentId: string, sheetKey: string): Promise<Made> {
  requirePermission(ctx, "dukcapil.write");
  const sheet = SHEETS.findLast(({ key }) => key === sheetKey);
  if (!sheet) throw new FieldError("lembar", FORM_WORDS.noSheet);
  return write(ctx, async (work) => {
    const event = sheet.event ? await latestEvent(work.tx, residentId, sheet.event) : null;
    return insert(ctx, work, sheet, residentId, event);
  });
}

/** The sheet of an act that was just recorded; one that exists already is found. */
export async function makeFormOfAct(ctx: OfficeCtx, actId: string): Promise<Made> {
  requirePermission(ctx, "dukcapil.write");
  return write(ctx, async (work) => {
    const [event] = await work.tx
      .select()
      .from(residentEvents)
      .where(
        and(
          eq(residentEvents.actId, actId),
          inArray(residentEvents.kind, ["birth", "death", "move_out"]),
          isNull(residentEvents.cancelledAt),
        ),
      )
      .orderBy(residentEvents.seq)
      .limit(1);
    const sheet = event && SHEETS.findLast((each) => each.event === event.kind);
    if (!event || !sheet) throw new NotFoundError(FORM_WORDS.noEvent);
    return insert(ctx, work, sheet, event.residentId, event);
  });
}

async function latestEvent(tx: VillageTx, residentId: string, kind: NonNullable<Sheet["event"]>) {
  const rows = await tx
    .select()
    .from(residentEvents)
    .where(
      and(
        eq(residentEvents.residentId, residentId),
        eq(residentEvents.kind, kind),
        isNull(residentEvents.cancelledAt),
      ),
    )
    .orderBy(residentEvents.seq);
  return rows.at(-1) ?? null;
}

async function insert(
  ctx: OfficeCtx,
  { tx, audit }: Write,
  sheet: Sheet,
  residentId: string,
  event: EventRow | null,
): Promise<Made> {
  const known = event && (await findOfEvent(tx, event.id));
  if (known) {
    await audit({
      action: "dukcapil.find",
      entity: "dukcapil-form",
      entityId: known.id,
      details: auditFacts(known),
    });
    return { id: known.id, isNew: false };
  }
  const [person] = await tx
    .select({ name: residents.name, familyId: residents.familyId })
    .from(residents)
    .where(eq(residents.id, residentId));
  if (!person) throw new NotFoundError();
  const at = ctx.now.toISOString();
  const row = {
    id: newId(ctx.now),
    form: sheet.form,
    formVersion: sheet.version,
    state: "draft" as const,
    residentId,
    familyId: person.familyId,
    eventId: event?.id ?? null,
    personName: person.name,
    contentSealed: await sealContent(ctx, prefilled(sheet, await readFacts(ctx, tx, residentId, event))),
    createdBy: ctx.actor.accountId,
    createdAt: at,
    updatedAt: at,
  };
  await tx.insert(dukcapilForms).values(row);
  await issueReceipt(ctx, tx, { subject: "dukcapil", subjectId: row.id });
  await audit({
    action: "dukcapil.make",
    entity: "dukcapil-form",
    entityId: row.id,
    details: auditFacts(row),
  });
  return { id: row.id, isNew: true };
}

async function findOfEvent(tx: VillageTx, eventId: string) {
  const [row] = await tx
    .select()
    .from(dukcapilForms)
    .where(and(eq(dukcapilForms.eventId, eventId), ne(dukcapilForms.state, "cancelled")))
    .limit(1);
  return row ?? null;
}
