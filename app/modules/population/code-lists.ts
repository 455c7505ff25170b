/** One value of a list. */
export interface Code {
  code: number;
  /** As the state's registers and OpenSID store it: `PETANI/PEKEBUN`. */
  stored: string;
  /** As screens and letters show it: `Petani/pekebun`. */
  label: string;
}

/** The values of one coded field (Permendagri 109/2019 and OpenSID's lists, whose numbers are the same). */
export interface CodeList {
  codes: readonly Code[];
  /** Other spellings that sheets hold, in capitals -> code. */
  aliases: Readonly<Record<string, number>>;
}

/** `1=STORED|Shown`, a value a line; without the part after the bar the stored text is shown as a sentence. */
function list(lines: string, aliases: Record<string, number> = {}): CodeList {
  const codes = lines
    .trim()
    .split("\n")
    .map((line) => {
      const [, code = "", stored = "", label] = /^\s*(\d+)=([^|]*)(?:\|(.*))?$/.exec(line) ?? [];
      return { code: Number(code), stored, label: label ?? sentence(stored) };
    });
  return { codes, aliases };
}

function sentence(stored: string): string {
  return stored.charAt(0) + stored.slice(1).toLowerCase();
}

const SEX = list("1=LAKI-LAKI\n2=PEREMPUAN", { L: 1, LK: 1, LAKI: 1, PRIA: 1, P: 2, PR: 2, WANITA: 2 });

const RELIGION = list(
  `1=ISLAM
   2=KRISTEN
   3=KATHOLIK|Katolik
   4=HINDU
   5=BUDHA|Buddha
   6=KHONGHUCU
   7=KEPERCAYAAN TERHADAP TUHAN YME / LAINNYA|Kepercayaan terhadap Tuhan YME`,
  { KATOLIK: 3, BUDDHA: 5, KONGHUCU: 6, KRISTIAN: 2, PROTESTAN: 2, KEPERCAYAAN: 7, LAINNYA: 7 },
);

const EDUCATION = list(
  `1=TIDAK / BELUM SEKOLAH|Tidak/belum sekolah
   2=BELUM TAMAT SD/SEDERAJAT|Belum tamat SD/sederajat
   3=TAMAT SD / SEDERAJAT|Tamat SD/sederajat
   4=SLTP/SEDERAJAT|SLTP/sederajat
   5=SLTA / SEDERAJAT|SLTA/sederajat
   6=DIPLOMA I / II|Diploma I/II
   7=AKADEMI/ DIPLOMA III/S. MUDA|Akademi/Diploma III/sarjana muda
   8=DIPLOMA IV/ STRATA I|Diploma IV/Strata I
   9=STRATA II|Strata II
   10=STRATA III|Strata III`,
  {
    "TIDAK/BLM SEKOLAH": 1,
    "TIDAK/BELUM SEKOLAH": 1,
    "TIDAK TAMAT SD/SEDERAJAT": 2,
    "AKADEMI/DIPLOMA III/SARJANA MUDA": 7,
    "STRATA-II": 9,
    SD: 3,
    SMP: 4,
    SMA: 5,
    S1: 8,
    S2: 9,
    S3: 10,
  },
);

const SCHOOLING = list(`1=BELUM MASUK TK/KELOMPOK BERMAIN|Belum masuk TK/kelompok bermain
   2=SEDANG TK/KELOMPOK BERMAIN|Sedang TK/kelompok bermain
   3=TIDAK PERNAH SEKOLAH
   4=SEDANG SD/SEDERAJAT|Sedang SD/sederajat
   5=TIDAK TAMAT SD/SEDERAJAT|Tidak tamat SD/sederajat
   6=SEDANG SLTP/SEDERAJAT|Sedang SLTP/sederajat
   7=SEDANG SLTA/SEDERAJAT|Sedang SLTA/sederajat
   8=SEDANG D-1/SEDERAJAT|Sedang D-1/sederajat
   9=SEDANG D-2/SEDERAJAT|Sedang D-2/sederajat
   10=SEDANG D-3/SEDERAJAT|Sedang D-3/sederajat
   11=SEDANG S-1/SEDERAJAT|Sedang S-1/sederajat
   12=SEDANG S-2/SEDERAJAT|Sedang S-2/sederajat
   13=SEDANG S-3/SEDERAJAT|Sedang S-3/sederajat
   14=SEDANG SLB A/SEDERAJAT|Sedang SLB A/sederajat
   15=SEDANG SLB B/SEDERAJAT|Sedang SLB B/sederajat
   16=SEDANG SLB C/SEDERAJAT|Sedang SLB C/sederajat
   17=TIDAK DAPAT MEMBACA DAN MENULIS HURUF LATIN/ARAB|Tidak dapat membaca dan menulis huruf Latin/Arab
   18=TIDAK SEDANG SEKOLAH`);

