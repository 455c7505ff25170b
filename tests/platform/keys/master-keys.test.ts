import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { directoryFields } from "#app/platform/keys/directory-fields.ts";
import { keyIdOf } from "#app/platform/keys/key-rules.ts";
import { createKeys, DIRECTORY_OWNER } from "#app/platform/keys/keys.ts";
import { readMasterKeys } from "#app/platform/keys/master-keys.ts";
import { rewrapKeys } from "#app/platform/keys/rewrap-keys.ts";
import { startRotation } from "#app/platform/keys/start-rotation.ts";
import { selectDataKeys } from "#db/directory/data-keys.ts";
import { dataKeys } from "#db/directory/schema/keys.ts";
import { overseers } from "#db/directory/schema/overseers.ts";
import { dieAfter } from "#tests/support/power-cut.ts";
import { TEST_MASTER_KEYS, testKeyDeps } from "#tests/support/test-keys.ts";
import { createTestPortal, type TestPortal } from "#tests/support/test-portal.ts";
import { turnDirectoryKeys } from "#workers/jobs/turn-directory-keys.ts";

let portal: TestPortal;
beforeAll(async () => {
  portal = await createTestPortal();
});
afterEach(() => vi.unstubAllGlobals());
afterAll(() => portal.stop());

const now = new Date("2026-11-24T02:00:00.000Z");
const fresh = `baru:${Buffer.alloc(32, 4).toString("base64")}`;
const both = readMasterKeys(`${fresh},${TEST_MASTER_KEYS}`);
const nobody = () => expect.unreachable("every key unwraps");

describe("a new master key", () => {
  it("wraps every data key anew, wherever its command was killed, and all that they sealed opens", async () => {
    const owners = ["desa-a", "desa-b", DIRECTORY_OWNER];
    const sealed = await Promise.all(
      owners.map((owner) => portal.ctx().keysOf(owner).seal("accounts.phone", owner)),
    );
    for (let request = 1; ; request++) {
      const death = dieAfter(request);
      await rewrapKeys(portal.directory, both, nobody).catch(() => null);
      vi.unstubAllGlobals();
      const deps = { masterKeys: both, directory: portal.directory, now };
      for (const [place, owner] of owners.entries())
        expect(await createKeys(deps, owner).open("accounts.phone", sealed[place] ?? "")).toBe(owner);
      if (!death.wasReached()) break;
      expect(request).toBeLessThan(20);
    }
    const rows = await portal.directory.select().from(dataKeys);
    expect(rows).toHaveLength(6);
    expect(new Set(rows.map((row) => row.masterKeyId))).toEqual(new Set(["baru"]));
    const alone = { masterKeys: readMasterKeys(fresh), directory: portal.directory, now };
    expect(await createKeys(alone, "desa-a").open("accounts.phone", sealed[0] ?? "")).toBe("desa-a");
    expect(await rewrapKeys(portal.directory, both, nobody)).toEqual({ rewrapped: 0, failed: 0 });
  });

  it("leaves a data key as it is that no master key of the list unwraps, and tells of it", async () => {
    const third = readMasterKeys(`ketiga:${Buffer.alloc(32, 5).toString("base64")}`);
    const told: string[] = [];
    const before = await portal.directory.select().from(dataKeys);
    const report = await rewrapKeys(portal.directory, third, (row) => told.push(row.owner));
    expect(report).toEqual({ rewrapped: 0, failed: 6 });
    expect(told.sort()).toEqual(["desa-a", "desa-a", "desa-b", "desa-b", DIRECTORY_OWNER, DIRECTORY_OWNER]);
    expect(await portal.directory.select().from(dataKeys)).toEqual(before);
    await rewrapKeys(portal.directory, readMasterKeys(`${TEST_MASTER_KEYS},${fresh}`), nobody);
  });
});

describe("the directory's own keys", () => {
  it("turn in three nights, while its index key stays", async () => {
    const night = (day: number) => portal.ctx({ now: new Date(now.getTime() + day * 86_400_000) });
    const phone = await portal.ctx().directoryKeys.seal("overseers.phone", "6281200000001");
    await portal.directory.insert(overseers).values({
      id: "p",
      kind: "operator",
      name: "Penjaga",
      username: "penjaga",
      phoneSealed: phone,
      passwordHash: "",
      createdAt: now.toISOString(),
    });
    const index = await portal.ctx().directoryKeys.index("claims.phone", "62812");
    const deps = testKeyDeps(portal.directory, night(2).now);
    expect(await startRotation(deps, DIRECTORY_OWNER)).toBe("started");
    for (const day of [3, 4]) await turnDirectoryKeys(night(day));
    const [row] = await portal.directory.select().from(overseers);
    const keys = night(4).directoryKeys;
    expect(await keys.open("overseers.phone", row?.phoneSealed ?? "")).toBe("6281200000001");
    const rows = await selectDataKeys(portal.directory, DIRECTORY_OWNER);
    const old = rows.find((each) => each.id === keyIdOf(phone));
    expect(old?.unusedSince).toBe(night(4).now.toISOString());
    expect(keyIdOf(row?.phoneSealed ?? "")).not.toBe(old?.id);
    expect(await keys.index("claims.phone", "62812")).toBe(index);
  });

  it("seal columns that its schema has", async () => {
    for (const field of directoryFields) {
      const found = await portal.directory.all<{ name: string }>(
        `SELECT name FROM pragma_table_info('${field.table}')`,
      );
      expect(found.map((row) => row.name)).toEqual(expect.arrayContaining(["id", field.sealed]));
    }
  });
});
