import type { Sheet, SheetField, SheetPart } from "./sheet-rules.ts";

const line = (key: string, label: string, from?: string): SheetField => ({ key, label, kind: "line", from });
const needed = (field: SheetField): SheetField => ({ ...field, isRequired: true });
const long = (key: string, label: string): SheetField => ({ key, label, kind: "long" });
const day = (key: string, label: string, from?: string): SheetField => ({ key, label, kind: "day", from });
const secret = (key: string, label: string, from?: string): SheetField => ({
  key,
  label,
  kind: "identifier",
  from,
});
const choice = (key: string, label: string, choices: readonly string[]): SheetField => ({
  key,
  label,
  kind: "choice",
  choices,
});

/** Who files the sheet: the person whom it was made for. */
const APPLICANT: SheetPart = {
  key: "pemohon",
  title: "Pemohon",
  fields: [
    needed(line("nama", "Nama lengkap", "person.name")),
    secret("nik", "NIK", "person.nik"),
    secret("kk", "Nomor KK", "person.kk"),
    line("alamat", "Alamat", "person.address"),
  ],
};

const REPORTER: SheetPart = {
  key: "pelapor",
  title: "Pelapor",
  fields: [
    needed(line("nama", "Nama lengkap", "event.reporter")),
    secret("nik", "NIK"),
    secret("kk", "Nomor KK"),
    line("kewarganegaraan", "Kewarganegaraan"),
    line("hubungan", "Hubungan dengan yang dilaporkan", "event.reporterRelation"),
  ],
};

const WITNESSES: SheetPart = {
  key: "saksi",
  title: "Saksi",
  list: { most: 2, row: "Saksi" },
  fields: [line("nama", "Nama lengkap"), secret("nik", "NIK"), line("kewarganegaraan", "Kewarganegaraan")],
};

const parent = (key: "ayah" | "ibu", title: string, group: "father" | "mother"): SheetPart => ({
  key,
  title,
  fields: [
    key === "ibu"
      ? needed(line("nama", "Nama lengkap", `${group}.name`))
      : line("nama", "Nama lengkap", `${group}.name`),
    secret("nik", "NIK", `${group}.nik`),
    line("tempat_lahir", "Tempat lahir", `${group}.birthPlace`),
    day("tanggal_lahir", "Tanggal lahir", `${group}.birthDate`),
    line("kewarganegaraan", "Kewarganegaraan", `${group}.citizenship`),
  ],
});

const HOME: SheetPart["fields"] = [
  needed(line("alamat", "Alamat", "person.address")),
  line("desa", "Desa atau kelurahan", "village.name"),
  line("kecamatan", "Kecamatan", "village.district"),
  line("kabupaten", "Kabupaten atau kota", "village.regency"),
  line("provinsi", "Provinsi", "village.province"),
  line("kode_pos", "Kode pos", "village.postalCode"),
];

const MEMBER_FIELDS: readonly SheetField[] = [
  needed(line("nama", "Nama lengkap", "name")),
  secret("nik", "NIK", "nik"),
  needed(line("kelamin", "Jenis kelamin", "sex")),
  line("tempat_lahir", "Tempat lahir", "birthPlace"),
  day("tanggal_lahir", "Tanggal lahir", "birthDate"),
  needed(line("hubungan", "Hubungan dalam keluarga", "familyRole")),
  line("agama", "Agama", "religion"),
  line("pendidikan", "Pendidikan terakhir", "education"),
  line("pekerjaan", "Jenis pekerjaan", "occupation"),
  line("status_kawin", "Status perkawinan", "marital"),
  line("kewarganegaraan", "Kewarganegaraan", "citizenship"),
  line("golongan_darah", "Golongan darah", "bloodType"),
  secret("akta_lahir", "Nomor akta kelahiran", "birthCertificate"),
  secret("akta_kawin", "Nomor akta perkawinan atau buku nikah", "marriageCertificate"),
  day("tanggal_kawin", "Tanggal perkawinan", "marriedOn"),
  secret("akta_cerai", "Nomor akta perceraian", "divorceCertificate"),
  day("tanggal_cerai", "Tanggal perceraian", "divorcedOn"),
  secret("paspor", "Nomor paspor", "passport"),
  line("nama_ayah", "Nama ayah", "fatherName"),
  secret("nik_ayah", "NIK ayah", "fatherNik"),
  line("nama_ibu", "Nama ibu", "motherName"),
  secret("nik_ibu", "NIK ibu", "motherNik"),
];

