import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { openResident } from "#app/modules/population/resident-values.server.ts";
import { FAMILY_NUMBER } from "#app/modules/population/sealed-fields.ts";
import { openValue } from "#app/platform/keys/sealed-field.ts";
import { routeTable } from "#app/route-table.ts";
import { tellSesela } from "#app/seed/demo-sesela.ts";
import { seedCtx } from "#app/seed/seed-village.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { openDirectory } from "#db/open.ts";
import { families, residents } from "#db/village/schema/population.ts";
import { testApp } from "#tests/support/app.ts";
import { cheapHash } from "#tests/support/cheap-hash.ts";
import { toTenant } from "#workers/http/tenants.ts";

const app = testApp();
const SLUG = "sesela";
/** Addresses that lead inside, or end a session. */
const INSIDE = /^\/(kantor|warga|keluar)(\/|$)/;
/** Sixteen digits by themselves, not a part of a key or a signature. */
const SIXTEEN_DIGITS = /(?<![\w-])\d{16}(?![\w-])/;

/** What the register holds of residents that the public must not read. */
let secrets: string[] = [];
let pages: Map<string, string>;

beforeAll(async () => {
  const site = await app.seedSite();
  await tellSesela(site, cheapHash("kata-sandi-uji-7"));
  const [row] = await openDirectory(app.home).select().from(villages).where(eq(villages.slug, SLUG));
  if (!row) throw new Error("the demo is not there");
  secrets = await readSecrets(seedCtx(site, toTenant(row)));
  pages = await crawl();
}, 180_000);

async function readSecrets({ db, keys }: ReturnType<typeof seedCtx>): Promise<string[]> {
  const [people, cards] = await db.batch([db.select().from(residents), db.select().from(families)]);
  const opened = await Promise.all(people.map((person) => openResident(keys, person)));
  const numbers = await Promise.all(
    cards.map(({ numberSealed }) => openValue(keys, FAMILY_NUMBER, numberSealed)),
  );
  const held = [...opened.flatMap((values) => Object.values(values)), ...numbers];
  return held.flatMap((value) =>
    value && /^\+?\d{9,}$/.test(value) ? [value.replace(/^(\+62|62|0)/, "")] : [],
  );
}

/** Every public page that links and the route tables lead to, by its address. */
async function crawl(): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  const waiting = routeTable
    .filter((route) => route.layout === "village" && route.permission === "public")
    .map(({ address }) => address)
    .filter((address) => !address.includes(":"));
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    const answer = await app.request(`${SLUG}.${app.baseHost}`, path);
    seen.set(path, answer.text);
    const { location } = answer.headers;
    for (const link of [...linksIn(answer.text), ...(location ? [location] : [])])
      if (link.startsWith("/") && !link.startsWith("//") && !INSIDE.test(link)) waiting.push(link);
  }
  return seen;
}

function linksIn(text: string): string[] {
  return [...text.matchAll(/<a\b[^>]*\bhref="([^"#]+)/g)].map(([, link = ""]) =>
    link.replaceAll("&amp;", "&"),
  );
}

/** A page's text with the digits of a number together, however it is written. */
const joined = (text: string) => text.replace(/(?<=\d)[ .-](?=\d)/g, "");

describe("a stranger who reads all that the demo village shows", () => {
  it("comes to what the village owes everybody", () => {
    for (const path of [
      "/",
      "/berita",
      "/agenda",
      "/kontak",
      "/informasi-publik",
      "/pelayanan",
      "/statistik",
    ])
      expect([...pages.keys()], path).toContain(path);
    expect([...pages.keys()].some((path) => path.startsWith("/berita/"))).toBe(true);
    expect([...pages.keys()].some((path) => path.startsWith("/anggaran/2"))).toBe(true);
    expect(pages.get("/")).toContain("Jam pelayanan");
  });

  it("finds no number that could be somebody's, and none of a resident's", () => {
    expect(secrets.length).toBeGreaterThan(50);
    const found: string[] = [];
    for (const [path, text] of pages) {
      if (SIXTEEN_DIGITS.test(text)) found.push(`${path}: sixteen digits`);
      const digits = joined(text);
      if (secrets.some((secret) => digits.includes(secret))) found.push(`${path}: a resident's number`);
    }
    expect(found).toEqual([]);
  });
});
