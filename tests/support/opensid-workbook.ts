import { writeXlsx } from "#app/platform/sheet/write-xlsx.ts";

/** Headings of OpenSID's sheet "Data Penduduk", in its order. */
export const OPENSID_HEADINGS =
  "alamat dusun rw rt nama no_kk nik sex tempatlahir tanggallahir agama_id pendidikan_kk_id pendidikan_sedang_id pekerjaan_id status_kawin kk_level warganegara_id ayah_nik nama_ayah ibu_nik nama_ibu golongan_darah_id akta_lahir dokumen_pasport tanggal_akhir_paspor dokumen_kitas akta_perkawinan tanggalperkawinan akta_perceraian tanggalperceraian cacat_id cara_kb_id hamil ktp_el status_rekam alamat_sekarang status_dasar suku tag_id_card id_asuransi no_asuransi lat lng".split(
    " ",
  );

/** A resident as a row of the sheet: heading -> cell; what is left out is empty. */
export type OpenSidPerson = Partial<Record<string, string>>;

const MALE =
  "Ahmad Lalu Muhammad Sahrul Wayan Nengah Made Hasan Zainal Rizal Joko Slamet Budi Agus Dedi".split(" ");
const FEMALE =
  "Siti Baiq Nur Aisyah Fatimah Ni Rohani Sri Dewi Halimah Zuhra Endang Wati Lestari Mariam".split(" ");
const LAST =
  "Hidayat Rahman Putra Saputra Wijaya Hakim Santoso Irawan Maulana Ibrahim Yusuf Anwar Efendi".split(" ");
const HAMLETS = ["DUSUN MONTONG", "KEBON INDAH", "Dusun Gegutu", "PERIGI"];
const PEOPLE_A_CARD = 4;

/**
 * As many residents as one asks for, four to a family card, the same ones each time: heads, wives and children with NIK
 * that fit their day of birth and sex, in four dusun with RW and RT, some by label and some by code as villages mix them.
 */
export function openSidPeople(count: number): OpenSidPerson[] {
  return Array.from({ length: count }, (_, index) => personAt(index));
}

function personAt(index: number): OpenSidPerson {
  const card = Math.floor(index / PEOPLE_A_CARD);
  const place = index % PEOPLE_A_CARD;
  const isWoman = place === 1 || (place > 1 && card % 2 === 0);
  const year = place < 2 ? 1950 + (card % 45) : 2000 + ((card + place) % 25);
  const [month, day] = [1 + ((card + place) % 12), 1 + ((card * 3 + place) % 28)];
  const names = isWoman ? FEMALE : MALE;
  const isCoded = card % 3 === 0;
  return {
    alamat: `Jl. Raya No. ${(card % 90) + 1}`,
    dusun: HAMLETS[card % HAMLETS.length] ?? "-",
    rw: String((card % 3) + 1),
    rt: card % 17 === 0 ? "-" : String((card % 6) + 1).padStart(3, "0"),
    nama: `${names[(card * 7 + place) % names.length]} ${LAST[(card + place * 5) % LAST.length]} ${card}`.toUpperCase(),
    no_kk: `5201090${String(1 + (card % 9))}0115${String(card + 1).padStart(4, "0")}`,
    nik: nikOf(isWoman, year, month, day, index),
    sex: isCoded ? (isWoman ? "2" : "1") : isWoman ? "P" : "LAKI-LAKI",
    tempatlahir: "SESELA",
    tanggallahir: `${two(day)}-${two(month)}-${year}`,
    agama_id: isCoded ? "1" : "ISLAM",
    pendidikan_kk_id: isCoded ? "5" : "SLTA / SEDERAJAT",
    pendidikan_sedang_id: "18",
    pekerjaan_id: ["PETANI/PEKEBUN", "2", "PELAJAR/MAHASISWA", "1"][place] ?? "",
    status_kawin: place < 2 ? (isCoded ? "2" : "K") : "BELUM KAWIN",
    kk_level: ["KEPALA KELUARGA", "3", "ANAK", "4"][place] ?? "",
    warganegara_id: "WNI",
    nama_ayah: "AMAQ SAHRUL",
    nama_ibu: "INAQ ROHANI",
    golongan_darah_id: "Tdk Th",
    cacat_id: "TIDAK CACAT",
    ktp_el: "WNI",
    status_rekam: "WNI",
    status_dasar: "HIDUP",
    suku: "Sasak",
    id_asuransi: "BPJS Penerima Bantuan Iuran",
  };
}

function nikOf(isWoman: boolean, year: number, month: number, day: number, index: number): string {
  const days = two(isWoman ? day + 40 : day);
  const serial = String((Math.floor(index / 28) % 9999) + 1).padStart(4, "0");
  return `52${two(1 + (index % 8))}${two(1 + (Math.floor(index / 8) % 20))}${days}${two(month)}${two(year % 100)}${serial}`;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

/** People as OpenSID's workbook: "Data Penduduk" with its end mark, and the sheet of codes behind it. */
export function openSidWorkbook(
  people: readonly OpenSidPerson[],
  headings: readonly string[] = OPENSID_HEADINGS,
): Uint8Array<ArrayBuffer> {
  const rows = people.map((person) => headings.map((heading) => person[heading] ?? ""));
  const end = ["", "###"];
  return writeXlsx(
    [
      {
        name: "Data Penduduk",
        columns: headings.map((header) => ({ header })),
        rows: [...rows, end, ["", "bukan data"]],
      },
      { name: "Kode Data", columns: [{ header: "Kode" }], rows: [["1 = Laki-laki"], ["2 = Perempuan"]] },
    ],
    { isVerified: true },
  );
}
