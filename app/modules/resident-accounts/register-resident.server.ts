import { and, count, eq, inArray } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { SEALED_RESIDENT_FIELDS } from "#app/modules/population/sealed-fields.ts";
import { FieldError } from "#app/platform/errors.ts";
import { attachFile } from "#app/platform/files/attach-file.ts";
import { senderOf, type UploadRules } from "#app/platform/files/store-upload.ts";
import { newId } from "#app/platform/ids.ts";
import { sealValue } from "#app/platform/keys/sealed-field.ts";
import { networkOf } from "#app/platform/network.ts";
import { HOUR_MILLIS, requireUnderLimit } from "#app/platform/rate-limit.ts";
import { write } from "#app/platform/write.ts";
import { residentRegistrations } from "#db/village/schema/residents.ts";
import type { RegisterInput } from "./input.ts";
import { hashChosenPin } from "./new-pin.server.ts";
import { requireServiceOn } from "./require-resident-accounts.server.ts";
import { REGISTRATION_TYPED } from "./sealed-fields.ts";
import { ACCOUNT_WORDS, REGISTRATION_WORDS } from "./words.ts";

/** Photo of a KTP: gone with the decision. */
export const KTP_PHOTO: UploadRules = { purpose: "ktp", accept: ["image"] };

/** Photos and forms that an address sends in an hour; a village may share one connection with its people. */
const SENDS_AN_HOUR = 40;
/** More that wait for one NIK are not kept: nobody fills the office's list with somebody's number. */
const MOST_WAITING = 3;

/** What somebody typed of himself. */
export interface Typed {
  nik: string;
  name: string;
  birthDate: string;
  phone: string;
}

/** Before a file is stored: an address sends so many an hour. */
export async function requireRegistrationRoom(ctx: VillageCtx, form: FormData): Promise<void> {
  await requireServiceOn(ctx);
  const sent = form.get("berkas");
  if (sent instanceof File && sent.size > 0) await countSending(ctx);
}

async function countSending(ctx: VillageCtx): Promise<void> {
  await requireUnderLimit(ctx, {
    subject: `resident-registration:${ctx.tenant.villageId}:${networkOf(ctx.address)}`,
    limit: SENDS_AN_HOUR,
    windowMillis: HOUR_MILLIS,
    sentence: ACCOUNT_WORDS.tooMany,
  });
}

/**
 * Keeps a self-registration until staff decides. Nothing tells whether the register knows the NIK: what is kept, done and
 * answered is the same.
 */
export async function registerResident(ctx: VillageCtx, input: RegisterInput): Promise<void> {
  if (input.berkas === null) throw new FieldError("berkas", REGISTRATION_WORDS.noPhoto);
  const photoId = input.berkas;
  await countSending(ctx);
  const known = { names: [input.nama, ctx.tenant.name, ctx.tenant.slug], phone: input.telepon };
  const passwordHash = await hashChosenPin(input.pin_baru, {
    ...known,
    nik: input.nik,
    birthDate: input.tanggal_lahir,
  });
  const { field } = SEALED_RESIDENT_FIELDS.nik;
  const [indexes, nikIndex] = await Promise.all([
    ctx.keys.indexes(field, input.nik),
    ctx.keys.index(field, input.nik),
  ]);
  const typed: Typed = {
    nik: input.nik,
    name: input.nama,
    birthDate: input.tanggal_lahir,
    phone: input.telepon,
  };
  const { sealed } = await sealValue(ctx.keys, REGISTRATION_TYPED, JSON.stringify(typed));
  await write(ctx, async ({ tx, audit }) => {
    const waiting = and(
      inArray(residentRegistrations.nikIndex, indexes),
      eq(residentRegistrations.state, "waiting"),
    );
    const [held] = await tx.select({ all: count() }).from(residentRegistrations).where(waiting);
    const id = newId(ctx.now);
    if ((held?.all ?? 0) < MOST_WAITING) {
      await attachFile(tx, photoId, KTP_PHOTO.purpose, { accountId: senderOf(ctx), now: ctx.now });
      await tx.insert(residentRegistrations).values({
        id,
        typedSealed: sealed ?? "",
        nikIndex,
        passwordHash,
        photoId,
        state: "waiting",
        createdAt: ctx.now.toISOString(),
      });
    }
    await audit({ action: "resident-registration.send", entity: "resident_registration", entityId: id });
    return null;
  });
}
