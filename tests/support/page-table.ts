import type { OwnedRoute } from "#app/platform/http/route-spec.ts";
import { type OfficeStage, YEARS } from "./office-stage.ts";

import { OVERSIGHT_VISITS } from "./oversight-visits.ts";
import { PORTAL_VISITS } from "./portal-visits.ts";
import { REGISTER_VISITS } from "./register-visits.ts";
import { RESIDENT_VISITS } from "./resident-visits.ts";
import { SERVICE_VISITS } from "./service-visits.ts";

type Ids = OfficeStage["ids"];
type Params = Record<string, string | number>;

/** How an address of the route tables is opened on the stage. */
export interface Visit {
  /** Who opens it; null: nobody signed in. Above the villages a role. */
  as: string | null;
  /** What stands in the address's parameters. */
  params?: (ids: Ids) => Params;
  /** `page` unless told: an address may answer a file, or lead elsewhere. */
  answers?: "page" | "file" | "elsewhere";
  query?: string;
}

const nobody: Visit = { as: null };
const head: Visit = { as: "kepala-desa" };
const kasi: Visit = { as: "kasi-pemerintahan" };
const money: Visit = { as: "kaur-keuangan" };
const running = () => ({ tahun: YEARS.running });
const draft = () => ({ tahun: YEARS.draft });
const submitted = () => ({ tahun: YEARS.submitted });
const person = (ids: Ids) => ({ id: ids.person });
const activity = (ids: Ids) => ({ id: ids.activity });
const dataRequest = ({ privacy }: Ids) => ({ id: privacy.deletion });
const breach = ({ privacy }: Ids) => ({ id: privacy.breach });
const mailed = ({ mail }: Ids) => ({ id: mail.letter });
const resident = ({ population }: Ids) => ({ id: population.resident });
const planned = (ids: Ids) => ({ id: ids.plannedActivity });

