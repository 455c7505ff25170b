import { field, kind } from "./kind-parts.ts";
import type { LetterKind } from "./kind-rules.ts";

const PRACTICE = {
  mark: "berlaku",
  rule: "Tata naskah dinas desa menurut peraturan bupati setempat.",
} as const;
const OFFICE = {
  category: "official",
  standing: PRACTICE,
  requirements: [],
  validity: null,
  subjects: [],
} as const satisfies Partial<LetterKind>;

/** The head of letters from office to office; `sifat`, `lampiran`, `hal`, `kepada` and `di` are printed by the frame. */
const HEAD = [
  field("kepada", "Kepada", "text", { hint: "Misalnya Camat Gunungsari, atau daftar undangan terlampir." }),
  field("di", "Di", "text", { optional: true, hint: "Tempat penerima; kosong berarti “tempat”." }),
  field("hal", "Hal"),
  field("sifat", "Sifat", "choice", { choices: ["Biasa", "Segera", "Penting", "Rahasia"] }),
  field("lampiran", "Lampiran", "text", { optional: true, hint: "Misalnya satu berkas." }),
];
const COPIES = field("tembusan", "Tembusan", "list", {
  optional: true,
  columns: [{ key: "kepada", label: "Kepada" }],
});
const COPIES_LINES = `{% if isian.tembusan.size > 0 %}
@ttd

Tembusan:
{% for a in isian.tembusan %}
1. {{ a.kepada }}
{% endfor %}
{% endif %}`;

const TRAVELLERS = field("pegawai", "Yang ditugaskan", "list", {
  columns: [
    { key: "nama", label: "Nama" },
    { key: "nip", label: "NIP, bila ada" },
    { key: "jabatan", label: "Jabatan" },
  ],
});

