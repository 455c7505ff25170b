import {
  CLOSING_PLAIN,
  field,
  KK,
  KTP,
  kind,
  OPENING,
  optionalLine,
  requirement,
  WITNESSES,
} from "./kind-parts.ts";
import type { LetterKind } from "./kind-rules.ts";

const CIVIL = { mark: "berlaku", rule: "UU 24/2013; Permendagri 109/2019 (formulir F-2.01)." } as const;
const NO_LONGER = {
  mark: "dicabut",
  rule: "Perpres 96/2018 dan Permendagri 108/2019: Dukcapil tidak lagi meminta pengantar desa. Nyalakan hanya bila kantor setempat masih memintanya.",
} as const;

/** Birth, death, moves, papers: letters that go with the civil registry. */
export const CIVIL_KINDS: readonly LetterKind[] = [
  kind({
    key: "kelahiran",
    title: "Surat Keterangan Kelahiran",
    purpose: "Kelahiran anak seorang warga, untuk akta kelahiran.",
    classification: "400.12.3.1",
    standing: CIVIL,
    validity: null,
    fields: [
      field("nama_anak", "Nama anak"),
      field("jenis_kelamin", "Jenis kelamin anak", "choice", { choices: ["Laki-laki", "Perempuan"] }),
      field("tanggal_lahir", "Tanggal lahir", "date"),
      field("jam_lahir", "Jam lahir", "text", { optional: true, hint: "Misalnya 04.30." }),
      field("tempat_lahir", "Tempat lahir", "text", {
        hint: "Kota atau desa, dan nama rumah sakit bila ada.",
      }),
      field("berat", "Berat (kg)", "text", { optional: true }),
      field("anak_ke", "Anak ke", "number"),
      field("ayah", "Ayah", "person", { optional: true }),
      field("ibu", "Ibu", "person"),
      ...WITNESSES,
    ],
    requirements: [
      requirement("Keterangan lahir dari bidan, dokter, atau rumah sakit"),
      KK,
      requirement("Fotokopi buku nikah atau akta perkawinan orang tua", "diminta"),
    ],
    template: `Yang bertanda tangan di bawah ini {{ desa.kepala }} {{ desa.nama }}, {{ desa.wilayah }}, menerangkan menurut keterangan pelapor bahwa telah lahir seorang anak:

Nama :: **{{ isian.nama_anak }}**
Jenis kelamin :: {{ isian.jenis_kelamin }}
Tempat lahir :: {{ isian.tempat_lahir }}
Tanggal lahir :: {{ isian.tanggal_lahir }}
${optionalLine("jam_lahir", "Jam")}
${optionalLine("berat", "Berat (kg)")}
Anak ke :: {{ isian.anak_ke }}
{% if isian.ayah.nama %}
Ayah :: {{ isian.ayah.nama }}, NIK {{ isian.ayah.nik }}
{% endif %}
Ibu :: {{ isian.ibu.nama }}, NIK {{ isian.ibu.nik }}
Alamat orang tua :: {{ isian.ibu.alamat }}
Pelapor :: {{ pemohon.nama }}, NIK {{ pemohon.nik }}
Saksi :: {{ isian.saksi_1.nama }} dan {{ isian.saksi_2.nama }}

${CLOSING_PLAIN}`,
  }),
  kind({
    key: "kematian",
    title: "Surat Keterangan Kematian",
    purpose: "Kematian seorang warga, untuk akta kematian dan urusan keluarga.",
    classification: "400.12.3.1",
    standing: CIVIL,
    validity: null,
    hasSubject: true,
    subjects: ["living", "dead", "moved"],
    fields: [
      field("tanggal", "Tanggal meninggal", "date"),
      field("jam", "Jam", "text", { optional: true, hint: "Misalnya 21.15." }),
      field("tempat", "Tempat meninggal"),
      field("sebab", "Sebab", "text", { optional: true, hint: "Misalnya sakit, usia lanjut, kecelakaan." }),
      field("hubungan", "Hubungan pelapor dengan yang meninggal"),
      ...WITNESSES,
    ],
    requirements: [
      requirement("Keterangan dokter, rumah sakit, atau puskesmas", "diminta"),
      requirement("KTP-el dan KK yang meninggal"),
      requirement("KTP-el pelapor"),
    ],
    template: `${OPENING}

@identitas orang

telah **meninggal dunia** pada:

Tanggal :: {{ isian.tanggal }}
${optionalLine("jam", "Jam")}
Tempat :: {{ isian.tempat }}
${optionalLine("sebab", "Sebab")}
Pelapor :: {{ pemohon.nama }} ({{ isian.hubungan }})
Saksi :: {{ isian.saksi_1.nama }} dan {{ isian.saksi_2.nama }}

${CLOSING_PLAIN}`,
  }),
  kind({
    key: "pengantar-pindah",
    title: "Surat Pengantar Pindah",
    purpose: "Pengantar bagi warga yang pindah ke luar desa.",
    classification: "400.12.2.2",
    standing: NO_LONGER,
    fields: [
      field("tujuan", "Alamat tujuan", "long"),
      field("alasan", "Alasan pindah", "choice", {
        choices: ["Pekerjaan", "Pendidikan", "Keamanan", "Kesehatan", "Perumahan", "Keluarga", "Lainnya"],
      }),
      field("klasifikasi", "Klasifikasi pindah", "choice", {
        choices: [
          "Dalam satu desa",
          "Antardesa dalam satu kecamatan",
          "Antarkecamatan dalam satu kabupaten",
          "Antarkabupaten dalam satu provinsi",
          "Antarprovinsi",
          "Ke luar negeri",
        ],
      }),
      field("pengikut", "Keluarga yang ikut pindah", "list", {
        optional: true,
        columns: [
          { key: "nama", label: "Nama" },
          { key: "nik", label: "NIK" },
          { key: "hubungan", label: "Hubungan" },
        ],
      }),
    ],
    requirements: [
      KK,
      requirement("Surat pengantar RT/RW", "dicabut", "Perpres 96/2018; Permendagri 108/2019."),
    ],
    template: `${OPENING}

@identitas orang

bermaksud pindah dengan keterangan sebagai berikut:

Alamat tujuan :: {{ isian.tujuan }}
Alasan :: {{ isian.alasan }}
Klasifikasi :: {{ isian.klasifikasi }}

{% if isian.pengikut.size > 0 %}
Yang ikut pindah:

{% for a in isian.pengikut %}
1. {{ a.nama }}, NIK {{ a.nik }} ({{ a.hubungan }})
{% endfor %}
{% endif %}

Surat pengantar ini dipergunakan untuk mengurus kepindahan di Dinas Kependudukan dan Pencatatan Sipil.`,
  }),
  kind({
    key: "penduduk-sementara",
    title: "Surat Keterangan Penduduk Sementara",
    purpose: "Bagi pendatang yang tinggal untuk sementara (buku B.4).",
    classification: "400.12.2.2",
    subjects: ["living", "other"],
    fields: [
      field("asal", "Alamat asal", "long"),
      field("penerima", "Nama dan alamat tempat tinggal di desa", "long"),
      field("datang", "Tanggal datang", "date"),
      field("sampai", "Tinggal sampai", "date", { optional: true }),
      field("maksud", "Maksud kedatangan"),
    ],
    requirements: [KTP, requirement("SKP atau surat pindah, bila ada", "diminta")],
    template: `${OPENING}

@identitas orang

tinggal untuk sementara di {{ desa.lengkap }} dengan keterangan:

Alamat asal :: {{ isian.asal }}
Tinggal di :: {{ isian.penerima }}
Datang pada :: {{ isian.datang }}
${optionalLine("sampai", "Sampai dengan")}
Maksud :: {{ isian.maksud }}

${CLOSING_PLAIN}`,
  }),
  kind({
    key: "pengantar-ktp-kk",
    title: "Surat Pengantar KTP-el atau KK",
    purpose: "Pengantar membuat atau mengganti KTP-el atau Kartu Keluarga.",
    classification: "400.12.2.1",
    standing: NO_LONGER,
    fields: [
      field("dokumen", "Dokumen yang diurus", "choice", { choices: ["KTP-el", "Kartu Keluarga"] }),
      field("alasan", "Alasan", "choice", { choices: ["Baru", "Hilang", "Rusak", "Perubahan data"] }),
    ],
    requirements: [
      KK,
      requirement("Surat pengantar RT/RW", "dicabut", "Perpres 96/2018; Permendagri 108/2019."),
    ],
    template: `${OPENING}

@identitas orang

bermaksud mengurus **{{ isian.dokumen }}** dengan alasan {{ isian.alasan | downcase }}.

Surat pengantar ini dipergunakan di Dinas Kependudukan dan Pencatatan Sipil.`,
  }),
  kind({
    key: "biodata-keluarga",
    title: "Biodata Keluarga",
    purpose: "Daftar anggota keluarga untuk pencatatan biodata (F-1.01).",
    classification: "400.12.4.3",
    promised: "T1",
    standing: { mark: "berlaku", rule: "Permendagri 109/2019 (F-1.01, F-1.02, F-1.06)." },
    fields: [
      field("anggota", "Anggota keluarga", "list", {
        columns: [
          { key: "nama", label: "Nama" },
          { key: "nik", label: "NIK" },
          { key: "lahir", label: "Tempat, tanggal lahir" },
          { key: "hubungan", label: "Hubungan" },
        ],
      }),
    ],
    requirements: [KK, requirement("Bukti untuk data yang berubah")],
    template: `${OPENING}

Kepala keluarga :: **{{ orang.nama }}**
Nomor Kartu Keluarga :: {{ orang.no_kk }}
Alamat :: {{ orang.alamat }}

mempunyai anggota keluarga sebagai berikut:

{% for a in isian.anggota %}
1. {{ a.nama }}, NIK {{ a.nik }}, lahir {{ a.lahir }} ({{ a.hubungan }})
{% endfor %}

${CLOSING_PLAIN}`,
  }),
];
