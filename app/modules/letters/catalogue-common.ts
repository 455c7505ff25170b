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

/** Letters that are asked for most: the general one, domicile, business, poverty, income, names. */
export const COMMON_KINDS: readonly LetterKind[] = [
  kind({
    key: "umum",
    title: "Surat Keterangan",
    purpose: "Keterangan bebas untuk hal yang tidak punya jenis surat sendiri.",
    classification: "400.12.4.3",
    fields: [
      field("isi", "Isi keterangan", "long", {
        hint: "Tulis apa yang diketahui desa, misalnya: benar tinggal bersama orang tuanya.",
      }),
      PURPOSE,
    ],
    template: `${OPENING}

@identitas orang

{{ isian.isi }}

${CLOSING}`,
  }),
  kind({
    key: "domisili",
    title: "Surat Keterangan Domisili",
    purpose: "Menerangkan di mana seseorang tinggal.",
    classification: "400.12.2.1",
    fields: [
      field("sejak", "Tinggal sejak", "text", {
        optional: true,
        hint: "Tahun atau tanggal, bila diketahui.",
      }),
      PURPOSE,
    ],
    isSelfService: true,
    template: `${OPENING}

@identitas orang

Orang tersebut benar bertempat tinggal di {{ orang.alamat }}{% if isian.sejak %} sejak {{ isian.sejak }}{% endif %}.

${CLOSING}`,
  }),
  kind({
    key: "domisili-usaha",
    title: "Surat Keterangan Domisili Usaha atau Lembaga",
    purpose: "Menerangkan tempat usaha atau lembaga. Izinnya tetap NIB dari OSS.",
    classification: "500.2",
    promised: "T1",
    subjects: ["living", "other"],
    fields: [
      field("nama_usaha", "Nama usaha atau lembaga"),
      field("jenis_usaha", "Bidang atau bentuknya", "text", {
        hint: "Misalnya warung, koperasi, atau madrasah.",
      }),
      field("alamat_usaha", "Alamat usaha atau lembaga", "long"),
      field("pimpinan", "Nama pimpinan", "text", { optional: true }),
      PURPOSE,
    ],
    requirements: [KTP, requirement("Akta pendirian atau SK, bila ada", "diminta"), RT_NOTE],
    template: `${OPENING}

@identitas orang

Menjalankan usaha atau lembaga berikut di wilayah {{ desa.lengkap }}:

Nama :: **{{ isian.nama_usaha }}**
Bidang :: {{ isian.jenis_usaha }}
Alamat :: {{ isian.alamat_usaha }}
${optionalLine("pimpinan", "Pimpinan")}

Surat ini menerangkan tempat kegiatan saja dan bukan izin usaha.

${CLOSING}`,
  }),
  kind({
    key: "usaha",
    title: "Surat Keterangan Usaha",
    purpose: "Menerangkan usaha seorang warga, misalnya untuk kredit KUR.",
    classification: "500.3",
    fields: [
      field("nama_usaha", "Nama usaha", "text", { optional: true }),
      field("jenis_usaha", "Jenis usaha", "text", {
        hint: "Misalnya dagang sayur, bengkel, atau ternak ayam.",
      }),
      field("alamat_usaha", "Tempat usaha", "long"),
      field("sejak", "Berjalan sejak", "text", { hint: "Tahun, misalnya 2019." }),
      field("omzet", "Omzet sebulan", "money", { optional: true, hint: "Menurut keterangan pemohon." }),
      PURPOSE,
    ],
    requirements: [KTP, KK, requirement("Foto tempat usaha", "diminta"), RT_NOTE],
    isSelfService: true,
    template: `${OPENING}

@identitas orang

Orang tersebut menjalankan usaha sebagai berikut:

${optionalLine("nama_usaha", "Nama usaha")}
Jenis usaha :: **{{ isian.jenis_usaha }}**
Tempat usaha :: {{ isian.alamat_usaha }}
Berjalan sejak :: {{ isian.sejak }}
${optionalLine("omzet", "Omzet sebulan menurut pemohon")}

${CLOSING}`,
  }),
  kind({
    key: "tidak-mampu",
    title: "Surat Keterangan Tidak Mampu",
    purpose: "Untuk keringanan biaya sekolah, berobat, dan bantuan.",
    classification: "400.9.14",
    promised: "T1",
    chain: { review: ["kasi"], signer: "head" },
    fields: [
      field("untuk", "Dipakai untuk siapa", "text", {
        optional: true,
        hint: "Bila untuk anggota keluarga, tulis nama dan hubungannya.",
      }),
      field("penghasilan", "Penghasilan sebulan", "money", { optional: true }),
      field("desil", "Desil DTSEN", "choice", {
        optional: true,
        choices: ["1", "2", "3", "4", "5", "6 sampai 10", "Belum terdata"],
      }),
      PURPOSE,
    ],
    requirements: [
      KTP,
      KK,
      requirement("Pernyataan pemohon tentang keadaan ekonominya"),
      requirement("Keterangan kepala dusun atau ketua RT", "diminta"),
      RT_NOTE,
    ],
    isSelfService: true,
    template: `${OPENING}

@identitas orang
${optionalLine("penghasilan", "Penghasilan sebulan")}
${optionalLine("desil", "Desil menurut DTSEN")}

Orang tersebut tergolong keluarga yang tidak mampu.
{% if isian.untuk %}
Surat ini dipakai untuk **{{ isian.untuk }}**.
{% endif %}

${CLOSING}`,
  }),
  kind({
    key: "penghasilan",
    title: "Surat Keterangan Penghasilan",
    purpose: "Penghasilan seseorang atau orang tua, misalnya untuk beasiswa.",
    classification: "400.9.14",
    fields: [
      field("penghasilan", "Penghasilan sebulan", "money"),
      field("untuk", "Untuk anak bernama", "text", { optional: true }),
      field("sekolah", "Sekolah atau kampus", "text", { optional: true }),
      PURPOSE,
    ],
    requirements: [KTP, KK],
    isSelfService: true,
    template: `${OPENING}

@identitas orang

Menurut keterangan yang bersangkutan, penghasilannya rata-rata **{{ isian.penghasilan }}** sebulan.
{% if isian.untuk %}
Orang tersebut adalah orang tua atau wali dari **{{ isian.untuk }}**{% if isian.sekolah %}, {{ isian.sekolah }}{% endif %}.
{% endif %}

${CLOSING}`,
  }),
  kind({
    key: "beda-nama",
    title: "Surat Keterangan Beda Nama atau Identitas",
    purpose: "Data pada dua dokumen berbeda, padahal orangnya sama.",
    classification: "400.12.2.1",
    promised: "T1",
    fields: [
      field("dokumen_1", "Dokumen pertama", "text", { hint: "Misalnya KTP-el." }),
      field("data_1", "Data pada dokumen pertama", "long"),
      field("dokumen_2", "Dokumen kedua", "text", { hint: "Misalnya ijazah SD." }),
      field("data_2", "Data pada dokumen kedua", "long"),
      PURPOSE,
    ],
    requirements: [KTP, KK, requirement("Kedua dokumen yang datanya berbeda")],
    template: `${OPENING}

@identitas orang

Data orang tersebut tertulis berbeda pada dua dokumen:

{{ isian.dokumen_1 }} :: {{ isian.data_1 }}
{{ isian.dokumen_2 }} :: {{ isian.data_2 }}

Menurut keterangan yang bersangkutan dan sepanjang pengetahuan kami, kedua dokumen itu menyebut **orang yang sama**. Surat ini tidak mengubah nama atau data pada dokumen mana pun.

${CLOSING}`,
  }),
  kind({
    key: "kelakuan-baik",
    title: "Surat Keterangan Kelakuan Baik",
    purpose: "Menerangkan bahwa seseorang dikenal berkelakuan baik di desa.",
    classification: "300",
    template: `${OPENING}

@identitas orang

Sepanjang pengetahuan kami, orang tersebut berkelakuan baik selama tinggal di {{ desa.lengkap }}. Surat ini bukan catatan kepolisian.

${CLOSING}`,
  }),
];
