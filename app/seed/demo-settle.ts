import { asc } from "drizzle-orm";
import { addAreas } from "#app/modules/village/add-areas.server.ts";
import { BOOKS, type BookField } from "#app/modules/village/book-rules.ts";
import { markChecklist } from "#app/modules/village/mark-checklist.server.ts";
import { saveBookNumbers } from "#app/modules/village/save-book-numbers.server.ts";
import { saveLocalTerms } from "#app/modules/village/save-local-terms.server.ts";
import { savePaper } from "#app/modules/village/save-paper.server.ts";
import { areas, villageProfile } from "#db/village/schema/village.ts";
import type { DemoPerson, DemoVillage } from "./demo-villages.ts";
import { type SeededAccount, seedAccount } from "./seed-account.ts";
import { actAs, type Stage } from "./seed-deeds.ts";
import { type SeedSite, seedVillage } from "./seed-village.ts";

/** Makes a village with its people and hamlets at the site's present; the first hour is still to come. */
export async function openDemoVillage(
  site: SeedSite,
  { people, areas: lines, ...village }: DemoVillage,
  passwordHash: string,
): Promise<Stage> {
  const { tenant, ctx } = await seedVillage(site, village);
  const seeded = new Map<string, SeededAccount>();
  const stage: Stage = { site, tenant, people: seeded };
  const join = async (person: DemoPerson, areaId: string | null) =>
    seeded.set(person.username, await seedAccount(ctx, { ...person, passwordHash, areaId }));
  for (const person of people.filter((each) => !each.areaName)) await join(person, null);
  await addAreas(actAs(stage, "kasi", site.now), { baris: lines.join("\n") });
  const known = await ctx.db.select().from(areas).orderBy(asc(areas.name));
  for (const person of people.filter((each) => each.areaName)) await join(person, areaOf(person, known));
  return stage;
}

/** The dusun of a person, or its first RT for whoever heads one. */
function areaOf(person: DemoPerson, known: (typeof areas.$inferSelect)[]): string | null {
  const dusun = known.find((each) => each.kind === "dusun" && each.name === person.areaName);
  if (!person.positions.includes("ketua-rt")) return dusun?.id ?? null;
  return known.find((each) => each.kind === "rt" && each.parentId === dusun?.id)?.id ?? null;
}

/** Settles the first hour, and at the year's start the numbers of the paper books. */
export async function settleFirstHour(stage: Stage): Promise<void> {
  const at = stage.site.now;
  const kasi = actAs(stage, "kasi", at);
  const versi = async () => (await kasi.db.select().from(villageProfile))[0]?.updatedAt ?? "";
  await savePaper(kasi, { versi: await versi(), kertas: "F4", sesuai: true });
  await saveLocalTerms(kasi, {
    versi: await versi(),
    zona: stage.tenant.timeZone,
    sebutan_desa: "Desa",
    sebutan_kepala: "Kepala Desa",
    sebutan_dusun: "Dusun",
  });
  await markChecklist(kasi, { butir: "kop", tanda: "tidak-perlu" });
}

/** What the paper books of a year have come to when the village goes on in Balai. */
export async function takeOverBooks(stage: Stage, year: number): Promise<void> {
  const numbers = Object.fromEntries(BOOKS.map(({ field }, index) => [field, 12 + index * 7]));
  const ctx = actAs(stage, "umum", stage.site.now);
  const input = { versi: "", tahun: year, pembetulan: false, ...(numbers as Record<BookField, number>) };
  await saveBookNumbers(ctx, input);
}

/** The stage's village at another present. */
export function stageAt(stage: Stage, now: Date): Stage {
  return { ...stage, site: { ...stage.site, now } };
}
