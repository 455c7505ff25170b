// Takes the pictures of docs/panduan from a running demo: node scripts/guide-pictures.mjs http://sesela.localhost:8787 [name ...]
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { findBrowser } from "./find-browser.mjs";

const FOLDER = join(import.meta.dirname, "..", "docs", "panduan", "gambar");
const PASSWORD = "coba-balai-desa";
const PHONE = { width: 360, height: 720 };

/** Each picture: who looks, at which address, and what he opens or scrolls to there. */
const PICTURES = [
  { name: "penduduk", as: "kasi", path: "/kantor/penduduk" },
  { name: "impor", as: "kasi", path: "/kantor/penduduk/impor" },
  { name: "surat", as: "pelayanan", path: "/kantor/surat" },
  { name: "surat-baru", as: "pelayanan", path: "/kantor/surat/baru" },
  { name: "map-tanda-tangan", as: "kades", path: "/kantor/surat/map" },
  { name: "blok-nomor", as: "pelayanan", path: "/kantor/surat/nomor" },
  { name: "surat-masuk", as: "umum", path: "/kantor/buku/masuk" },
  { name: "catat-surat-masuk", as: "umum", path: "/kantor/buku/masuk/baru" },
  {
    name: "beri-disposisi",
    as: "kades",
    path: "/kantor/buku/masuk",
    follow: "Pemberitahuan jadwal bimbingan",
    to: "#teruskan",
  },
  {
    name: "lapor-disposisi",
    as: "kasi",
    path: "/kantor/buku/masuk",
    follow: "Jadwal pengukuran",
    to: "#disposisi-judul",
  },
  { name: "surat-keluar", as: "umum", path: "/kantor/buku/keluar/baru" },
  { name: "ekspedisi", as: "umum", path: "/kantor/buku/ekspedisi" },
  { name: "agenda", as: "umum", path: "/kantor/buku/agenda" },
];

const [origin = "http://sesela.localhost:8787", ...wanted] = process.argv.slice(2);
mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({
  executablePath: findBrowser() ?? undefined,
  args: ["--no-sandbox", "--disable-gpu"],
});
const pages = new Map();
for (const picture of PICTURES.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const page = pages.get(picture.as) ?? (await signIn(picture.as));
  pages.set(picture.as, page);
  await page.goto(origin + picture.path);
  if (picture.follow) await page.getByRole("link", { name: picture.follow }).first().click();
  if (picture.to) await page.locator(picture.to).evaluate((part) => part.scrollIntoView());
  const title = await page.title();
  await page.screenshot({ path: join(FOLDER, `${picture.name}.png`) });
  console.log(`${picture.name}.png  ${title}`);
}
await browser.close();

async function signIn(username) {
  const context = await browser.newContext({ viewport: PHONE, deviceScaleFactor: 1.5, locale: "id-ID" });
  const page = await context.newPage();
  await page.goto(`${origin}/masuk`);
  await page.fill('[name="identitas"]', username);
  await page.fill('[name="kata_sandi"]', PASSWORD);
  await page.locator('main form button[type="submit"]').first().click();
  await page.waitForURL(/\/kantor/);
  return page;
}