/** Every sheet in every version; of two versions the later one is what new forms are made by. */
export const SHEETS: readonly Sheet[] = [
  {
    key: "F-2.01-kelahiran",
    form: "F-2.01",
    version: "lembar-1-kelahiran",
    title: "Pelaporan kelahiran",
    purpose: "Akta kelahiran, dan NIK bagi bayi yang belum mempunyainya.",
    event: "birth",
    results: ["nik", "akta_lahir"],
    parts: [
      REPORTER,
      WITNESSES,
      parent("ayah", "Ayah", "father"),
      parent("ibu", "Ibu", "mother"),
      {
        key: "anak",
        title: "Anak",
        fields: [
          needed(line("nama", "Nama lengkap", "person.name")),
          needed(line("kelamin", "Jenis kelamin", "person.sex")),
          line("tempat_dilahirkan", "Tempat dilahirkan (rumah sakit, rumah, ...)", "event.site"),
          needed(line("tempat_lahir", "Tempat kelahiran (kabupaten atau kota)", "person.birthPlace")),
          needed(day("tanggal_lahir", "Tanggal lahir", "person.birthDate")),
          line("pukul", "Pukul"),
          line("jenis_kelahiran", "Jenis kelahiran", "event.birthKind"),
          line("kelahiran_ke", "Kelahiran ke"),
          line("penolong", "Penolong kelahiran", "event.helper"),
          line("berat", "Berat bayi (kg)"),
          line("panjang", "Panjang bayi (cm)"),
          secret("kk", "Nomor KK", "person.kk"),
        ],
      },
    ],
  },
  {
    key: "F-2.01-kematian",
    form: "F-2.01",
    version: "lembar-1-kematian",
    title: "Pelaporan kematian",
    purpose: "Akta kematian.",
    event: "death",
    results: ["nomor"],
    parts: [
      REPORTER,
      WITNESSES,
      {
        key: "almarhum",
        title: "Yang meninggal",
        fields: [
          needed(line("nama", "Nama lengkap", "person.name")),
          secret("nik", "NIK", "person.nik"),
          secret("kk", "Nomor KK", "person.kk"),
          day("tanggal_lahir", "Tanggal lahir", "person.birthDate"),
          needed(day("tanggal", "Tanggal kematian", "event.day")),
          line("pukul", "Pukul"),
          line("sebab", "Sebab kematian", "event.cause"),
          needed(line("tempat", "Tempat kematian", "event.place")),
          line("penentu", "Yang menerangkan", "event.witness"),
        ],
      },
      parent("ayah", "Ayah", "father"),
      { ...parent("ibu", "Ibu", "mother"), fields: parent("ayah", "Ibu", "mother").fields },
    ],
  },
  {
    key: "F-1.01",
    form: "F-1.01",
    version: "lembar-1",
    title: "Biodata keluarga",
    purpose: "Keluarga atau anggotanya yang belum tercatat di Dukcapil; NIK baru.",
    results: ["nik"],
    parts: [
      {
        key: "keluarga",
        title: "Keluarga",
        fields: [
          needed(line("kepala", "Nama kepala keluarga", "head.name")),
          secret("kk", "Nomor KK", "person.kk"),
          ...HOME,
        ],
      },
      {
        key: "anggota",
        title: "Anggota keluarga",
        list: { from: "members", most: 12, row: "Anggota" },
        fields: MEMBER_FIELDS,
      },
    ],
  },
  {
    key: "F-1.02",
    form: "F-1.02",
    version: "lembar-1",
    title: "Pendaftaran peristiwa kependudukan",
    purpose: "Kartu Keluarga, KTP-el, KIA, dan perubahan data.",
    results: ["nomor"],
    parts: [
      APPLICANT,
      {
        key: "permohonan",
        title: "Permohonan",
        fields: [
          needed(
            choice("jenis", "Jenis permohonan", [
              "KK: membentuk keluarga baru",
              "KK: penggantian kepala keluarga",
              "KK: pisah KK",
              "KK: pindah datang",
              "KK: perubahan data",
              "KK: hilang",
              "KK: rusak",
              "KTP-el: baru",
              "KTP-el: pindah datang",
              "KTP-el: perubahan data",
              "KTP-el: hilang",
              "KTP-el: rusak",
              "KIA: baru",
              "KIA: hilang",
              "KIA: rusak",
              "Perubahan data",
            ]),
          ),
          long("syarat", "Persyaratan yang dilampirkan"),
        ],
      },
    ],
  },
  {
    key: "F-1.03",
    form: "F-1.03",
    version: "lembar-1",
    title: "Pendaftaran perpindahan penduduk",
    purpose: "Surat keterangan pindah.",
    event: "move_out",
    results: ["nomor"],
    parts: [
      APPLICANT,
      { key: "asal", title: "Alamat asal", fields: HOME },
      {
        key: "pindah",
        title: "Kepindahan",
        fields: [
          day("tanggal", "Tanggal pindah", "event.day"),
          line("klasifikasi", "Klasifikasi kepindahan", "event.reach"),
          needed(line("tujuan", "Alamat tujuan lengkap", "event.destination")),
          line("alasan", "Alasan pindah", "event.reason"),
          choice("jenis", "Jenis kepindahan", [
            "Kepala keluarga",
            "Kepala keluarga dan seluruh anggota",
            "Kepala keluarga dan sebagian anggota",
            "Anggota keluarga",
          ]),
          choice("kk_tinggal", "KK bagi yang tidak pindah", [
            "Numpang KK",
            "Membuat KK baru",
            "Nomor KK tetap",
          ]),
          choice("kk_pindah", "KK bagi yang pindah", ["Numpang KK", "Membuat KK baru", "Nomor KK tetap"]),
        ],
      },
      {
        key: "yang_pindah",
        title: "Yang pindah",
        list: { from: "movers", most: 12, row: "Orang" },
        fields: [
          needed(line("nama", "Nama lengkap", "name")),
          secret("nik", "NIK", "nik"),
          line("hubungan", "Hubungan dalam keluarga", "familyRole"),
        ],
      },
    ],
  },
  {
    key: "F-1.06",
    form: "F-1.06",
    version: "lembar-1",
    title: "Perubahan elemen data",
    purpose: "Pernyataan perubahan pendidikan, pekerjaan, agama, nama, dan lainnya.",
    results: ["nomor"],
    parts: [
      APPLICANT,
      {
        key: "perubahan",
        title: "Perubahan",
        list: { most: 10, row: "Perubahan" },
        fields: [
          needed(line("nama", "Nama yang datanya berubah")),
          secret("nik", "NIK"),
          needed(
            choice("elemen", "Elemen data", [
              "Pendidikan terakhir",
              "Pekerjaan",
              "Agama atau kepercayaan",
              "Nama",
              "Tempat atau tanggal lahir",
              "Status perkawinan",
              "Golongan darah",
              "Nama orang tua",
              "Lainnya",
            ]),
          ),
          needed(line("semula", "Semula")),
          needed(line("menjadi", "Menjadi")),
          needed(line("dasar", "Dasar perubahan (surat, nomor, tanggal)")),
        ],
      },
    ],
  },
];
