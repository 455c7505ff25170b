import { and, eq } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { newId, sha256Hex } from "#app/platform/ids.ts";
import type { ReceiptKind } from "#app/platform/receipt-subject.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { receiptCodes } from "#db/village/schema/residents.ts";
import { codeFrom, printedCode } from "./receipt-rules.ts";

/** How long a code opens its request. */
const LIFE_DAYS = 366;

/** Name under which codes are derived from the village's index key. */
const CODE_FIELD = "receipts.code";

/** The request that a code stands for. */
export interface Receipted {
  subject: ReceiptKind;
  subjectId: string;
}

/**
 * Gives a request its code, in the transaction that takes the request up. The code is made from the village's own key,
 * so that it is stored nowhere and yet the same when its slip is printed again.
 * @returns the code as it is printed
 */
export async function issueReceipt(
  ctx: Pick<VillageCtx, "keys" | "now">,
  tx: VillageDb | VillageTx,
  request: Receipted,
): Promise<string> {
  const code = await codeOf(await ctx.keys.index(CODE_FIELD, nameOf(request)));
  const expiresAt = new Date(ctx.now.getTime() + LIFE_DAYS * 86_400_000).toISOString();
  await tx
    .insert(receiptCodes)
    .values({
      ...request,
      id: newId(ctx.now),
      codeHash: await sha256Hex(code),
      createdAt: ctx.now.toISOString(),
      expiresAt,
    })
    .onConflictDoUpdate({ target: receiptCodes.codeHash, set: { expiresAt } });
  return printedCode(code);
}

/** The code of a request as it is printed, to print it again; null where it has none that still opens it. */
export async function findReceipt(
  ctx: Pick<VillageCtx, "keys" | "now">,
  db: VillageDb | VillageTx,
  request: Receipted,
): Promise<string | null> {
  return receiptAmong(ctx, await selectReceipts(db, request), request);
}

/** Statement of what is stored of a request's codes, for a page's batch; see `receiptAmong`. */
export function selectReceipts(db: VillageDb | VillageTx, { subject, subjectId }: Receipted) {
  return db
    .select()
    .from(receiptCodes)
    .where(and(eq(receiptCodes.subject, subject), eq(receiptCodes.subjectId, subjectId)));
}

/** The code that one of those rows stands for and that still opens the request, or null. */
export async function receiptAmong(
  ctx: Pick<VillageCtx, "keys" | "now">,
  rows: readonly (typeof receiptCodes.$inferSelect)[],
  request: Receipted,
): Promise<string | null> {
  const alive = new Set(
    rows.filter(({ expiresAt }) => expiresAt > ctx.now.toISOString()).map(({ codeHash }) => codeHash),
  );
  if (alive.size === 0) return null;
  for (const mark of await ctx.keys.indexes(CODE_FIELD, nameOf(request))) {
    const code = await codeOf(mark);
    if (alive.has(await sha256Hex(code))) return printedCode(code);
  }
  return null;
}

/** Where the holder of a code looks his request up. */
export function receiptAddress(
  { config, tenant }: Pick<VillageCtx, "config" | "tenant">,
  code: string,
): string {
  return `${config.publicScheme}://${tenant.slug}.${config.baseHost}/lacak?kode=${code}`;
}

function nameOf({ subject, subjectId }: Receipted): string {
  return `${subject}:${subjectId}`;
}

async function codeOf(mark: string): Promise<string> {
  return codeFrom(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(mark))));
}
