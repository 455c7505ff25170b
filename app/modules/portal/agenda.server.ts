import { asc, desc, eq, gte, lt } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import type { VillageTx } from "#db/open.ts";
import { agendaItems } from "#db/village/schema/portal.ts";
import type { AgendaInput } from "./input.ts";
import { todayOf } from "./posts.server.ts";
import { AGENDA_WORDS } from "./words.ts";

export type AgendaRow = typeof agendaItems.$inferSelect;

const MOST = 100;

/** What a form says of a day in the agenda, as columns. */
export function columnsOf({ judul, tempat, tanggal, mulai, selesai, keterangan }: AgendaInput) {
  return {
    title: judul,
    place: tempat,
    startsAt: `${tanggal}T${mulai}`,
    endsAt: selesai && `${tanggal}T${selesai}`,
    text: keterangan,
  };
}

/** An item as a form's person saw it. @throws NotFoundError, ConflictError where it was changed or cancelled since */
export async function getAgendaItem(tx: VillageTx, id: string, version: number): Promise<AgendaRow> {
  const [item] = await tx.select().from(agendaItems).where(eq(agendaItems.id, id));
  if (!item) throw new NotFoundError(AGENDA_WORDS.gone);
  if (item.version !== version) throw new ConflictError(AGENDA_WORDS.stale);
  if (item.cancelledAt) throw new ConflictError(AGENDA_WORDS.isCancelled);
  return item;
}

/** What is to come, and what was lately; one round trip. */
export async function listAgenda(ctx: OfficeCtx) {
  requirePermission(ctx, "portal.read");
  const today = todayOf(ctx);
  const [coming, past] = await ctx.db.batch([
    ctx.db
      .select()
      .from(agendaItems)
      .where(gte(agendaItems.startsAt, today))
      .orderBy(asc(agendaItems.startsAt), asc(agendaItems.id))
      .limit(MOST),
    ctx.db
      .select()
      .from(agendaItems)
      .where(lt(agendaItems.startsAt, today))
      .orderBy(desc(agendaItems.startsAt), desc(agendaItems.id))
      .limit(20),
  ]);
  return { coming, past };
}

/** One item for its form. */
export async function loadAgendaItem(ctx: OfficeCtx, id: string): Promise<AgendaRow> {
  requirePermission(ctx, "portal.read");
  const [item] = await ctx.db.select().from(agendaItems).where(eq(agendaItems.id, id));
  if (!item) throw new NotFoundError(AGENDA_WORDS.gone);
  return item;
}
