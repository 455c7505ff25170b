import type { DocumentImage, LetterheadBlock, LetterheadLine } from "#app/platform/document/blocks.ts";
import type { villageProfile } from "#db/village/schema/village.ts";

type Profile = Pick<
  typeof villageProfile.$inferSelect,
  | "name"
  | "districtName"
  | "regencyName"
  | "villageTerm"
  | "address"
  | "postalCode"
  | "phone"
  | "email"
  | "letterheadLines"
>;

/**
 * The kop of a village's papers: its own lines, or those made of its names, and below them the address. Order after
 * common practice (kabupaten, kecamatan, desa, address); the tata naskah of the kabupaten decides, so a village may
 * write its own.
 * @param emblem cleaned PNG or JPEG; without it the kop is text only
 */
export function letterheadOf(profile: Profile, emblem?: DocumentImage): LetterheadBlock {
  const names = profile.letterheadLines ?? usualLines(profile);
  const last = names.length - 1;
  const lines: LetterheadLine[] = names.map((text, at) => ({
    text,
    size: at === last ? "large" : "normal",
    isBold: true,
  }));
  const address = addressLine(profile);
  if (address) lines.push({ text: address, size: "small" });
  return { type: "letterhead", emblem, lines };
}

/** The lines that a kop has where the village wrote none: kabupaten or kota, kecamatan, village, in capitals. */
export function usualLines(profile: Pick<Profile, "name" | "districtName" | "regencyName" | "villageTerm">) {
  return [
    `PEMERINTAH ${profile.regencyName}`,
    `KECAMATAN ${profile.districtName}`,
    `PEMERINTAH ${profile.villageTerm} ${profile.name}`,
  ].map((line) => line.toUpperCase());
}

function addressLine({ address, postalCode, phone, email }: Profile): string | null {
  const parts = [
    address && (postalCode ? `${address} Kode Pos ${postalCode}` : address),
    phone && `Telepon ${phone}`,
    email && `Surel ${email}`,
  ];
  return parts.filter(Boolean).join(", ") || null;
}
