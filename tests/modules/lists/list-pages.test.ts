import { describe, expect, it } from "vitest";
import { exportedLists } from "#app/registry.server.ts";
import { ACCESS_WORDS } from "#app/registry.ts";
import { routeTable } from "#app/route-table.ts";
import { readSources } from "#tests/support/sources.ts";

const pages = new Map(
  readSources()
    .filter(({ path }) => /^app\/modules\/[^/]+\/pages\//.test(path))
    .map(({ path, text }) => [path, text]),
);
const routes = routeTable.map((route) => ({
  ...route,
  text: pages.get(`app/modules/${route.owner}/pages/${route.page}.tsx`) ?? "",
}));

/** Pages of the office that list something and hand it out in no file of this kind. */
const WITHOUT: Record<string, string> = {
  "/kantor": "work of the day, not a list",
  "/kantor/kabar": "one's own news",
  "/kantor/akun": "one's own account",
  "/kantor/akun/sesi": "one's own sessions",
  "/kantor/akun/perangkat": "one's own devices",
  "/kantor/gaya": "the design system",
  "/kantor/verifikasi": "one's own village's steps",
  "/kantor/pengaturan": "a menu",
  "/kantor/data-pribadi": "a menu",
  "/kantor/data-pribadi/masa-simpan": "settings",
  "/kantor/surat/jenis": "settings",
  "/kantor/surat/luar": "a choice on the way to a form",
  "/kantor/surat/nomor": "blocks of numbers: each has its sheet on paper",
  "/kantor/buku/keluar/baru": "a choice on the way to a form",
  "/kantor/buku/ekspedisi": "a book: PDF, XLSX and CSV of its own",
  "/kantor/buku/agenda": "a book: PDF, XLSX and CSV of its own",
  "/kantor/informasi": "a register: PDF, XLSX and CSV of its own, with names for who may see them",
  "/kantor/register": "a menu of registers: each has PDF, XLSX and CSV of its own",
  "/kantor/register/berkas": "files themselves",
  "/kantor/program-kerja": "years: the activities of each are a list",
  "/kantor/program-kerja/:tahun/pengajuan": "what lacks before a step",
  "/kantor/program-kerja/:tahun/penutupan": "what lacks before a step",
  "/kantor/program-kerja/:tahun/impor": "files that came in",
  "/kantor/penduduk/impor": "files that came in: what is wrong in each goes out as XLSX",
  "/kantor/halaman-desa/kontak": "public as a whole",
  "/kantor/halaman-desa/anggaran": "years: the lines of each are a list",
  "/kantor/standar-pelayanan": "public as a whole, in force by a decree",
};

describe("lists of the office", () => {
  it("are handed out as files, or it is said why not", () => {
    const listing = /<(Pagination|DataTable|TaskList)\b/;
    const found = routes
      .filter(
        ({ address, layout, text }) =>
          layout === "office" && !/:(?!tahun)/.test(address) && listing.test(text),
      )
      .map(({ address }) => address)
      .filter((address) => !exportedLists.some(({ page }) => page === address) && !WITHOUT[address]);
    expect(found).toEqual([]);
    const gone = Object.keys(WITHOUT).filter((page) => !routes.some(({ address }) => address === page));
    expect(gone).toEqual([]);
  });

  it("have a page that offers them, and ask what it asks", () => {
    const wrong = exportedLists.flatMap(({ key, page, permission, module, access }) => {
      const route = routes.find(({ address }) => address === page);
      return [
        route?.text.includes(`<DownloadLinks list="${key}"`) || `${key}: is not offered on ${page}`,
        route?.permission === permission || `${key}: asks ${permission}, its page ${route?.permission}`,
        (route?.module ?? null) === module || `${key}: of ${module}, its page of ${route?.module}`,
        access === null || access in ACCESS_WORDS || `${key}: ${access} has no words`,
      ].filter((each) => each !== true);
    });
    expect(wrong).toEqual([]);
    expect(new Set(exportedLists.map(({ key }) => key)).size).toBe(exportedLists.length);
  });

  it("are offered under keys that there are", () => {
    const keys = exportedLists.map(({ key }) => key);
    const offered = routes.flatMap(({ text }) =>
      [...text.matchAll(/<DownloadLinks list="([^"]+)"/g)].map((match) => match[1]),
    );
    expect(offered.filter((key) => !keys.includes(key ?? ""))).toEqual([]);
  });
});
