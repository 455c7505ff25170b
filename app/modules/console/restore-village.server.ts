import { and, eq } from "drizzle-orm";
import type { OversightCtx } from "#app/context.ts";
import {
  listRestoreOrders,
  type OrderedSource,
  orderRestore,
} from "#app/platform/backup/order-restore.server.ts";
import { listRestorePoints } from "#app/platform/backup/restore-points.server.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { requireOversight } from "#app/platform/require.ts";
import { writeDirectory } from "#app/platform/write-directory.ts";
import { formatDateTime } from "#app/ui/format.ts";
import { restoreOrders } from "#db/directory/schema/backups.ts";
import type { VillageRow } from "#db/directory/villages.ts";
import type { RestoreInput } from "./input.ts";
import { getVillageRow } from "./load-village.server.ts";
import { chooseSource } from "./restore-rules.ts";
import { CONSOLE_WORDS } from "./words.ts";

/** What a village can be restored from, and what became of earlier wishes. @throws NotFoundError, ConflictError */
export async function loadRestore(ctx: OversightCtx, villageId: string) {
  requireOversight(ctx, "operator.villages");
  const village = await requireRestorable(ctx, villageId);
  const [points, orders] = await Promise.all([
    listRestorePoints(ctx, village),
    listRestoreOrders(ctx, villageId),
  ]);
  return { village, ...points, orders };
}

/**
 * Asks for a restore of one village. Its choice is held against what can be had now, and its address name must be typed.
 * The same form twice asks once, also where the first wish has been carried out meanwhile.
 * @throws FieldError at the field that does not fit; ConflictError while another restore or a move is under way
 */
export async function restoreByOperator(
  ctx: OversightCtx,
  villageId: string,
  input: RestoreInput,
): Promise<{ name: string }> {
  requireOversight(ctx, "operator.villages");
  const village = await requireRestorable(ctx, villageId);
  if (input.nama !== village.slug) throw new FieldError("nama", CONSOLE_WORDS.restoreName(village.slug));
  const points = await listRestorePoints(ctx, village);
  const choice = chooseSource(input, points, village.timeZone, ctx.now);
  if ("field" in choice) throw new FieldError(choice.field, choice.sentence);
  const { source, to } = choice;
  const asked = await writeDirectory(ctx, async ({ tx, audit }) => {
    const open = await tx.select().from(restoreOrders).where(isOpen(villageId));
    if (open.length > 0) throw new ConflictError(CONSOLE_WORDS.restoreOpen);
    const entry = { action: "village.order-restore", entity: "village", entityId: villageId, villageId };
    const details = { to: formatDateTime(to, village.timeZone), source: source.kind, reason: input.alasan };
    await audit({ ...entry, details });
    return { at: ctx.now.toISOString() };
  });
  await orderOnce(ctx, village, source, asked.at);
  return { name: village.name };
}

/** The record of the wish comes first: a process that dies after it is made up for by the same form. */
async function orderOnce(
  ctx: OversightCtx,
  { id: villageId }: VillageRow,
  source: OrderedSource,
  askedAt: string,
): Promise<void> {
  const isThis = and(eq(restoreOrders.villageId, villageId), eq(restoreOrders.askedAt, askedAt));
  const [known] = await ctx.directory.select().from(restoreOrders).where(isThis);
  if (known) return;
  const askedBy = `${ctx.overseer.name}, operator`;
  await orderRestore({ ...ctx, now: new Date(askedAt) }, { villageId, source, askedBy });
}

function isOpen(villageId: string) {
  return and(eq(restoreOrders.villageId, villageId), eq(restoreOrders.state, "waiting"));
}

async function requireRestorable(ctx: OversightCtx, villageId: string): Promise<VillageRow> {
  const village = await getVillageRow(ctx.directory, villageId);
  if (village.state !== "active" && village.state !== "suspended")
    throw new ConflictError(CONSOLE_WORDS.restoreNotNow);
  if (village.movingTo) throw new ConflictError(CONSOLE_WORDS.restoreMoving);
  return village;
}

export type RestoreFacts = Awaited<ReturnType<typeof loadRestore>>;
