import { sql } from "drizzle-orm";
import type { OfficeCtx, VillageCtx } from "#app/context.ts";
import { findReceipt, issueReceipt } from "#app/modules/receipts/issue-receipt.server.ts";
import { takeNextNumber } from "#app/modules/village/take-next-number.server.ts";
import { addDays, type Day } from "#app/platform/clock.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { holidaysOf, selectHolidays } from "#app/platform/holidays.ts";
import { newId } from "#app/platform/ids.ts";
import { networkOf } from "#app/platform/network.ts";
import { requireTerms } from "#app/platform/privacy/require-terms.ts";
import { HOUR_MILLIS, requireUnderLimit } from "#app/platform/rate-limit.ts";
import { requirePermission } from "#app/platform/require.ts";
import { type Write, write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { informationRequests } from "#db/village/schema/portal.ts";
import { sealApplicant } from "./applicant.server.ts";
import type { CounterRequestInput, RequestInput } from "./input.ts";
import { dueOn } from "./request-rules.ts";
import { numberText, todayOf } from "./requests.server.ts";
import { wakeInformation } from "./wake-information.server.ts";
import { REQUEST_WORDS } from "./words.ts";

/** A hall or a town shares an address; nobody asks this often by hand. */
const REQUESTS_AN_HOUR = 20;
const OLDEST_DAYS = 30;
/** The register among the village's numbered books. */
const BOOK = "permohonan-informasi";

export interface Received {
  id: string;
  number: string;
  due: Day;
  /** Printed code under which the applicant follows it. */
  code: string;
}

/** A request that anybody sends from the public page. */
export async function sendRequest(ctx: VillageCtx, input: RequestInput): Promise<Received> {
  await requireUnderLimit(ctx, {
    subject: `information:${ctx.tenant.villageId}:${networkOf(ctx.address)}`,
    limit: REQUESTS_AN_HOUR,
    windowMillis: HOUR_MILLIS,
    sentence: REQUEST_WORDS.tooMany,
  });
  const sender = { ...ctx, actor: null };
  return receive(sender, input, { receivedOn: todayOf(ctx), channel: "web", createdBy: null }, async (tx) => {
    await requireTerms(ctx, tx).catch((error: unknown) => {
      throw error instanceof ConflictError ? new ConflictError(REQUEST_WORDS.webClosed) : error;
    });
  });
}

/** A request of somebody at the counter, by whoever sits there. */
export async function enterRequest(ctx: OfficeCtx, input: CounterRequestInput): Promise<Received> {
  requirePermission(ctx, "information.handle");
  const today = todayOf(ctx);
  const receivedOn = input.diterima ?? today;
  if (receivedOn > today || receivedOn < addDays(today, -OLDEST_DAYS))
    throw new FieldError("diterima", REQUEST_WORDS.dayOutside);
  const by = { receivedOn, channel: "counter" as const, createdBy: ctx.actor.accountId };
  return receive(ctx, input, by, (tx) => requireTerms(ctx, tx));
}

interface Origin {
  receivedOn: Day;
  channel: "web" | "counter";
  createdBy: string | null;
}

async function receive(
  ctx: VillageCtx,
  input: RequestInput,
  origin: Origin,
  requireOpen: (tx: Write["tx"]) => Promise<void>,
): Promise<Received> {
  const applicantSealed = await sealApplicant(ctx, input);
  const received = await write(ctx, async ({ tx, audit }) => {
    await requireOpen(tx);
    const id = newId(ctx.now);
    const at = ctx.now.toISOString();
    const year = Number(origin.receivedOn.slice(0, 4));
    const number = await takeNumber(tx, year, ctx.now);
    const due = dueOn(origin.receivedOn, false, holidaysOf(await selectHolidays(tx)));
    await tx.insert(informationRequests).values({
      ...{ id, year, number, applicantSealed },
      information: input.informasi,
      purpose: input.tujuan,
      way: input.cara,
      dueOn: due,
      state: "received",
      ...origin,
      createdAt: at,
      updatedAt: at,
    });
    await issueReceipt(ctx, tx, { subject: "information", subjectId: id });
    const details = { nomor: numberText({ number, year }) };
    await audit({ action: "information.receive", entity: "information", entityId: id, details });
    return { id, number: details.nomor, due };
  });
  await wakeInformation(ctx);
  // Made anew from the village's key: the outcome of the form, which is stored, must not hold it.
  const code = await findReceipt(ctx, ctx.db, { subject: "information", subjectId: received.id });
  return { ...received, code: code ?? "" };
}

/** The register's next number. @throws ConflictError where the book of the year is full */
async function takeNumber(tx: VillageTx, year: number, now: Date): Promise<number> {
  const highest = sql`SELECT max(number) FROM ${informationRequests} WHERE year = ${year}`;
  const number = await takeNextNumber(tx, { book: BOOK, year, highest, now });
  if (number === null) throw new ConflictError(REQUEST_WORDS.bookFull);
  return number;
}
