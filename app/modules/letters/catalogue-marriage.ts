import { field, KK, KTP, kind, requirement } from "./kind-parts.ts";
import type { LetterKind } from "./kind-rules.ts";

const FORM = "Keputusan Dirjen Bimas Islam Nomor 473 Tahun 2020";
const MARRIAGE = {
  classification: "400.12.3.2",
  promised: "T1",
  formVersion: FORM,
  validity: null,
  standing: {
    mark: "berlaku",
    rule: "Kepdirjen Bimas Islam 473/2020. PMA 30/2024 menggantikan PMA 20/2019: periksa bentuk yang dipakai KUA setempat.",
  },
} as const;
const DECLARED = {
  ...MARRIAGE,
  category: "form",
  isNumbered: false,
  chain: { review: [], signer: "declarant" },
} satisfies Partial<Omit<LetterKind, "promised">> & { promised: "T1" };

const PARTNER = field("pasangan", "Calon suami atau istri", "person");
const BIN = field("bin", "Bin atau binti", "text", { hint: "Nama ayah yang disebut pada akad." });

/** The marriage forms of the KUA that a village fills in. N3 (isbat) is the court's, N7 (refusal) the KUA's own. */
export const MARRIAGE_KINDS: readonly LetterKind[] = [
  kind({
    ...MARRIAGE,
    key: "n1",
    title: "Pengantar Nikah (N1)",
    heading: "PENGANTAR NIKAH",
    purpose: "Pengantar kepala desa bagi warga yang hendak menikah di KUA.",
    fields: [
      BIN,
      field("status", "Status perkawinan", "choice", {
        choices: ["Jejaka", "Perawan", "Duda", "Janda", "Beristri"],
      }),
      field("istri_ke", "Bila beristri, istri ke", "number", { optional: true }),
      field("pasangan_dahulu", "Nama suami atau istri terdahulu", "text", { optional: true }),
      field("ayah", "Ayah", "person"),
      field("ibu", "Ibu", "person"),
    ],
    requirements: [
      KTP,
      KK,
      requirement("Fotokopi akta kelahiran"),
      requirement("Pasfoto 2 x 3 dan 4 x 6 berlatar biru"),
      requirement("Akta cerai atau keterangan kematian, bagi duda dan janda"),
    ],
    template: `Yang bertanda tangan di bawah ini menerangkan menurut pengetahuan kami dan keterangan pemohon bahwa:

@identitas orang
Bin atau binti :: {{ isian.bin }}
Status perkawinan :: {{ isian.status }}
{% if isian.istri_ke %}
Istri ke :: {{ isian.istri_ke }}
{% endif %}
{% if isian.pasangan_dahulu %}
Suami atau istri terdahulu :: {{ isian.pasangan_dahulu }}
{% endif %}

adalah benar anak dari perkawinan seorang pria:

@identitas isian.ayah

dengan seorang wanita:

@identitas isian.ibu

Demikian surat pengantar ini dibuat dengan mengingat sumpah jabatan dan untuk dipergunakan sebagaimana mestinya.`,
  }),
  kind({
    ...DECLARED,
    key: "n2",
    title: "Permohonan Kehendak Nikah (N2)",
    heading: "PERMOHONAN KEHENDAK NIKAH",
    purpose: "Permohonan calon pengantin kepada KUA.",
    fields: [
      PARTNER,
      field("hari", "Hari dan tanggal akad", "text", { hint: "Misalnya Sabtu, 12 Desember 2026." }),
      field("jam", "Jam akad", "text", { hint: "Misalnya 09.00." }),
      field("tempat", "Tempat akad"),
      field("kua", "KUA kecamatan", "text", { hint: "Nama kecamatan KUA." }),
    ],
    requirements: [requirement("Pengantar nikah (N1)"), requirement("Persetujuan calon pengantin (N4)")],
    template: `Yth. Kepala KUA Kecamatan {{ isian.kua }}

Dengan hormat, kami mengajukan permohonan kehendak nikah untuk **{{ orang.nama }}** dengan **{{ isian.pasangan.nama }}**, pada:

Hari dan tanggal :: {{ isian.hari }}
Jam :: {{ isian.jam }}
Tempat :: {{ isian.tempat }}

Bersama ini kami sampaikan surat-surat yang diperlukan untuk diperiksa:

1. Surat pengantar nikah dari desa
2. Persetujuan calon pengantin
3. Fotokopi KTP-el
4. Fotokopi akta kelahiran
5. Fotokopi Kartu Keluarga
6. Pasfoto

Demikian permohonan ini kami sampaikan, kiranya dapat diperiksa, dihadiri, dan dicatat sesuai dengan ketentuan peraturan perundang-undangan.

@ttd Diterima oleh yang menerima, Kepala KUA | 
@ttd Pemohon | {{ orang.nama }}`,
  }),
  kind({
    ...DECLARED,
    key: "n4",
    title: "Persetujuan Calon Pengantin (N4)",
    heading: "PERSETUJUAN CALON PENGANTIN",
    purpose: "Kedua calon menyatakan setuju untuk menikah.",
    fields: [field("bin_suami", "Calon suami: bin"), field("bin_istri", "Calon istri: binti"), PARTNER],
    requirements: [KTP],
    template: `Yang bertanda tangan di bawah ini:

## Calon yang mengajukan

@identitas orang

## Pasangannya

@identitas isian.pasangan
Calon suami, bin :: {{ isian.bin_suami }}
Calon istri, binti :: {{ isian.bin_istri }}

menyatakan dengan sesungguhnya bahwa atas dasar sukarela, dengan kesadaran sendiri, tanpa ada paksaan dari siapa pun juga, setuju untuk melangsungkan pernikahan.

Demikian surat persetujuan ini dibuat untuk dipergunakan sebagaimana mestinya.

@ttd Calon pengantin | {{ isian.pasangan.nama }}
@ttd Calon pengantin | {{ orang.nama }}`,
  }),
  kind({
    ...DECLARED,
    key: "n5",
    title: "Surat Izin Orang Tua (N5)",
    heading: "SURAT IZIN ORANG TUA",
    purpose: "Izin orang tua bagi calon pengantin yang belum berumur 21 tahun.",
    standing: { ...MARRIAGE.standing, rule: `UU 1/1974 Ps. 6 ayat (2). ${MARRIAGE.standing.rule}` },
    fields: [
      field("ayah", "Ayah atau wali", "person"),
      field("ibu", "Ibu", "person"),
      field("hubungan", "Calon pengantin adalah", "choice", { choices: ["anak", "anak yang diwalikan"] }),
      PARTNER,
    ],
    requirements: [requirement("KTP-el orang tua"), KK],
    template: `Yang bertanda tangan di bawah ini:

@identitas isian.ayah

@identitas isian.ibu

adalah ayah dan ibu (atau wali) dari:

@identitas orang

memberikan izin kepada {{ isian.hubungan }} kami tersebut untuk melangsungkan pernikahan dengan:

@identitas isian.pasangan

Demikian surat izin ini dibuat dengan kesadaran, tanpa ada paksaan dari siapa pun juga, dan untuk dipergunakan sebagaimana mestinya.

@ttd Ibu | {{ isian.ibu.nama }}
@ttd Ayah atau wali | {{ isian.ayah.nama }}`,
  }),
  kind({
    ...MARRIAGE,
    key: "n6",
    title: "Surat Keterangan Kematian Suami atau Istri (N6)",
    heading: "SURAT KETERANGAN KEMATIAN SUAMI ATAU ISTRI",
    purpose: "Bagi duda atau janda cerai mati yang hendak menikah lagi.",
    fields: [
      field("almarhum", "Suami atau istri yang meninggal", "person"),
      field("meninggal", "Tanggal meninggal", "date"),
      field("tempat", "Tempat meninggal"),
    ],
    requirements: [requirement("Akta kematian atau surat keterangan kematian"), KK],
    template: `Yang bertanda tangan di bawah ini menerangkan menurut pengetahuan kami dan keterangan pemohon bahwa:

@identitas isian.almarhum

telah meninggal dunia pada **{{ isian.meninggal }}** di {{ isian.tempat }}. Yang bersangkutan semasa hidupnya adalah suami atau istri dari:

@identitas orang

Demikian surat keterangan ini dibuat dengan mengingat sumpah jabatan dan untuk dipergunakan sebagaimana mestinya.`,
  }),
];