const OCCUPATION = list(
  `1=BELUM/TIDAK BEKERJA
   2=MENGURUS RUMAH TANGGA
   3=PELAJAR/MAHASISWA
   4=PENSIUNAN
   5=PEGAWAI NEGERI SIPIL (PNS)|Pegawai negeri sipil (PNS)
   6=TENTARA NASIONAL INDONESIA (TNI)|Tentara Nasional Indonesia (TNI)
   7=KEPOLISIAN RI (POLRI)|Kepolisian RI (Polri)
   8=PERDAGANGAN
   9=PETANI/PEKEBUN
   10=PETERNAK
   11=NELAYAN/PERIKANAN
   12=INDUSTRI
   13=KONSTRUKSI
   14=TRANSPORTASI
   15=KARYAWAN SWASTA
   16=KARYAWAN BUMN|Karyawan BUMN
   17=KARYAWAN BUMD|Karyawan BUMD
   18=KARYAWAN HONORER
   19=BURUH HARIAN LEPAS
   20=BURUH TANI/PERKEBUNAN
   21=BURUH NELAYAN/PERIKANAN
   22=BURUH PETERNAKAN
   23=PEMBANTU RUMAH TANGGA
   24=TUKANG CUKUR
   25=TUKANG LISTRIK
   26=TUKANG BATU
   27=TUKANG KAYU
   28=TUKANG SOL SEPATU
   29=TUKANG LAS/PANDAI BESI
   30=TUKANG JAHIT
   31=TUKANG GIGI
   32=PENATA RIAS
   33=PENATA BUSANA
   34=PENATA RAMBUT
   35=MEKANIK
   36=SENIMAN
   37=TABIB
   38=PARAJI
   39=PERANCANG BUSANA
   40=PENTERJEMAH
   41=IMAM MASJID
   42=PENDETA
   43=PASTOR
   44=WARTAWAN
   45=USTADZ/MUBALIGH
   46=JURU MASAK
   47=PROMOTOR ACARA
   48=ANGGOTA DPR-RI|Anggota DPR-RI
   49=ANGGOTA DPD|Anggota DPD
   50=ANGGOTA BPK|Anggota BPK
   51=PRESIDEN
   52=WAKIL PRESIDEN
   53=ANGGOTA MAHKAMAH KONSTITUSI|Anggota Mahkamah Konstitusi
   54=ANGGOTA KABINET KEMENTERIAN
   55=DUTA BESAR
   56=GUBERNUR
   57=WAKIL GUBERNUR
   58=BUPATI
   59=WAKIL BUPATI
   60=WALIKOTA
   61=WAKIL WALIKOTA
   62=ANGGOTA DPRD PROVINSI|Anggota DPRD provinsi
   63=ANGGOTA DPRD KABUPATEN/KOTA|Anggota DPRD kabupaten/kota
   64=DOSEN
   65=GURU
   66=PILOT
   67=PENGACARA
   68=NOTARIS
   69=ARSITEK
   70=AKUNTAN
   71=KONSULTAN
   72=DOKTER
   73=BIDAN
   74=PERAWAT
   75=APOTEKER
   76=PSIKIATER/PSIKOLOG
   77=PENYIAR TELEVISI
   78=PENYIAR RADIO
   79=PELAUT
   80=PENELITI
   81=SOPIR
   82=PIALANG
   83=PARANORMAL
   84=PEDAGANG
   85=PERANGKAT DESA
   86=KEPALA DESA
   87=BIARAWATI
   88=WIRASWASTA
   89=LAINNYA`,
  { PNS: 5, TNI: 6, POLRI: 7, PETANI: 9, NELAYAN: 11, PELAJAR: 3, "IBU RUMAH TANGGA": 2, IRT: 2 },
);

