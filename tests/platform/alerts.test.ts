import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { raiseAlert, settleAlert } from "#app/platform/alerts.ts";
import { newId } from "#app/platform/ids.ts";
import { alerts } from "#db/directory/schema/operations.ts";
import { openDirectory } from "#db/open.ts";
import { databaseHome } from "#tests/support/database-home.ts";

it("an alert is one row however often it is raised, closes when it is settled, and opens anew", async () => {
  const directory = openDirectory(databaseHome);
  const at = (hour: number) => ({ directory, now: new Date(Date.UTC(2026, 10, 24, hour)) });
  const key = `backup-failed:${newId(new Date())}`;
  const alert = { key, severity: "gawat", sentence: "Cadangan desa Sesela gagal.", villageId: "v" } as const;
  const row = async () => (await directory.select().from(alerts).where(eq(alerts.alertKey, key)))[0];

  await settleAlert(at(0), key);
  expect(await row()).toBeUndefined();
  await raiseAlert(at(1), alert);
  await raiseAlert(at(2), { ...alert, severity: "peringatan" });
  expect(await row()).toMatchObject({
    times: 2,
    severity: "peringatan",
    firstAt: at(1).now.toISOString(),
    lastAt: at(2).now.toISOString(),
    settledAt: null,
  });
  await settleAlert(at(3), key, "Operator");
  await settleAlert(at(4), key);
  expect(await row()).toMatchObject({ settledAt: at(3).now.toISOString(), settledBy: "Operator" });
  await raiseAlert(at(5), alert);
  expect(await row()).toMatchObject({
    times: 1,
    firstAt: at(5).now.toISOString(),
    settledAt: null,
    settledBy: null,
  });
});
