import type { LetterContent, LetterPerson } from "#app/modules/letters/content-rules.ts";
import type { LetterKind } from "#app/modules/letters/kind-rules.ts";
import { composeLetter, type LetterFrame } from "#app/modules/letters/letter-paper.server.ts";

export const SITI: LetterPerson = {
  name: "Siti Aminah",
  nik: "5201014107900001",
  kkNumber: "5201012003100002",
  sexText: "Perempuan",
  birthPlace: "Sesela",
  birthDate: "1990-07-01",
  religionText: "Islam",
  maritalText: "Kawin",
  occupationText: "Pedagang",
  citizenshipText: "WNI",
  address: "Jalan Raya 1, RT 01, RW 02, Dusun Montong",
};

/** A frame with everything in it. */
export function testFrame(changes: Partial<LetterFrame> = {}): LetterFrame {
  return {
    letterhead: {
      type: "letterhead",
      lines: [
        { text: "PEMERINTAH KABUPATEN LOMBOK BARAT", isBold: true },
        { text: "KECAMATAN GUNUNGSARI", isBold: true },
        { text: "PEMERINTAH DESA SESELA", size: "large", isBold: true },
        { text: "Jalan Raya Sesela 1 Kode Pos 83351", size: "small" },
      ],
    },
    village: {
      name: "Sesela",
      villageTerm: "Desa",
      headTerm: "Kepala Desa",
      districtName: "Gunungsari",
      regencyName: "Kabupaten Lombok Barat",
      provinceName: "Nusa Tenggara Barat",
    },
    numberText: "400.12.2.1/017/2026",
    date: "2026-11-24",
    validUntil: "2026-12-24",
    signature: { lines: ["Kepala Desa Sesela,"], name: "H. Lalu Ahmad, S.H." },
    link: "https://sesela.balai.id/v/0123456789abcdef0123456789abcdef",
    signatureKind: "wet",
    ...changes,
  };
}

/** A letter of a village that is verified, made at a fixed time. */
export function testLetter(kind: LetterKind, content: LetterContent, frame: LetterFrame = testFrame()) {
  const ctx = { now: new Date("2026-11-24T02:00:00Z"), tenant: { isVerified: true } as never };
  return composeLetter(ctx, kind, content, frame);
}