/** Letters that the office writes to others, and its officials' travel papers. */
export const OFFICIAL_KINDS: readonly LetterKind[] = [
  kind({
    ...OFFICE,
    key: "undangan",
    title: "Surat Undangan",
    purpose: "Mengundang rapat atau kegiatan.",
    classification: "000.1.5",
    fields: [
      ...HEAD,
      field("hari", "Hari dan tanggal"),
      field("pukul", "Pukul"),
      field("tempat", "Tempat"),
      field("acara", "Acara", "long"),
      field("catatan", "Catatan", "long", { optional: true }),
      COPIES,
    ],
    template: `Dengan hormat, kami mengundang Bapak/Ibu/Saudara untuk hadir pada:

Hari dan tanggal :: {{ isian.hari }}
Pukul :: {{ isian.pukul }}
Tempat :: {{ isian.tempat }}
Acara :: {{ isian.acara }}

{% if isian.catatan %}
{{ isian.catatan }}
{% endif %}

Demikian undangan ini kami sampaikan. Atas kehadirannya kami ucapkan terima kasih.

${COPIES_LINES}`,
  }),
  kind({
    ...OFFICE,
    key: "pemberitahuan",
    title: "Surat Pemberitahuan",
    purpose: "Memberitahukan suatu hal kepada warga, lembaga, atau instansi.",
    classification: "000",
    fields: [...HEAD, field("isi", "Isi pemberitahuan", "long"), COPIES],
    template: `Dengan hormat, bersama ini kami beritahukan hal berikut.

{{ isian.isi }}

Demikian pemberitahuan ini kami sampaikan. Atas perhatiannya kami ucapkan terima kasih.

${COPIES_LINES}`,
  }),
  kind({
    ...OFFICE,
    key: "permohonan",
    title: "Surat Permohonan",
    purpose: "Memohon bantuan, narasumber, tempat, atau kunjungan belajar.",
    classification: "000",
    fields: [
      ...HEAD,
      field("isi", "Isi permohonan", "long"),
      field("alasan", "Dasar atau alasan", "long", { optional: true }),
      COPIES,
    ],
    template: `Dengan hormat,

{% if isian.alasan %}
{{ isian.alasan }}
{% endif %}

Sehubungan dengan itu, kami mengajukan permohonan sebagai berikut.

{{ isian.isi }}

Demikian permohonan ini kami sampaikan. Atas perhatian dan bantuannya kami ucapkan terima kasih.

${COPIES_LINES}`,
  }),
  kind({
    ...OFFICE,
    key: "balasan",
    title: "Surat Balasan",
    purpose: "Menjawab surat masuk.",
    classification: "000",
    fields: [
      ...HEAD,
      field("surat", "Surat yang dijawab", "text", {
        hint: "Misalnya surat Camat Gunungsari nomor 005/12/2026 tanggal 3 Maret 2026.",
      }),
      field("isi", "Isi jawaban", "long"),
      COPIES,
    ],
    template: `Dengan hormat, menjawab {{ isian.surat }}, kami sampaikan hal berikut.

{{ isian.isi }}

Demikian jawaban ini kami sampaikan. Atas perhatiannya kami ucapkan terima kasih.

${COPIES_LINES}`,
  }),
  kind({
    ...OFFICE,
    key: "spt",
    title: "Surat Tugas (SPT)",
    heading: "SURAT TUGAS",
    purpose: "Menugaskan perangkat desa untuk suatu kegiatan.",
    classification: "800.1.11.1",
    fields: [
      field("dasar", "Dasar", "long", { hint: "Misalnya undangan camat tanggal dan nomor sekian." }),
      TRAVELLERS,
      field("tugas", "Untuk", "long"),
      field("waktu", "Waktu"),
      field("tempat", "Tempat"),
    ],
    template: `Dasar :: {{ isian.dasar }}

> **MENUGASKAN**

{% for a in isian.pegawai %}
1. **{{ a.nama }}**{% if a.nip %}, NIP {{ a.nip }}{% endif %}, {{ a.jabatan }}
{% endfor %}

Untuk :: {{ isian.tugas }}
Waktu :: {{ isian.waktu }}
Tempat :: {{ isian.tempat }}

Surat tugas ini dilaksanakan dengan penuh tanggung jawab, dan hasilnya dilaporkan secara tertulis.`,
  }),
  kind({
    ...OFFICE,
    key: "sppd",
    title: "Surat Perjalanan Dinas (SPPD)",
    heading: "SURAT PERJALANAN DINAS",
    purpose: "Menyertai surat tugas untuk perjalanan ke luar desa; lembar kedua dicap di tempat tujuan.",
    classification: "000.1.2.3",
    fields: [
      field("nama", "Nama yang ditugaskan"),
      field("pangkat", "Pangkat dan golongan", "text", { optional: true }),
      field("jabatan", "Jabatan"),
      field("tingkat", "Tingkat biaya perjalanan", "text", { optional: true }),
      field("maksud", "Maksud perjalanan", "long"),
      field("angkutan", "Alat angkut"),
      field("tujuan", "Tempat tujuan"),
      field("berangkat", "Tanggal berangkat", "date"),
      field("kembali", "Tanggal kembali", "date"),
      field("pengikut", "Pengikut", "list", {
        optional: true,
        columns: [
          { key: "nama", label: "Nama" },
          { key: "keterangan", label: "Keterangan" },
        ],
      }),
      field("anggaran", "Beban anggaran", "text", { hint: "Misalnya APBDes 2026, kegiatan 1.1.04." }),
    ],
    template: `Pejabat yang memberi tugas :: {{ desa.kepala }} {{ desa.nama }}
Yang ditugaskan :: **{{ isian.nama }}**
Pangkat dan golongan :: {{ isian.pangkat }}
Jabatan :: {{ isian.jabatan }}
Tingkat biaya :: {{ isian.tingkat }}
Maksud perjalanan :: {{ isian.maksud }}
Alat angkut :: {{ isian.angkutan }}
Tempat berangkat :: {{ desa.lengkap }}
Tempat tujuan :: {{ isian.tujuan }}
Tanggal berangkat :: {{ isian.berangkat }}
Tanggal kembali :: {{ isian.kembali }}
Beban anggaran :: {{ isian.anggaran }}

{% if isian.pengikut.size > 0 %}
Pengikut:
{% for a in isian.pengikut %}
1. {{ a.nama }}{% if a.keterangan %} ({{ a.keterangan }}){% endif %}
{% endfor %}
{% endif %}

@ttd

---

# Catatan perjalanan

Berangkat dari :: {{ desa.lengkap }}
Ke :: {{ isian.tujuan }}
Pada tanggal :: {{ isian.berangkat }}

Tiba di :: {{ isian.tujuan }}
Pada tanggal :: 
@ttd Pejabat di tempat tujuan | 

Berangkat dari :: {{ isian.tujuan }}
Pada tanggal :: 
@ttd Pejabat di tempat tujuan | 

Tiba kembali di :: {{ desa.lengkap }}
Pada tanggal :: 
@ttd {{ desa.kepala }} {{ desa.nama }} | `,
  }),
];
