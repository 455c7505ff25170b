import { eq, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { STATUS } from "#app/modules/population/person-rules.ts";
import { readPerson } from "#app/modules/population/read-person.server.ts";
import { issueReceipt } from "#app/modules/receipts/issue-receipt.server.ts";
import { takeNextNumber } from "#app/modules/village/take-next-number.server.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { requireTerms } from "#app/platform/privacy/require-terms.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { permits } from "#db/village/schema/services.ts";
import { settings } from "#db/village/schema/village.ts";
import type { AskInput, ChangeInput } from "./input.ts";
import { CONSENT_KEY, consentKinds } from "./permit-rules.ts";
import {
  type Applicant,
  getPermitFor,
  permitFacts,
  requirePlace,
  sealApplicant,
  takeStep,
  todayOf,
  writeStep,
} from "./permits.server.ts";
import { PERMIT_WORDS } from "./words.ts";

/** A request at the counter, of a resident or of somebody from elsewhere; it gets the next number of the year's book. */
export async function askPermit(
  ctx: OfficeCtx,
  residentId: string | null,
  input: AskInput,
): Promise<{ id: string; number: number }> {
  requirePermission(ctx, "permits.write");
  return write(ctx, async ({ tx, audit }) => {
    const { name, ...applicant } = await applicantOf(ctx, tx, residentId, input);
    const place = await requirePlace(tx, input.jenis, input);
    if (!residentId || input.telepon) await requireTerms(ctx, tx);
    const year = Number(todayOf(ctx).slice(0, 4));
    const number = await nextNumber(ctx, tx, year);
    const at = ctx.now.toISOString();
    const row = {
      id: newId(ctx.now),
      year,
      number,
      kind: input.jenis,
      state: "asked" as const,
      residentId,
      applicantName: name,
      applicantSealed: await sealApplicant(ctx, applicant),
      ...spanOf(input),
      purpose: input.keperluan,
      placeId: place?.id ?? null,
      placeText: place ? null : input.lokasi,
      deposit: place?.deposit ?? 0,
      needsConsent: (await readConsentKinds(tx)).includes(input.jenis),
      createdBy: ctx.actor.accountId,
      createdAt: at,
      updatedAt: at,
    };
    await tx.insert(permits).values(row);
    await writeStep(ctx, tx, row.id, "ask", null);
    await issueReceipt(ctx, tx, { subject: "permit", subjectId: row.id });
    await audit({ action: "permit.ask", entity: "permit", entityId: row.id, details: permitFacts(row) });
    return { id: row.id, number };
  });
}

/** Puts time, place or purpose right while nothing is decided. */
export async function changePermit(ctx: OfficeCtx, id: string, input: ChangeInput): Promise<void> {
  requirePermission(ctx, "permits.write");
  await write(ctx, async (work) => {
    const row = await getPermitFor(work.tx, id, { version: input.versi, action: "change" });
    const place = await requirePlace(work.tx, row.kind, input);
    const change = {
      ...spanOf(input),
      purpose: input.keperluan,
      placeId: place?.id ?? null,
      placeText: place ? null : input.lokasi,
      deposit: place?.deposit ?? 0,
    };
    await takeStep(ctx, work, row, change, { step: "change" });
    return null;
  });
}

type Times = Pick<AskInput, "mulai" | "jam_mulai" | "selesai" | "jam_selesai">;

function spanOf({ mulai, jam_mulai, selesai, jam_selesai }: Times) {
  return { fromAt: `${mulai}T${jam_mulai}`, untilAt: `${selesai}T${jam_selesai}` };
}

async function applicantOf(
  ctx: OfficeCtx,
  tx: VillageTx,
  residentId: string | null,
  { nama, nik, alamat, telepon }: AskInput,
): Promise<Applicant & { name: string }> {
  if (residentId) {
    const person = await readPerson(ctx, tx, residentId);
    if (person.status === STATUS.dead) throw new FieldError("", "Orang ini tercatat meninggal.");
    return { name: person.name, nik: person.nik, address: person.address, phone: telepon };
  }
  if (!nama) throw new FieldError("nama", PERMIT_WORDS.nameMissing);
  return { name: nama, nik, address: alamat, phone: telepon };
}

async function nextNumber(ctx: OfficeCtx, tx: VillageTx, year: number): Promise<number> {
  const highest = sql`SELECT max(number) FROM ${permits} WHERE year = ${year}`;
  const number = await takeNextNumber(tx, { book: "izin", year, highest, now: ctx.now });
  if (number === null) throw new ConflictError(PERMIT_WORDS.full);
  return number;
}

async function readConsentKinds(tx: VillageTx) {
  const [row] = await tx.select().from(settings).where(eq(settings.key, CONSENT_KEY));
  return consentKinds(row?.value);
}
