import {
  CLOSING,
  field,
  KK,
  KTP,
  kind,
  OPENING,
  optionalLine,
  PURPOSE,
  RT_NOTE,
  requirement,
} from "./kind-parts.ts";
import type { LetterKind } from "./kind-rules.ts";

/** Letters for the police, for travel and for things. */
export const PERMIT_KINDS: readonly LetterKind[] = [
  kind({
    key: "skck",
    title: "Surat Pengantar SKCK",
    purpose: "Pengantar ke kepolisian untuk surat keterangan catatan kepolisian.",
    classification: "300",
    standing: {
      mark: "diminta",
      rule: "Perpol 6/2023: syarat SKCK dari kepolisian. Sebagian kantor polisi tidak meminta pengantar desa.",
    },
    isSelfService: true,
    template: `${OPENING}

@identitas orang

bermaksud mengurus Surat Keterangan Catatan Kepolisian (SKCK). Sepanjang pengetahuan kami, orang tersebut berkelakuan baik.

Surat pengantar ini dibuat untuk keperluan **{{ isian.keperluan }}** dan dipergunakan sebagaimana mestinya.`,
  }),
  kind({
    key: "kehilangan",
    title: "Surat Pengantar Laporan Kehilangan",
    purpose: "Pengantar ke kepolisian bagi warga yang kehilangan barang atau surat.",
    classification: "300",
    requirements: [KTP],
    fields: [
      field("barang", "Barang atau surat yang hilang"),
      field("rincian", "Ciri atau nomornya", "long", { optional: true }),
      field("waktu", "Kapan hilang", "text", { hint: "Tanggal, atau kira-kira kapan." }),
      field("tempat", "Di mana hilang"),
    ],
    isSelfService: true,
    template: `${OPENING}

@identitas orang

melaporkan kehilangan sebagai berikut:

Yang hilang :: **{{ isian.barang }}**
${optionalLine("rincian", "Ciri atau nomor")}
Waktu :: {{ isian.waktu }}
Tempat :: {{ isian.tempat }}

Surat pengantar ini dipergunakan untuk melapor ke kepolisian sektor setempat.`,
  }),
  kind({
    key: "izin-keramaian",
    title: "Surat Pengantar Izin Keramaian",
    purpose: "Pengantar ke kepolisian untuk hajatan, pertunjukan, dan acara ramai lain.",
    classification: "300",
    promised: "T1",
    standing: { mark: "berlaku", rule: "PP 60/2017 tentang perizinan keramaian: izin diberikan kepolisian." },
    fields: [
      field("acara", "Acara"),
      field("waktu", "Hari, tanggal, dan jam"),
      field("tempat", "Tempat", "long"),
      field("jumlah", "Perkiraan jumlah orang", "number"),
      field("hiburan", "Hiburan", "text", { optional: true }),
    ],
    requirements: [KTP, requirement("Persetujuan tetangga sekitar"), RT_NOTE],
    template: `${OPENING}

@identitas orang

bermaksud mengadakan keramaian sebagai berikut:

Acara :: **{{ isian.acara }}**
Waktu :: {{ isian.waktu }}
Tempat :: {{ isian.tempat }}
Perkiraan orang :: {{ isian.jumlah }}
${optionalLine("hiburan", "Hiburan")}

Pada dasarnya kami tidak berkeberatan sepanjang penyelenggara menjaga ketertiban dan keamanan. Surat pengantar ini dipergunakan untuk mengurus izin di kepolisian.`,
  }),
  kind({
    key: "bepergian",
    title: "Surat Keterangan Bepergian",
    purpose: "Bagi warga yang bepergian jauh dan memerlukan keterangan desa.",
    classification: "400.12.2.2",
    fields: [
      field("tujuan", "Tempat tujuan"),
      field("berangkat", "Tanggal berangkat", "date"),
      field("kembali", "Tanggal kembali", "date", { optional: true }),
      PURPOSE,
    ],
    template: `${OPENING}

@identitas orang

akan bepergian dengan keterangan:

Tujuan :: {{ isian.tujuan }}
Berangkat :: {{ isian.berangkat }}
${optionalLine("kembali", "Kembali")}

${CLOSING}`,
  }),
  kind({
    key: "izin-keluarga",
    title: "Surat Izin Orang Tua, Suami, atau Istri",
    purpose: "Izin keluarga bagi calon pekerja migran (CPMI), diketahui kepala desa.",
    classification: "500",
    promised: "T1",
    hasSubject: true,
    standing: {
      mark: "berlaku",
      rule: "UU 18/2017 Ps. 13: izin suami, istri, orang tua, atau wali yang diketahui kepala desa.",
    },
    fields: [
      field("selaku", "Memberi izin selaku", "choice", { choices: ["orang tua", "suami", "istri", "wali"] }),
      field("negara", "Negara tujuan"),
      field("perusahaan", "Perusahaan penempatan (P3MI)", "text", { optional: true }),
      field("masa", "Lama kontrak (tahun)", "number"),
      field("pekerjaan", "Pekerjaan di sana"),
    ],
    requirements: [KTP, KK, requirement("Buku nikah, bagi suami atau istri")],
    template: `Yang bertanda tangan di bawah ini:

@identitas pemohon

selaku {{ isian.selaku }} memberikan izin kepada:

@identitas orang

untuk bekerja di luar negeri dengan keterangan:

Negara tujuan :: {{ isian.negara }}
Pekerjaan :: {{ isian.pekerjaan }}
${optionalLine("perusahaan", "Perusahaan penempatan")}
Lama kontrak :: {{ isian.masa }} tahun

Izin ini diberikan tanpa paksaan dari siapa pun. Desa mengetahui izin ini menurut keterangan yang memberikannya.

@ttd Yang memberi izin | {{ pemohon.nama }}
@ttd`,
  }),
  kind({
    key: "kendaraan-ternak",
    title: "Surat Keterangan Kendaraan atau Ternak",
    purpose: "Menerangkan kendaraan atau ternak menurut keterangan dan bukti pemohon.",
    classification: "500",
    fields: [
      field("jenis", "Kendaraan atau ternak"),
      field("ciri", "Ciri, nomor, dan jumlah", "long", {
        hint: "Kendaraan: merek, nomor polisi, rangka, mesin. Ternak: jenis kelamin, umur, warna, tanda.",
      }),
      field("bukti", "Bukti yang ditunjukkan"),
      PURPOSE,
    ],
    requirements: [KTP, requirement("STNK, BPKB, kartu ternak, atau kuitansi")],
    template: `${OPENING}

@identitas orang

menunjukkan {{ isian.bukti }} atas kendaraan atau ternak berikut:

Jenis :: **{{ isian.jenis }}**
Ciri :: {{ isian.ciri }}

Menurut keterangan yang bersangkutan, kendaraan atau ternak tersebut ada dalam penguasaannya. Surat ini bukan bukti hak.

${CLOSING}`,
  }),
  kind({
    key: "kuasa",
    title: "Surat Kuasa",
    purpose: "Kuasa dari warga kepada orang lain, diketahui kepala desa.",
    classification: "000",
    fields: [field("penerima", "Penerima kuasa", "person"), field("urusan", "Untuk urusan", "long")],
    requirements: [
      KTP,
      requirement("KTP-el penerima kuasa"),
      requirement("Meterai", "diminta", "UU 10/2020 tentang Bea Meterai."),
    ],
    template: `Yang bertanda tangan di bawah ini:

@identitas orang

memberi kuasa kepada:

@identitas isian.penerima

untuk {{ isian.urusan }}

Kuasa ini diberikan untuk dipergunakan sebagaimana mestinya. Desa mengetahui pemberian kuasa ini menurut keterangan kedua pihak.

@ttd Penerima kuasa | {{ isian.penerima.nama }}
@ttd Pemberi kuasa | {{ orang.nama }}
@ttd`,
  }),
];
