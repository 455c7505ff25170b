import { count, inArray } from "drizzle-orm";
import type { BaseCtx } from "#app/context.ts";
import { raiseAlert, settleAlert } from "#app/platform/alerts.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { checkHome } from "#db/homes/health.ts";

/** Asks every home whether it serves, and tells the operator of one that does not until it does again. */
export async function checkHomes(ctx: BaseCtx, check: typeof checkHome = checkHome): Promise<void> {
  const looks = await Promise.all(ctx.homes.all.map(async (home) => ({ home, health: await check(home) })));
  for (const { home, health } of looks) {
    await tellOfLogs(ctx, home.name, health.unshipped);
    const key = `home-down:${home.name}`;
    if (health.isUp) await settleAlert(ctx, key);
    else {
      ctx.log.error("home.down", new Error(health.trouble ?? "unknown"), { home: home.name });
      const held = await countVillages(ctx, home.name);
      await raiseAlert(ctx, {
        key,
        severity: "gawat",
        sentence: `Rumah data ${home.name} (${home.region.name}) tidak menjawab; ${held} desa tidak dapat dibuka. Periksa server dan jaringannya.`,
      });
    }
  }
}

async function tellOfLogs(ctx: BaseCtx, home: string, unshipped: number): Promise<void> {
  const key = `log-shipping:${home}`;
  if (unshipped === 0) return settleAlert(ctx, key);
  await raiseAlert(ctx, {
    key,
    severity: "peringatan",
    sentence: `Catatan perubahan ${unshipped} basis data di ${home} belum terkirim ke penyimpanan berkas: menit terakhirnya belum dapat dipulihkan. Periksa penyimpanan berkas dan ruang cakram.`,
  });
}

async function countVillages(ctx: BaseCtx, home: string): Promise<number> {
  const rows = await ctx.directory
    .select({ home: villages.home, count: count() })
    .from(villages)
    .where(inArray(villages.state, ["active", "suspended"]))
    .groupBy(villages.home);
  return rows.find((row) => row.home === home)?.count ?? 0;
}
