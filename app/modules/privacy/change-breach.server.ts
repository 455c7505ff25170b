import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { settleAlert } from "#app/platform/alerts.ts";
import { FieldError } from "#app/platform/errors.ts";
import { settleMessages } from "#app/platform/inbox.ts";
import { requireMaySign, requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { breaches } from "#db/village/schema/privacy.ts";
import { missingFacts, missingNotices, type NoticeTarget } from "./breach-rules.ts";
import { getOpenBreach } from "./breaches.server.ts";
import type { CloseBreachInput, DescribeBreachInput, TellBreachInput } from "./input.ts";
import { instantFrom } from "./moment-rules.ts";
import { breachKeys } from "./watch-rules.ts";
import { BREACH_WORDS } from "./words.ts";

/** Writes down what the notices must say. What is not known yet may follow. */
export async function describeBreach(ctx: OfficeCtx, id: string, input: DescribeBreachInput): Promise<void> {
  requirePermission(ctx, "privacy.breaches");
  await write(ctx, async ({ tx, audit }) => {
    const { version } = await getOpenBreach(tx, id, input.versi);
    await tx
      .update(breaches)
      .set({
        what: input.kejadian,
        whose: input.data,
        how: input.bagaimana,
        handling: input.penanganan,
        personCount: input.jumlah ?? null,
        needsPublicNotice: input.umum === "on",
        version: version + 1,
      })
      .where(eq(breaches.id, id));
    await audit({ action: "breach.describe", entity: "breach", entityId: id });
    return null;
  });
}

const TOLD_COLUMNS = {
  subjek: "subjectsToldAt",
  lembaga: "authorityToldAt",
  umum: "publicToldAt",
} as const satisfies Record<NoticeTarget, keyof typeof breaches.$inferInsert>;

/** Notes who was told and when; a slip is mended by noting it again. */
export async function tellOfBreach(ctx: OfficeCtx, id: string, input: TellBreachInput): Promise<void> {
  requirePermission(ctx, "privacy.breaches");
  const { timeZone } = ctx.tenant;
  const toldAt = instantFrom(timeZone, input.tanggal, input.jam);
  if (toldAt > ctx.now) throw new FieldError("tanggal", BREACH_WORDS.notToldYet);
  await write(ctx, async ({ tx, audit }) => {
    const breach = await getOpenBreach(tx, id, input.versi);
    if (toldAt.toISOString() < breach.discoveredAt) throw new FieldError("tanggal", BREACH_WORDS.beforeFound);
    const told = { [TOLD_COLUMNS[input.kepada]]: toldAt.toISOString() };
    await tx
      .update(breaches)
      .set({ ...told, version: breach.version + 1 })
      .where(eq(breaches.id, id));
    if (missingNotices({ ...breach, ...told }).length === 0)
      for (const key of breachKeys(id)) await settleMessages(ctx, tx, key);
    const details = { whom: BREACH_WORDS.whom[input.kepada], at: toldAt.toISOString() };
    await audit({ action: "breach.tell", entity: "breach", entityId: id, details });
    return null;
  });
}

/**
 * Closes a breach: everybody was told, or it turned out to be none, which the note says why.
 * @throws FieldError that names what is missing
 */
export async function closeBreach(ctx: OfficeCtx, id: string, input: CloseBreachInput): Promise<void> {
  requirePermission(ctx, "privacy.breaches");
  requireMaySign(ctx);
  await write(ctx, async ({ tx, audit }) => {
    const breach = await getOpenBreach(tx, id, input.versi);
    const untold = missingNotices(breach).map((target) => `memberi tahu ${BREACH_WORDS.whom[target]}`);
    const missing = [...missingFacts(breach), ...untold];
    if (input.hasil === "selesai" && missing.length > 0)
      throw new FieldError("hasil", BREACH_WORDS.notYet(missing.join(", ")));
    await tx
      .update(breaches)
      .set({
        closedAt: ctx.now.toISOString(),
        closingNote: BREACH_WORDS.closing[input.hasil](input.catatan),
        version: breach.version + 1,
      })
      .where(eq(breaches.id, id));
    for (const key of breachKeys(id)) await settleMessages(ctx, tx, key);
    await audit({
      action: "breach.close",
      entity: "breach",
      entityId: id,
      details: { outcome: input.hasil },
    });
    return null;
  });
  await settleAlert(ctx, `breach:${id}`, ctx.actor.name);
}
