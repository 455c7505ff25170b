import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { alerts } from "#db/directory/schema/operations.ts";
import { createHomes } from "#db/homes/homes.ts";
import { createTestPortal, type TestPortal } from "#tests/support/test-portal.ts";
import { checkHomes } from "#workers/jobs/check-homes.ts";

let portal: TestPortal;
beforeAll(async () => {
  portal = await createTestPortal();
});
afterAll(() => portal.stop());

it("tells of a home that does not serve, once, until it does again", async () => {
  const far = { ...portal.home, name: "jauh", kind: "sqld" as const };
  const homes = createHomes(portal.home, [far]);
  const ctx = portal.ctx({ homes });
  let isFarUp = false;
  const check: Parameters<typeof checkHomes>[1] = async ({ name }) => {
    const isUp = name !== "jauh" || isFarUp;
    return { isUp, millis: 1, trouble: isUp ? null : "status 503", unshipped: 0 };
  };
  const found = () => portal.directory.select().from(alerts).where(eq(alerts.alertKey, "home-down:jauh"));
  await checkHomes(ctx, check);
  await checkHomes(ctx, check);
  const open = await found();
  expect(open).toMatchObject([{ severity: "gawat", times: 2, settledAt: null }]);
  expect(open[0]?.sentence).toContain("Rumah data jauh (mesin ini) tidak menjawab; 0 desa");
  isFarUp = true;
  await checkHomes(ctx, check);
  expect(await found()).toMatchObject([{ settledBy: "Balai" }]);
  expect(await portal.directory.select().from(alerts)).toHaveLength(1);
});

it("tells of logs that can't be shipped, until they can", async () => {
  const ctx = portal.ctx();
  let unshipped = 2;
  const check: Parameters<typeof checkHomes>[1] = async () => ({
    isUp: true,
    millis: 1,
    trouble: null,
    unshipped,
  });
  const key = `log-shipping:${portal.home.name}`;
  const found = () => portal.directory.select().from(alerts).where(eq(alerts.alertKey, key));
  await checkHomes(ctx, check);
  expect((await found())[0]?.sentence).toContain("2 basis data di utama belum terkirim");
  unshipped = 0;
  await checkHomes(ctx, check);
  expect(await found()).toMatchObject([{ settledBy: "Balai" }]);
});

it("finds a real server at its address, and none where there is none", async () => {
  const gone = { ...portal.home, name: "tiada", url: "http://127.0.0.1:1/" };
  const ctx = portal.ctx({ homes: createHomes(portal.home, [gone]) });
  await checkHomes(ctx);
  const keys = (await portal.directory.select().from(alerts)).flatMap((row) =>
    row.settledAt === null ? [row.alertKey] : [],
  );
  expect(keys).toEqual(["home-down:tiada"]);
});
