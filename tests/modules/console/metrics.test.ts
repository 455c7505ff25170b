import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BaseCtx } from "#app/context.ts";
import { loadMetrics } from "#app/modules/console/load-metrics.server.ts";
import { newId } from "#app/platform/ids.ts";
import { backups } from "#db/directory/schema/backups.ts";
import { deadLetters, dueJobs, sweepRuns } from "#db/directory/schema/jobs.ts";
import { alerts } from "#db/directory/schema/operations.ts";
import { openDirectory } from "#db/open.ts";
import { createTestPortal, type TestPortal } from "#tests/support/test-portal.ts";
import { answerMetrics, metricsText } from "#workers/http/metrics.ts";
import { addVillage, minutes, NOW } from "./console-stage.ts";

let portal: TestPortal;
beforeAll(async () => {
  portal = await createTestPortal();
});
afterAll(() => portal.stop());

const TOKEN = "rahasia-pemantau";
const answer = (authorization?: string, host = "localhost:8787", token: string | undefined = TOKEN) => {
  const url = new URL(`http://${host}/metrics`);
  const request = new Request(url, { headers: authorization ? { authorization } : {} });
  return answerMetrics(portal.ctx({ now: NOW }) as BaseCtx, { METRICS_TOKEN: token }, request, url);
};

describe("/metrics", () => {
  it("is there for whoever shows the token, on the portal alone, and nowhere without one", async () => {
    for (const wrong of [undefined, "Bearer salah", `Basic ${TOKEN}`, TOKEN, "Bearer ", `Bearer ${TOKEN} x`])
      expect([wrong, (await answer(wrong))?.status]).toEqual([wrong, 401]);
    const shown = await answer(`Bearer ${TOKEN}`);
    expect(shown?.status).toBe(200);
    expect(shown?.headers.get("cache-control")).toBe("no-store");
    expect(await answer(`Bearer ${TOKEN}`, "sesela.localhost:8787")).toBeNull();
    for (const none of ["", undefined]) {
      const env = { METRICS_TOKEN: none };
      const url = new URL("http://localhost:8787/metrics");
      const request = new Request(url, { headers: { authorization: "Bearer undefined" } });
      expect(await answerMetrics(portal.ctx() as BaseCtx, env, request, url)).toBeNull();
    }
  });

  it("tells the figures of the directory and of each home in one round trip, and names nobody", async () => {
    const at = (count: number) => minutes(count).toISOString();
    const copied = await addVillage(portal, { name: "Sesela", fileBytes: 1000, schemaVersion: 8 });
    const other = await addVillage(portal, { name: "Sesela Barat", trust: "unverified", schemaVersion: 8 });
    await addVillage(portal, { state: "erased", fileBytes: 5000 });
    await addVillage(portal, { state: "suspended", migrationError: "x", schemaVersion: 7 });
    const copy = { reason: "nightly" as const, storageKey: "x", expiresAt: at(0), state: "stored" as const };
    await portal.directory.insert(backups).values([
      { ...copy, id: newId(NOW), owner: copied.id, takenAt: at(-300), sizeBytes: 40 },
      { ...copy, id: newId(NOW), owner: copied.id, takenAt: at(-60), sizeBytes: 2 },
    ]);
    await portal.directory.insert(dueJobs).values({ villageId: other.id, kind: "trust", dueAt: at(-30) });
    const letter = { queue: "q", body: "{}", reason: "x", receivedAt: at(0) };
    await portal.directory.insert(deadLetters).values([
      { ...letter, id: "a" },
      { ...letter, id: "b", settledAt: at(0) },
    ]);
    await portal.directory.insert(alerts).values({
      id: "c",
      alertKey: "c",
      severity: "gawat",
      sentence: "Cadangan desa Sesela gagal.",
      firstAt: at(0),
      lastAt: at(0),
    });
    await portal.directory.insert(sweepRuns).values([
      { id: "d", sweep: "due", startedAt: at(-10), finishedAt: at(-10) },
      { id: "e", sweep: "due", startedAt: at(-5), finishedAt: at(-5), error: "x" },
    ]);
    let roundTrips = 0;
    const directory = openDirectory(portal.home, { onRoundTrip: () => void roundTrips++ });
    const text = metricsText(await loadMetrics(portal.ctx({ now: NOW, directory })));
    expect(roundTrips).toBe(1);
    const lines = text.split("\n");
    for (const line of [
      'balai_villages{state="active",trust="verified",home="utama"} 1',
      'balai_villages{state="active",trust="unverified",home="utama"} 1',
      'balai_villages{state="suspended",trust="verified",home="utama"} 1',
      'balai_villages_schema{version="8"} 2',
      "balai_migration_errors 1",
      "balai_due_jobs_late 1",
      "balai_dead_letters_open 1",
      "balai_signups_open 0",
      'balai_alerts_open{severity="gawat"} 1',
      'balai_alerts_open{severity="peringatan"} 0',
      "balai_backup_oldest_age_seconds 3600",
      "balai_villages_without_backup 1",
      'balai_storage_bytes{kind="files"} 1000',
      'balai_storage_bytes{kind="backups"} 42',
      'balai_sweep_age_seconds{sweep="due"} 600',
      'balai_home_up{home="utama",kind="local"} 1',
    ])
      expect(lines).toContain(line);
    expect(text).not.toMatch(/sesela|52\.01|desa-/i);
    const isLine =
      /^(# (HELP|TYPE) balai_[a-z_]+ .+|balai_[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? [\d.]+)$/;
    expect(lines.filter((line) => line !== "" && !isLine.test(line))).toEqual([]);
  });

  it("writes labels so that none ends before its time", () => {
    const values = [{ labels: { home: 'a"b\\c\nd' }, value: 1 }];
    expect(metricsText([{ name: "x", help: "Y.", values }])).toContain('balai_x{home="a\\"b\\\\c\\nd"} 1\n');
  });
});
