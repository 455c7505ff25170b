import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { backups, restoreOrders } from "#db/directory/schema/backups.ts";
import { dueJobs } from "#db/directory/schema/jobs.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { openDirectory, openVillage } from "#db/open.ts";
import { type AppVillage, seedTestVillage, testApp } from "#tests/support/app.ts";
import type { BrowserlessClient } from "#tests/support/client.ts";
import { clientOfOverseer, seedTestOverseer } from "#tests/support/overseers.ts";

const app = testApp();
const REASON = "Diminta Kepala Desa lewat surat hari ini.";
const directory = () => openDirectory(app.home);
let village: AppVillage;
let operator: BrowserlessClient;
beforeAll(async () => {
  village = await seedTestVillage(app);
  operator = await clientOfOverseer(app, await seedTestOverseer(app, "operator"));
});

const here = () => `/operator/desa/${village.tenant.villageId}`;
const rowOf = async () => {
  const { villageId } = village.tenant;
  const [row] = await directory().select().from(villages).where(eq(villages.id, villageId));
  if (!row) throw new Error("no village");
  return row;
};

describe("from the console", () => {
  it("a village is suspended: its public page goes, its office reads the reason and writes nothing", async () => {
    const head = await village.signInAs("kepala-desa");
    const suspended = await operator.submit(`${here()}/penangguhan`, {
      langkah: "tangguhkan",
      alasan: REASON,
    });
    expect(suspended.status).toBe(303);
    const visitor = app.createBrowserlessClient(village.slug);
    expect((await visitor.get("/")).status).toBe(403);
    const desk = await head.get("/kantor");
    expect([desk.status, desk.text.includes(REASON)]).toEqual([200, true]);
    expect((await head.post("/kantor/mulai", {})).status).toBe(403);
    // Whoever is out may come in again.
    expect((await (await village.signInAs("sekretaris-desa")).get("/kantor")).status).toBe(200);
    const lifted = await operator.submit(`${here()}/penangguhan`, { langkah: "cabut", alasan: REASON });
    expect(lifted.status).toBe(303);
    expect((await visitor.get("/")).status).toBe(200);
    const page = (await operator.get(here())).text;
    expect(page).toContain("mencabut penangguhan desa");
  });

  it("a village goes back to a backup, and nobody is let in by sessions of then", {
    timeout: 60_000,
  }, async () => {
    const { villageId } = village.tenant;
    const signedIn = await village.signInAs("kepala-desa");
    await directory()
      .update(villages)
      .set({ activatedAt: "2026-01-01T00:00:00.000Z" })
      .where(eq(villages.id, villageId));
    const due = { villageId, kind: "backup", dueAt: "2026-01-01T00:00:00.000Z" };
    await directory()
      .insert(dueJobs)
      .values(due)
      .onConflictDoUpdate({ target: [dueJobs.villageId, dueJobs.kind], set: due });
    const backupOf = () => directory().select().from(backups).where(eq(backups.owner, villageId));
    await app.fireCron("*/5 * * * *");
    await expect.poll(async () => (await backupOf())[0]?.state, { timeout: 20_000 }).toBe("verified");
    const [backup] = await backupOf();
    const before = await rowOf();
    await openVillage(app.home, before).run(sql`UPDATE village_profile SET district_name = 'Salah'`);
    const sent = await operator.submit(`${here()}/pemulihan-data`, {
      sumber: `cadangan:${backup?.id}`,
      nama: village.slug,
      alasan: REASON,
    });
    expect(sent.status).toBe(303);
    const order = async () =>
      (await directory().select().from(restoreOrders).where(eq(restoreOrders.villageId, villageId)))[0];
    await expect.poll(async () => (await order())?.state, { timeout: 20_000 }).toBe("done");
    const after = await rowOf();
    expect(after.database).not.toBe(before.database);
    const [profile] = await openVillage(app.home, after).all<{ district: string }>(
      sql`SELECT district_name AS district FROM village_profile`,
    );
    expect(profile?.district).toBe("Gunungsari");
    expect((await signedIn.get("/kantor")).status).toBe(303);
    expect((await (await village.signInAs("kepala-desa")).get("/kantor")).status).toBe(200);
    expect((await operator.get(`${here()}/pemulihan-data`)).text).toContain("Selesai");
  });
});
