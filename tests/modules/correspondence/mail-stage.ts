import type { OfficeCtx } from "#app/context.ts";
import { DisposeInput, RegisterInput } from "#app/modules/correspondence/input.ts";
import { registerIncoming } from "#app/modules/correspondence/register-incoming.server.ts";

/** What a person types. */
export const INCOMING_FIELDS = {
  diterima: "2026-11-24",
  pengirim: "Camat Gunungsari",
  nomor: "005/112/Kec-GS",
  tanggal_surat: "2026-11-20",
  perihal: "Undangan rapat koordinasi",
  sifat: "biasa",
};

/** A letter as a form would send it. */
export function incomingInput(fields: Partial<Record<string, string>> = {}): RegisterInput {
  return RegisterInput.parse({ ...INCOMING_FIELDS, ...fields });
}

/** Writes a letter into the book. */
export function register(ctx: OfficeCtx, fields: Partial<Record<string, string>> = {}) {
  return registerIncoming(ctx, incomingInput(fields));
}

/** A disposition of a letter that nobody has touched since it was entered. */
export function disposeInput(people: OfficeCtx[], fields: Record<string, unknown> = {}): DisposeInput {
  return DisposeInput.parse({
    versi: 1,
    kepada: people.map(({ actor }) => actor.accountId),
    frasa: ["Tindak lanjuti"],
    ...fields,
  });
}
