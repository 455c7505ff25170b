import { sql } from "drizzle-orm";
import type { OfficeCtx, ResidentCtx, VillageCtx } from "#app/context.ts";
import { listHolders } from "#app/modules/accounts/list-holders.server.ts";
import { findReceipt, issueReceipt } from "#app/modules/receipts/issue-receipt.server.ts";
import { takeNextNumber } from "#app/modules/village/take-next-number.server.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { attachFile } from "#app/platform/files/attach-file.ts";
import { keepUpload } from "#app/platform/files/keep-upload.ts";
import { senderOf, type UploadRules } from "#app/platform/files/store-upload.ts";
import { holidaysOf, selectHolidays } from "#app/platform/holidays.ts";
import { FILE_FIELD } from "#app/platform/http/read-form.ts";
import { newId } from "#app/platform/ids.ts";
import { tell } from "#app/platform/inbox.ts";
import { networkOf } from "#app/platform/network.ts";
import { requireTerms } from "#app/platform/privacy/require-terms.ts";
import { HOUR_MILLIS, requireUnderLimit } from "#app/platform/rate-limit.ts";
import { requirePermission } from "#app/platform/require.ts";
import { addWorkingDays } from "#app/platform/working-day-rules.ts";
import { write } from "#app/platform/write.ts";
import { complaints } from "#db/village/schema/residents.ts";
import { addStep, daysOf, type Sender, sealSender, selectDays, todayOf } from "./complaints.server.ts";
import type { OwnInput, SendInput } from "./input.ts";
import { requireComplaintsOn } from "./require-complaints-on.server.ts";
import { wakeComplaints } from "./wake-complaints.server.ts";
import { COMPLAINT_WORDS } from "./words.ts";

/** Camera and place are taken out of it as of every picture. */
export const COMPLAINT_PHOTO: UploadRules = { purpose: "complaint", accept: ["image"] };

/** A hall or a town behind one address, and no machine. What came with a photo counts twice. */
const SENDS_AN_HOUR = 20;

export interface SentComplaint {
  id: string;
  number: number;
}

/** Before a photo is stored: a form that comes back with errors costs nothing without one. */
export async function keepPhoto(ctx: VillageCtx, form: FormData): Promise<void> {
  const sent = form.get(FILE_FIELD);
  if (sent instanceof File && sent.size > 0) await requireRoomToComplain(ctx);
  await keepUpload(ctx, form, COMPLAINT_PHOTO);
}

/** So many an hour from one address. */
async function requireRoomToComplain(ctx: VillageCtx): Promise<void> {
  await requireComplaintsOn(ctx);
  await requireUnderLimit(ctx, {
    subject: `complaint:${ctx.tenant.villageId}:${networkOf(ctx.address)}`,
    limit: SENDS_AN_HOUR,
    windowMillis: HOUR_MILLIS,
    sentence: COMPLAINT_WORDS.tooMany,
  });
}

/** By anybody, with his name. @returns the code that tells him how it goes */
export async function sendComplaint(ctx: VillageCtx, input: SendInput): Promise<{ code: string }> {
  await requireRoomToComplain(ctx);
  const { id } = await keepComplaint(ctx, input, { name: input.nama, phone: input.telepon });
  const code = await findReceipt(ctx, ctx.db, { subject: "complaint", subjectId: id });
  return { code: code ?? "" };
}

/** By a resident at his own account. */
export async function sendOwnComplaint(ctx: ResidentCtx, input: OwnInput): Promise<SentComplaint> {
  await requireRoomToComplain(ctx);
  return keepComplaint(ctx, input, null);
}

/** At the counter, for somebody who came. */
export async function enterComplaint(ctx: OfficeCtx, input: SendInput): Promise<SentComplaint> {
  requirePermission(ctx, "complaints.read");
  return keepComplaint(ctx, input, { name: input.nama, phone: input.telepon });
}

async function keepComplaint(
  ctx: VillageCtx,
  input: OwnInput,
  sender: Sender | null,
): Promise<SentComplaint> {
  const senderSealed = sender && (await sealSender(ctx, sender));
  const today = todayOf(ctx);
  const sent = await write(ctx, async ({ tx, audit }) => {
    await requireTerms(ctx, tx);
    const id = newId(ctx.now);
    const at = ctx.now.toISOString();
    const year = Number(today.slice(0, 4));
    if (input.berkas)
      await attachFile(tx, input.berkas, COMPLAINT_PHOTO.purpose, { accountId: senderOf(ctx), now: ctx.now });
    const highest = sql`SELECT max(number) FROM ${complaints} WHERE year = ${year}`;
    const number = await takeNextNumber(tx, { book: "pengaduan", year, highest, now: ctx.now });
    if (number === null) throw new ConflictError(COMPLAINT_WORDS.full);
    await tx.insert(complaints).values({
      ...{ id, year, number, senderSealed, state: "new", createdAt: at, updatedAt: at },
      accountId: ctx.resident?.accountId ?? null,
      category: input.kategori,
      subject: input.judul,
      text: input.isi,
      hamletId: input.dusun,
      photoId: input.berkas,
      dueOn: addWorkingDays(today, daysOf(await selectDays(tx)), holidaysOf(await selectHolidays(tx))),
    });
    await addStep(ctx, tx, id, "receive");
    await issueReceipt(ctx, tx, { subject: "complaint", subjectId: id });
    await tell(ctx, tx, await listHolders(ctx, tx, "complaints.assign"), {
      onceKey: `complaint:${id}`,
      title: COMPLAINT_WORDS.desk(number, input.judul),
      href: `/kantor/pengaduan/${id}`,
    });
    await audit({
      action: "complaint.receive",
      entity: "complaint",
      entityId: id,
      details: { nomor: number, tahun: year },
    });
    return { id, number };
  });
  await wakeComplaints(ctx);
  return sent;
}