/** Every address of the route tables. A new route is added here: all-pages.test.ts says which one lacks. */
const VISITS: Record<string, Visit> = {
  "/portal": nobody,
  "/daftar": { ...nobody, query: "?kode=52.01.14.2006" },
  "/sanggah": { ...nobody, query: "?kode=52.01.14.2006" },

  ...OVERSIGHT_VISITS,
  ...SERVICE_VISITS,

  "/": nobody,
  "/program-kerja": { ...nobody, answers: "elsewhere" },
  "/program-kerja/:tahun": { ...nobody, params: running },
  "/program-kerja/kegiatan/:id": { ...nobody, params: activity },
  "/masuk": nobody,
  "/masuk/kunci-sandi": nobody,
  "/masuk/kode": { as: "sebelum-kode" },
  "/masuk/kata-sandi-baru/:token": { ...nobody, params: (ids) => ({ token: ids.resetToken }) },
  "/masuk/pemulihan/:token": { ...nobody, params: (ids) => ({ token: ids.recoveryToken }) },
  "/undangan/:token": { ...nobody, params: (ids) => ({ token: ids.invitationToken }) },
  "/undangan/:token/masuk": { ...nobody, params: (ids) => ({ token: ids.invitationToken }) },
  "/keluar": { ...kasi, answers: "elsewhere" },

  ...PORTAL_VISITS,
  ...RESIDENT_VISITS,
  ...REGISTER_VISITS,

  "/kantor": kasi,
  "/kantor/kabar": head,
  "/kantor/gaya": kasi,
  "/kantor/terkunci": kasi,
  "/kantor/ganti-pengguna": kasi,
  "/kantor/kunci": kasi,
  "/kantor/akun": kasi,
  "/kantor/akun/kata-sandi": kasi,
  "/kantor/akun/sesi": kasi,
  "/kantor/akun/perangkat": kasi,
  "/kantor/akun/kode": kasi,
  "/kantor/akun/kunci-sandi": kasi,
  "/kantor/akun/kunci-sandi/:id": { as: "berkunci", params: (ids) => ({ id: ids.passkey }) },
  "/kantor/perangkat": head,
  "/kantor/perangkat/undang": head,
  "/kantor/perangkat/undangan/:id": { ...head, params: (ids) => ({ id: ids.invitation }) },
  "/kantor/perangkat/:id": { ...head, params: person },
  "/kantor/perangkat/:id/jabatan": { ...head, params: person },
  "/kantor/perangkat/:id/jabatan/:jabatan": {
    ...head,
    params: (ids) => ({ id: ids.person, jabatan: ids.term }),
  },
  "/kantor/perangkat/:id/kata-sandi": { ...head, params: person },
  "/kantor/perangkat/:id/kode-pemulihan": { ...head, params: person },
  "/kantor/perangkat/:id/serah-terima": { ...head, params: person },
  "/kantor/perangkat/:id/akun": { ...head, params: person },
  "/kantor/jejak": head,

  "/bukti-penghapusan/:token": { ...nobody, params: ({ data }) => ({ token: data.proofToken }) },
  "/kantor/unduh/:berkas": { ...head, params: () => ({ berkas: "penduduk.xlsx" }), answers: "file" },
  "/kantor/data-desa": head,
  "/kantor/data-desa/ekspor": head,
  "/kantor/data-desa/ekspor/:id": { ...head, params: ({ data }) => ({ id: data.exportId }), answers: "file" },
  "/kantor/data-desa/keluar": head,
  "/kantor/data-desa/keluar/batal": { ...head, answers: "elsewhere" },
  "/kantor/data-pribadi": head,
  "/kantor/data-pribadi/akses": head,
  "/kantor/data-pribadi/batas": head,
  "/kantor/data-pribadi/masa-simpan": head,
  "/kantor/data-pribadi/masa-simpan/:jenis": { ...head, params: () => ({ jenis: "platform.inbox" }) },
  "/kantor/data-pribadi/perjanjian": head,
  "/kantor/data-pribadi/permintaan": head,
  "/kantor/data-pribadi/permintaan/baru": head,
  "/kantor/data-pribadi/permintaan/:id": { ...head, params: dataRequest },
  "/kantor/data-pribadi/permintaan/:id/data.pdf": { ...head, params: dataRequest, answers: "file" },
  "/kantor/data-pribadi/permintaan/:id/data.json": { ...head, params: dataRequest, answers: "file" },
  "/kantor/data-pribadi/insiden": head,
  "/kantor/data-pribadi/insiden/baru": head,
  "/kantor/data-pribadi/insiden/:id": { ...head, params: breach },
  "/kantor/data-pribadi/insiden/:id/surat.pdf": { ...head, params: breach, answers: "file" },

  "/kantor/penduduk": kasi,
  "/kantor/penduduk/keluarga": kasi,
  "/kantor/penduduk/keluarga/baru": kasi,
  "/kantor/penduduk/keluarga/:id": { ...kasi, params: ({ population }) => ({ id: population.family }) },
  "/kantor/penduduk/keluarga/:id/ubah": { ...kasi, params: ({ population }) => ({ id: population.family }) },
  "/kantor/penduduk/baru": kasi,
  "/kantor/penduduk/:id/ubah": { ...kasi, params: ({ population }) => ({ id: population.resident }) },
  "/kantor/penduduk/impor": kasi,
  "/kantor/penduduk/impor/:id": { ...kasi, params: ({ imports }) => ({ id: imports.checked }) },
  "/kantor/penduduk/impor/:id/kolom": { ...kasi, params: ({ imports }) => ({ id: imports.checked }) },
  "/kantor/penduduk/impor/:id/baris": { ...kasi, params: ({ imports }) => ({ id: imports.checked }) },
  "/kantor/penduduk/impor/:id/perubahan": { ...kasi, params: ({ imports }) => ({ id: imports.checked }) },
  "/kantor/penduduk/impor/:id/perbaikan.xlsx": {
    ...kasi,
    params: ({ imports }) => ({ id: imports.applied }),
    answers: "file",
  },
  "/kantor/penduduk/impor/:id/buang": { ...kasi, params: ({ imports }) => ({ id: imports.checked }) },
  "/kantor/penduduk/impor/:id/batalkan": { ...kasi, params: ({ imports }) => ({ id: imports.applied }) },
  "/kantor/penduduk/:id": { ...kasi, params: ({ population }) => ({ id: population.resident }) },
  "/kantor/penduduk/:id/peristiwa": { ...kasi, params: resident },
  "/kantor/penduduk/:id/peristiwa/lahir": { ...kasi, params: resident },
  "/kantor/penduduk/:id/peristiwa/meninggal": { ...kasi, params: resident },
  "/kantor/penduduk/:id/peristiwa/pindah": { ...kasi, params: resident },
  "/kantor/penduduk/:id/peristiwa/pindah-dalam": { ...kasi, params: resident },
  "/kantor/penduduk/:id/peristiwa/pecah-kk": { ...kasi, params: resident },
  "/kantor/penduduk/:id/peristiwa/gabung-kk": { ...kasi, params: resident },
  "/kantor/penduduk/:id/peristiwa/kepala-keluarga": { ...kasi, params: resident },
  "/kantor/penduduk/:id/peristiwa/hilang": { ...kasi, params: resident },
  "/kantor/penduduk/:id/peristiwa/pergi": { ...kasi, params: resident },
  "/kantor/penduduk/:id/peristiwa/kembali": { ...kasi, params: resident },
  "/kantor/penduduk/:id/peristiwa/selesai-tinggal": { ...kasi, params: resident },
  "/kantor/penduduk/:id/peristiwa/:peristiwa/batal": {
    ...kasi,
    params: ({ population }) => ({ id: population.resident, peristiwa: population.event }),
  },
  "/kantor/penduduk/datang": kasi,
  "/kantor/penduduk/mutasi": kasi,
  "/kantor/penduduk/rekapitulasi": kasi,

  "/kantor/surat/jenis": kasi,
  "/kantor/surat/jenis/baru": kasi,
  "/kantor/surat/jenis/:kunci": { ...kasi, params: () => ({ kunci: "domisili" }) },
  "/kantor/surat/jenis/:kunci/contoh.pdf": {
    ...kasi,
    params: () => ({ kunci: "domisili" }),
    answers: "file",
  },
  "/kantor/surat/klasifikasi": kasi,
  "/kantor/surat": kasi,
  "/kantor/surat/baru": kasi,
  "/kantor/surat/baru/:id": { ...kasi, params: resident },
  "/kantor/surat/baru/:id/:jenis": {
    ...kasi,
    params: ({ population, letters }) => ({ id: population.resident, jenis: letters.kind }),
  },
  "/kantor/surat/luar": kasi,
  "/kantor/surat/luar/:jenis": { ...kasi, params: () => ({ jenis: "umum" }) },
  "/kantor/surat/map": head,
  "/kantor/surat/map/cetak.pdf": { ...head, answers: "file" },
  "/kantor/surat/map/berkas/:id": {
    ...head,
    params: ({ letters }) => ({ id: letters.print }),
    answers: "file",
  },
  "/kantor/surat/nomor": kasi,
  "/kantor/surat/nomor/:id": { ...kasi, params: ({ letters }) => ({ id: letters.block }) },
  "/kantor/surat/nomor/:id/lembar.pdf": {
    ...kasi,
    params: ({ letters }) => ({ id: letters.block }),
    answers: "file",
  },
  "/kantor/surat/pengaturan": head,
  "/kantor/surat/:id": { ...kasi, params: ({ letters }) => ({ id: letters.waiting }) },
  "/kantor/surat/:id/isi": { ...kasi, params: ({ letters }) => ({ id: letters.draft }) },
  "/kantor/surat/:id/tanda-terima.pdf": {
    ...kasi,
    params: ({ letters }) => ({ id: letters.waiting }),
    answers: "file",
  },
  "/kantor/surat/:id/surat.pdf": {
    ...kasi,
    params: ({ letters }) => ({ id: letters.waiting }),
    answers: "file",
  },
  "/kantor/surat/:id/surat.docx": {
    ...kasi,
    params: ({ letters }) => ({ id: letters.waiting }),
    answers: "file",
  },
  "/v/:token": { ...nobody, params: ({ letters }) => ({ token: letters.token }) },

  "/kantor/dukcapil": kasi,
  "/kantor/dukcapil/baru": kasi,
  "/kantor/dukcapil/baru/:id": { ...kasi, params: resident },
  "/kantor/dukcapil/berkas": kasi,
  "/kantor/dukcapil/berkas/:id": { ...kasi, params: ({ dukcapil }) => ({ id: dukcapil.openBatch }) },
  "/kantor/dukcapil/berkas/:id/daftar.pdf": {
    ...kasi,
    params: ({ dukcapil }) => ({ id: dukcapil.sentBatch }),
    answers: "file",
  },
  "/kantor/dukcapil/:id": { ...kasi, params: ({ dukcapil }) => ({ id: dukcapil.sent }) },
  "/kantor/dukcapil/:id/isi": { ...kasi, params: ({ dukcapil }) => ({ id: dukcapil.draft }) },
  "/kantor/dukcapil/:id/tanda-terima.pdf": {
    ...kasi,
    params: ({ dukcapil }) => ({ id: dukcapil.sent }),
    answers: "file",
  },
  "/kantor/dukcapil/:id/lembar.pdf": {
    ...kasi,
    params: ({ dukcapil }) => ({ id: dukcapil.sent }),
    answers: "file",
  },

  "/kantor/izin": head,
  "/kantor/izin/baru": head,
  "/kantor/izin/baru/:id": { ...head, params: resident },
  "/kantor/izin/luar": head,
  "/kantor/izin/kalender": { ...head, query: "?bulan=2027-03" },
  "/kantor/izin/tempat": head,
  "/kantor/izin/:id": { ...head, params: ({ permits }) => ({ id: permits.asked }) },
  "/kantor/izin/:id/izin.pdf": {
    ...head,
    params: ({ permits }) => ({ id: permits.granted }),
    answers: "file",
  },
  "/kantor/izin/:id/tanda-terima.pdf": {
    ...head,
    params: ({ permits }) => ({ id: permits.asked }),
    answers: "file",
  },

  "/kantor/buku": head,
  "/kantor/buku/masuk": head,
  "/kantor/buku/masuk/baru": head,
  "/kantor/buku/masuk/:id": { ...head, params: mailed },
  "/kantor/buku/masuk/:id/ubah": { ...head, params: mailed },
  "/kantor/buku/masuk/:id/batal": { ...head, params: mailed },
  "/kantor/buku/masuk/:id/lembar-disposisi.pdf": { ...head, params: mailed, answers: "file" },
  "/kantor/buku/keluar": head,
  "/kantor/buku/keluar/baru": head,
  "/kantor/buku/keluar/baru/:jenis": { ...head, params: () => ({ jenis: "undangan" }) },
  "/kantor/buku/ekspedisi": head,
  "/kantor/buku/ekspedisi/baru": head,
  "/kantor/buku/ekspedisi/:id": { ...head, params: ({ mail }) => ({ id: mail.sent }) },
  "/kantor/buku/agenda": head,
  "/kantor/buku/unduh/:berkas": {
    ...head,
    params: () => ({ berkas: "agenda-bersama.pdf" }),
    answers: "file",
  },

  "/kantor/verifikasi": head,
  "/kantor/verifikasi/surat": head,
  "/kantor/verifikasi/sanggahan/:id": { ...head, params: ({ claims }) => ({ id: claims.ownContest }) },
  "/kantor/mulai": kasi,
  "/kantor/pengaturan": head,
  "/kantor/pengaturan/identitas": kasi,
  "/kantor/pengaturan/kop": kasi,
  "/kantor/pengaturan/wilayah": kasi,
  "/kantor/pengaturan/wilayah/:id": { ...kasi, params: (ids) => ({ id: ids.area }) },
  "/kantor/pengaturan/wilayah/:id/nonaktif": {
    ...kasi,
    params: (ids) => ({ id: ids.area }),
    answers: "elsewhere",
  },
  "/kantor/pengaturan/nomor": kasi,
  "/kantor/pengaturan/kertas": kasi,
  "/kantor/pengaturan/kertas/cetak-uji.pdf": { ...kasi, answers: "file" },
  "/kantor/pengaturan/waktu": kasi,
  "/kantor/pengaturan/modul": head,

  "/kantor/program-kerja": kasi,
  "/kantor/program-kerja/:tahun": { ...kasi, params: draft },
  "/kantor/program-kerja/:tahun/program": { ...kasi, params: draft },
  "/kantor/program-kerja/pengaturan": kasi,
  "/kantor/program-kerja/:tahun/kalender": { ...kasi, params: running },
  "/kantor/program-kerja/:tahun/papan": { ...kasi, params: running },
  "/kantor/program-kerja/:tahun/pengajuan": { ...kasi, params: draft },
  "/kantor/program-kerja/:tahun/pemeriksaan": { ...head, params: submitted },
  "/kantor/program-kerja/:tahun/penutupan": { ...head, params: running },
  "/kantor/program-kerja/:tahun/kegiatan/baru": { ...kasi, params: draft },
  "/kantor/program-kerja/:tahun/laporan": { ...kasi, params: running },
  "/kantor/program-kerja/:tahun/laporan/kolom": { ...kasi, params: running },
  "/kantor/program-kerja/:tahun/laporan/:berkas": {
    ...kasi,
    params: () => ({ tahun: YEARS.running, berkas: "triwulan-3.pdf" }),
    answers: "file",
  },
  "/kantor/program-kerja/:tahun/impor": { ...money, params: running },
  "/kantor/program-kerja/:tahun/impor/:id": {
    ...money,
    params: (ids) => ({ tahun: YEARS.running, id: ids.import }),
  },
  "/kantor/program-kerja/:tahun/impor/:id/periksa": {
    ...money,
    params: (ids) => ({ tahun: YEARS.running, id: ids.import }),
  },
  "/kantor/program-kerja/:tahun/tahun-berikutnya": { ...kasi, params: running },
  "/kantor/program-kerja/kegiatan/:id": { ...kasi, params: activity },
  "/kantor/program-kerja/kegiatan/:id/rencana": { ...kasi, params: planned },
  "/kantor/program-kerja/kegiatan/:id/coret": { ...kasi, params: planned },
  "/kantor/program-kerja/kegiatan/:id/indikator/baru": { ...kasi, params: planned },
  "/kantor/program-kerja/kegiatan/:id/pembaruan/baru": { ...kasi, params: activity },
  "/kantor/program-kerja/kegiatan/:id/belanja": { ...money, params: activity },
  "/kantor/program-kerja/kegiatan/:id/penyimpangan": { ...kasi, params: activity },
  "/kantor/program-kerja/kegiatan/:id/langkah": { ...kasi, params: activity },
  "/kantor/program-kerja/kegiatan/:id/serah-terima": { ...kasi, params: activity },
  "/kantor/program-kerja/indikator/:id": { ...kasi, params: (ids) => ({ id: ids.plannedIndicator }) },
  "/kantor/program-kerja/indikator/:id/rincian": {
    ...kasi,
    params: (ids) => ({ id: ids.countedIndicator }),
  },
  "/kantor/program-kerja/pembaruan": head,
  "/kantor/program-kerja/pembaruan/:id": { ...kasi, params: (ids) => ({ id: ids.updates.draft }) },
};

/** An address of the route tables with its parameters filled in. */
export interface PageVisit {
  as: string | null;
  path: string;
  answers: "page" | "file" | "elsewhere";
}

/** How a route is opened on the stage. @throws Error for a route that nobody has added here */
export function visitOf(route: OwnedRoute, ids: Ids): PageVisit {
  const visit = VISITS[route.address];
  if (!visit) throw new Error(`${route.address} is not in tests/support/page-table.ts: say how it is opened`);
  const { as, params, query = "", answers = "page" } = visit;
  const values: Params = params?.(ids) ?? {};
  const filled = route.address.replace(/:(\w+)/g, (_, name: string) => String(values[name] ?? `:${name}`));
  // The portal's start page stands at `/` of its own host.
  return { as, answers, path: (route.address === "/portal" ? "/" : filled) + query };
}

/** Addresses of the table that no route has any more. */
export function staleVisits(routes: readonly OwnedRoute[]): string[] {
  const known = new Set(routes.map((route) => route.address));
  return Object.keys(VISITS).filter((address) => !known.has(address));
}