const MARITAL_STATUS = list("1=BELUM KAWIN\n2=KAWIN\n3=CERAI HIDUP\n4=CERAI MATI", {
  BK: 1,
  K: 2,
  CH: 3,
  CM: 4,
  "KAWIN TERCATAT": 2,
  "KAWIN BELUM TERCATAT": 2,
});

const FAMILY_ROLE = list(
  `1=KEPALA KELUARGA
   2=SUAMI
   3=ISTRI
   4=ANAK
   5=MENANTU
   6=CUCU
   7=ORANGTUA|Orang tua
   8=MERTUA
   9=FAMILI LAIN
   10=PEMBANTU
   11=LAINNYA`,
  { "ORANG TUA": 7 },
);

const CITIZENSHIP = list("1=WNI|WNI\n2=WNA|WNA\n3=DUA KEWARGANEGARAAN|Dua kewarganegaraan");

const BLOOD_TYPE = list(
  `1=A
   2=B
   3=AB|AB
   4=O
   5=A+
   6=A-
   7=B+
   8=B-
   9=AB+|AB+
   10=AB-|AB-
   11=O+
   12=O-
   13=TIDAK TAHU`,
  { "-": 13, "TIDAK DIKETAHUI": 13 },
);

/** The words of UU 8/2016 on the screen, those of the registers in files. */
const DISABILITY = list(
  `1=CACAT FISIK|Disabilitas fisik
   2=CACAT NETRA/BUTA|Disabilitas sensorik netra
   3=CACAT RUNGU/WICARA|Disabilitas sensorik rungu/wicara
   4=CACAT MENTAL/JIWA|Disabilitas mental
   5=CACAT FISIK DAN MENTAL|Disabilitas ganda: fisik dan mental
   6=CACAT LAINNYA|Disabilitas lainnya
   7=TIDAK CACAT|Tidak ada`,
);

const CONTRACEPTION = list(`1=PIL (P)|Pil
   2=IUD (P)|IUD
   3=SUNTIK (P)|Suntik
   4=KONDOM (L)|Kondom
   5=SUSUK KB (P)|Susuk KB
   6=STERILISASI WANITA (P)|Sterilisasi wanita
   7=STERILISASI PRIA (L)|Sterilisasi pria
   99=LAINNYA (L/P)|Lainnya
   100=TIDAK MENGGUNAKAN`);

const PREGNANCY = list("1=HAMIL\n2=TIDAK HAMIL");
const ID_CARD = list("1=BELUM\n2=KTP-EL|KTP-el\n3=KIA|KIA");
const RECORDING = list(`1=BELUM WAJIB
   2=BELUM REKAM
   3=SUDAH REKAM
   4=CARD PRINTED|Kartu sudah dicetak
   5=PRINT READY RECORD|Siap cetak
   6=CARD SHIPPED|Kartu dikirim
   7=SENT FOR CARD PRINTING|Dikirim untuk dicetak
   8=CARD ISSUED|Kartu sudah diterbitkan`);
const STATUS = list(`1=HIDUP
   2=MATI|Meninggal
   3=PINDAH
   4=HILANG
   6=PERGI
   9=TIDAK VALID`);
const INSURANCE = list(`1=TIDAK/BELUM PUNYA
   2=BPJS PENERIMA BANTUAN IURAN|BPJS penerima bantuan iuran
   3=BPJS NON PENERIMA BANTUAN IURAN|BPJS bukan penerima bantuan iuran
   4=BPJS BANTUAN DAERAH|BPJS bantuan daerah
   99=ASURANSI LAINNYA`);
