import { beforeAll, expect, it } from "vitest";
import { DEFAULT_QUOTA_BYTES } from "#app/platform/files/quota.ts";
import { roomQueue } from "#app/platform/files/room-queue.server.ts";
import { readTogether } from "#app/platform/read-together.ts";
import { deskQueues } from "#app/registry.server.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";

const GB = 1024 ** 3;
let village: TestVillage;
beforeAll(async () => {
  village = await createTestVillage();
});

async function noticeTo(position: string, quotaBytes: number | null) {
  const ctx = await village.ctxAs(position);
  const asked = { ...ctx, tenant: { ...ctx.tenant, fileBytes: 1.7 * GB, quotaBytes } };
  const { items } = await readTogether(village.db, { items: roomQueue.read(asked) });
  return items;
}

it("tells the office that its room is nearly used up: how much, and what to do", async () => {
  expect(DEFAULT_QUOTA_BYTES).toBe(2 * GB);
  expect(await noticeTo("sekretaris-desa", null)).toMatchObject([
    {
      title: "Ruang berkas desa hampir penuh",
      meta: "Terpakai 1,7 GB dari 2 GB. Hubungi pengelola Balai untuk menambah ruang.",
      group: "current",
    },
  ]);
  expect(deskQueues).toContain(roomQueue);
});

it("presses once nearly nothing is left, and is silent while there is room", async () => {
  expect(await noticeTo("sekretaris-desa", 1.75 * GB)).toMatchObject([{ group: "waiting", daysLeft: 0 }]);
  expect(await noticeTo("sekretaris-desa", 4 * GB)).toEqual([]);
});

it("does not trouble those who can do nothing about it", async () => {
  expect(await noticeTo("kepala-dusun", 1.7 * GB)).toEqual([]);
});
