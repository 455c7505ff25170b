import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { recordAccess, recordOpening } from "#app/platform/access-log.ts";
import { newId } from "#app/platform/ids.ts";
import { firstIdAt } from "#app/platform/privacy/id-range.ts";
import { VOLUME_SETTING } from "#app/platform/privacy/unusual-rules.ts";
import { inboxItems } from "#db/village/schema/jobs.ts";
import { accessLog } from "#db/village/schema/security.ts";
import { settings } from "#db/village/schema/village.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";

const REVEAL = { kind: "reveal", what: "accounts.phone", subject: "account", subjectId: "a" } as const;
let village: TestVillage;
let clerk: OfficeCtx;
let leaders: string[];

beforeEach(async () => {
  village = await createTestVillage();
  leaders = [
    (await village.ctxAs("kepala-desa")).actor.accountId,
    (await village.ctxAs("sekretaris-desa")).actor.accountId,
  ];
  clerk = await village.ctxAs("kaur-umum");
  const limits = { reveals: 2, openings: 3, exportRows: 10 };
  await village.db.insert(settings).values({ key: VOLUME_SETTING, value: limits, updatedAt: "-" });
});

const rows = async (kind: "unusual" | "reveal" | "open" | "export") =>
  village.db.select().from(accessLog).where(eq(accessLog.kind, kind));
const told = async () =>
  (await village.db.select().from(inboxItems)).map((item) => item.accountId).toSorted();

/** Reveals at a moment, the later ones in the same hour. */
async function reveal(times: number, ctx: OfficeCtx = clerk) {
  for (let index = 0; index < times; index++)
    await village.db.transaction((tx) => recordAccess(tx, ctx, REVEAL));
}

describe("the access log", () => {
  it("says who, what, about whom and in which request, and can't be changed or emptied", async () => {
    await reveal(1);
    expect(await rows("reveal")).toMatchObject([
      {
        accountId: clerk.actor.accountId,
        actorName: clerk.actor.name,
        what: "accounts.phone",
        subjectId: "a",
        rowCount: 1,
        requestId: clerk.requestId,
        at: clerk.now.toISOString(),
      },
    ]);
    const refused = { cause: { message: expect.stringContaining("append-only") } };
    await expect(village.db.update(accessLog).set({ what: "-" })).rejects.toMatchObject(refused);
    await expect(village.db.delete(accessLog)).rejects.toMatchObject(refused);
  });

  it("goes with the transaction that it stands in", async () => {
    const failed = village.db.transaction(async (tx) => {
      await recordAccess(tx, clerk, { ...REVEAL, kind: "export", rowCount: 99 });
      throw new Error("the file was not made");
    });
    await expect(failed).rejects.toThrow("the file was not made");
    expect([...(await rows("export")), ...(await rows("unusual")), ...(await told())]).toEqual([]);
  });

  it("takes one round trip for an opening", async () => {
    village.takeRoundTrips();
    await recordOpening(village.db, clerk, { ...REVEAL, kind: "open" });
    expect(village.takeRoundTrips()).toBe(1);
    expect(await rows("open")).toHaveLength(1);
  });
});

describe("unusual volume", () => {
  it("is written and told to both leaders once for each hour, however much more follows", async () => {
    await reveal(2);
    expect([...(await rows("unusual")), ...(await told())]).toEqual([]);
    await reveal(3);
    expect(await rows("unusual")).toMatchObject([
      { accountId: clerk.actor.accountId, what: "accounts.phone", rowCount: 3, reason: "reveals:2" },
    ]);
    expect(await told()).toEqual(leaders.toSorted());
    const [message] = await village.db.select().from(inboxItems);
    expect(message?.body).toBe(
      "Dalam satu jam 3 data terlindung dibuka; batasnya 2. Periksa log akses dan tanyakan keperluannya.",
    );
    expect(message?.href).toBe(`/kantor/data-pribadi/akses?orang=${clerk.actor.accountId}`);
  });

  it("is told again in the next hour", async () => {
    await reveal(3);
    village.setNow("2026-11-24T03:00:00.000Z");
    await reveal(3, await village.ctxAs("kaur-umum"));
    expect(await rows("unusual")).toHaveLength(2);
    expect(await told()).toHaveLength(4);
  });

  it("is counted for each account by itself, over sixty minutes", async () => {
    await reveal(2);
    await reveal(2, await village.ctxAs("kaur-keuangan"));
    village.setNow("2026-11-24T03:00:01.000Z");
    await reveal(2, await village.ctxAs("kaur-umum"));
    expect(await rows("unusual")).toEqual([]);
  });

  it("is judged by the account's own past", async () => {
    const at = (hour: number, minute: number) => new Date(Date.UTC(2026, 10, 20, hour, minute));
    const past = [1, 2, 3].flatMap((hour) => [0, 1, 2].map((minute) => at(hour, minute)));
    const { accountId, name: actorName } = clerk.actor;
    await village.db.insert(accessLog).values(
      past.map((when) => ({
        ...REVEAL,
        id: newId(when),
        at: when.toISOString(),
        accountId,
        actorName,
        requestId: "-",
      })),
    );
    await reveal(9);
    expect(await rows("unusual")).toEqual([]);
    await reveal(1);
    expect(await rows("unusual")).toMatchObject([{ rowCount: 10, reason: "reveals:9" }]);
  });

  it("tells of a leader the other leader, and of openings and exports too", async () => {
    const head = await village.ctxAs("kepala-desa");
    await village.db.transaction((tx) =>
      recordAccess(tx, head, { kind: "export", what: "accounts.file", rowCount: 11 }),
    );
    expect(await told()).toEqual([leaders[1]]);
    for (let index = 0; index < 4; index++)
      await recordOpening(village.db, clerk, { ...REVEAL, kind: "open" });
    expect((await rows("unusual")).map((row) => row.reason)).toEqual(["export:10", "openings:3"]);
  });

  it("is nobody's where a job without an account exports", async () => {
    await recordAccess(village.db, village.anonymous(), {
      kind: "export",
      what: "village.export",
      rowCount: 9_999,
    });
    expect(await rows("export")).toMatchObject([{ accountId: null, actorName: "Balai" }]);
    expect(await rows("unusual")).toEqual([]);
  });
});

describe("the lowest id of an instant", () => {
  it("stands before every id made then or later and after every earlier one", () => {
    const now = new Date("2026-11-24T02:00:00.000Z");
    const before = new Date(now.getTime() - 1);
    for (let index = 0; index < 50; index++) {
      expect(newId(now) >= firstIdAt(now)).toBe(true);
      expect(newId(before) < firstIdAt(now)).toBe(true);
    }
  });
});