const BIRTH_SITE = list("1=RS/RB|Rumah sakit/rumah bersalin\n2=PUSKESMAS\n3=POLINDES\n4=RUMAH\n5=LAINNYA");
const BIRTH_KIND = list("1=TUNGGAL\n2=KEMBAR 2\n3=KEMBAR 3\n4=KEMBAR 4");
const BIRTH_HELPER = list("1=DOKTER\n2=BIDAN PERAWAT|Bidan/perawat\n3=DUKUN\n4=LAINNYA");
const DEATH_CAUSE = list(`1=SAKIT BIASA / TUA|Sakit biasa/tua
   2=WABAH PENYAKIT
   3=KECELAKAAN
   4=KRIMINALITAS
   5=BUNUH DIRI
   6=LAINNYA`);
const DEATH_WITNESS = list("1=DOKTER\n2=TENAGA KESEHATAN\n3=KEPOLISIAN\n4=LAINNYA");
const MOVE_REACH = list(`1=PINDAH KELUAR DESA/KELURAHAN|Ke desa/kelurahan lain
   2=PINDAH KELUAR KECAMATAN|Ke kecamatan lain
   3=PINDAH KELUAR KABUPATEN/KOTA|Ke kabupaten/kota lain
   4=PINDAH KELUAR PROVINSI|Ke provinsi lain`);

/** Every list by the field that it belongs to. */
export const CODE_LISTS = {
  sex: SEX,
  religion: RELIGION,
  education: EDUCATION,
  schooling: SCHOOLING,
  occupation: OCCUPATION,
  maritalStatus: MARITAL_STATUS,
  familyRole: FAMILY_ROLE,
  citizenship: CITIZENSHIP,
  bloodType: BLOOD_TYPE,
  disability: DISABILITY,
  contraception: CONTRACEPTION,
  pregnancy: PREGNANCY,
  idCard: ID_CARD,
  recording: RECORDING,
  status: STATUS,
  insurance: INSURANCE,
  birthSite: BIRTH_SITE,
  birthKind: BIRTH_KIND,
  birthHelper: BIRTH_HELPER,
  deathCause: DEATH_CAUSE,
  deathWitness: DEATH_WITNESS,
  moveReach: MOVE_REACH,
} as const satisfies Record<string, CodeList>;
export type CodeListKey = keyof typeof CODE_LISTS;

/** What a code means on screens and letters; null for none and for a number that is not in the list. */
export function labelOf(key: CodeListKey, code: number | null | undefined): string | null {
  return CODE_LISTS[key].codes.find((each) => each.code === code)?.label ?? null;
}

/** As the registers store it. */
export function storedLabelOf(key: CodeListKey, code: number | null | undefined): string | null {
  return CODE_LISTS[key].codes.find((each) => each.code === code)?.stored ?? null;
}

/** Is this number a value of the list? */
export function isCode(key: CodeListKey, code: number): boolean {
  return CODE_LISTS[key].codes.some((each) => each.code === code);
}

/**
 * The code that a cell means: its number, one of its labels, or another known spelling, whatever the case and blanks.
 * @returns null where the text is none of them
 */
export function codeFrom(key: CodeListKey, text: string): number | null {
  const wanted = plain(text);
  const { codes, aliases } = CODE_LISTS[key];
  if (/^\d{1,3}$/.test(wanted)) return isCode(key, Number(wanted)) ? Number(wanted) : null;
  const found = codes.find(({ stored, label }) => plain(stored) === wanted || plain(label) === wanted);
  return (
    found?.code ??
    new Map(Object.entries(aliases)).get(text.trim().toUpperCase().replace(/\s+/g, " ")) ??
    null
  );
}

function plain(text: string): string {
  return text.toUpperCase().replace(/\s+/g, "");
}

/** Peoples that many write here, as a help for typing: the field takes any text. */
export const ETHNICITY_HINTS =
  "Aceh, Ambon, Bali, Banjar, Banten, Batak, Betawi, Bima, Bugis, Buton, Cirebon, Dayak, Dompu, Flores, Gayo, Gorontalo, Jawa, Kaili, Kutai, Lampung, Madura, Makassar, Mandailing, Melayu, Mentawai, Minahasa, Minangkabau, Muna, Nias, Papua, Rote, Sabu, Samawa, Sasak, Sumba, Sumbawa, Sunda, Ternate, Tidore, Timor, Tionghoa, Tolaki, Toraja".split(
    ", ",
  );
