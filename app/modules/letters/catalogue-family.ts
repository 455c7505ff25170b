import {
  CLOSING,
  field,
  KK,
  KTP,
  kind,
  OPENING,
  PURPOSE,
  RT_NOTE,
  requirement,
  WITNESSES,
} from "./kind-parts.ts";
import type { LetterKind } from "./kind-rules.ts";

/** Marital status, heirs, guardians: letters about families. */
export const FAMILY_KINDS: readonly LetterKind[] = [
  kind({
    key: "belum-menikah",
    title: "Surat Keterangan Belum Menikah, Duda, atau Janda",
    purpose: "Menerangkan status perkawinan menurut pernyataan pemohon.",
    classification: "400.12.3.2",
    fields: [
      field("status", "Status", "choice", {
        choices: [
          "belum pernah menikah",
          "duda cerai mati",
          "duda cerai hidup",
          "janda cerai mati",
          "janda cerai hidup",
        ],
      }),
      field("mantan", "Nama bekas suami atau istri", "text", { optional: true }),
      PURPOSE,
    ],
    requirements: [
      KTP,
      KK,
      requirement("Pernyataan pemohon tentang statusnya"),
      requirement("Akta cerai atau akta kematian, bagi duda dan janda"),
      RT_NOTE,
    ],
    template: `${OPENING}

@identitas orang

Menurut pernyataan yang bersangkutan dan sepanjang pengetahuan kami, orang tersebut berstatus **{{ isian.status }}**{% if isian.mantan %} dari {{ isian.mantan }}{% endif %}.

${CLOSING}`,
  }),
  kind({
    key: "ahli-waris",
    title: "Surat Keterangan Ahli Waris",
    purpose: "Pernyataan para ahli waris yang diketahui kepala desa dan camat.",
    classification: "400.12.4.3",
    promised: "T3",
    chain: { review: ["kasi", "sekdes"], signer: "head" },
    standing: {
      mark: "berlaku",
      rule: "Permen Agraria 3/1997 Ps. 111 sebagaimana diubah dengan Permen ATR 16/2021: dibuat ahli waris, disaksikan dua orang, diketahui kepala desa dan camat.",
    },
    validity: null,
    hasSubject: true,
    subjects: ["dead"],
    fields: [
      field("meninggal", "Tanggal meninggal", "date"),
      field("akta", "Nomor akta atau surat kematian"),
      field("ahli", "Para ahli waris", "list", {
        columns: [
          { key: "nama", label: "Nama" },
          { key: "nik", label: "NIK" },
          { key: "lahir", label: "Tempat, tanggal lahir" },
          { key: "hubungan", label: "Hubungan dengan yang meninggal" },
        ],
      }),
      ...WITNESSES,
      field("camat", "Nama camat", "text", { optional: true, hint: "Kosongkan untuk ditulis tangan." }),
    ],
    requirements: [
      requirement("Akta kematian"),
      KK,
      requirement("Akta kelahiran atau akta perkawinan para ahli waris"),
      requirement("Dua saksi dengan KTP-el"),
    ],
    template: `Kami yang bertanda tangan di bawah ini, para ahli waris dari:

@identitas orang

yang meninggal dunia pada {{ isian.meninggal }} menurut {{ isian.akta }}, menyatakan dengan sebenarnya bahwa ahli warisnya ialah:

{% for a in isian.ahli %}
1. **{{ a.nama }}**, NIK {{ a.nik }}, lahir {{ a.lahir }} ({{ a.hubungan }})
{% endfor %}

Bila pernyataan ini di kemudian hari tidak benar, kami bersedia dituntut menurut hukum. Desa mengetahui pernyataan ini menurut keterangan para ahli waris dan para saksi.

{% for a in isian.ahli %}
@ttd Ahli waris | {{ a.nama }}
{% endfor %}

@ttd Saksi pertama | {{ isian.saksi_1.nama }}
@ttd Saksi kedua | {{ isian.saksi_2.nama }}

@ttd Mengetahui, Camat {{ desa.kecamatan }} | {{ isian.camat }}
@ttd`,
  }),
  kind({
    key: "wali",
    title: "Surat Keterangan Wali",
    purpose: "Menerangkan siapa wali seorang anak atau calon pengantin, untuk KUA atau pengadilan.",
    classification: "400.12.3.2",
    promised: "T1",
    hasSubject: true,
    fields: [
      field("hubungan", "Hubungan wali dengan yang diwalikan"),
      field("alasan", "Sebab memerlukan wali", "long", {
        hint: "Misalnya ayah sudah meninggal, atau tidak ada wali nasab.",
      }),
      PURPOSE,
    ],
    requirements: [KK, requirement("KTP-el wali")],
    template: `${OPENING}

Nama wali :: **{{ pemohon.nama }}**
NIK :: {{ pemohon.nik }}
Tempat, tanggal lahir :: {{ pemohon.ttl }}
Alamat :: {{ pemohon.alamat }}

adalah wali ({{ isian.hubungan }}) dari:

@identitas orang

dengan sebab: {{ isian.alasan }}

${CLOSING}`,
  }),
];
