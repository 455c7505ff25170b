import { and, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import type { OversightCtx } from "#app/context.ts";
import { contestVillage } from "#app/modules/trust/contest-village.server.ts";
import { decideClaim } from "#app/modules/trust/decide-claim.server.ts";
import { trustDue } from "#app/modules/trust/due.ts";
import { suspendVillage } from "#app/modules/trust/suspend-village.server.ts";
import { TRUST_KIND } from "#app/modules/trust/wake-trust.server.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { dueJobs } from "#db/directory/schema/jobs.ts";
import { dieAfter } from "#tests/support/power-cut.ts";
import { createTestPortal, REGIONS, type TestPortal } from "#tests/support/test-portal.ts";
import { NOW, setTrustStage, type TrustStage } from "./trust-stage.ts";

vi.setConfig({ testTimeout: 120_000 });

let portal: TestPortal;
beforeAll(async () => {
  // A transaction that nobody goes on with gives way at once.
  portal = await createTestPortal(REGIONS, 50);
});
afterEach(() => vi.unstubAllGlobals());
afterAll(() => portal.stop());

/** A decision above the villages: how it comes to be asked for, what it does, and that it was done. */
interface Decision {
  prepare(stage: TrustStage): Promise<string>;
  decide(ctx: OversightCtx, id: string): Promise<unknown>;
  isDone(stage: TrustStage): Promise<boolean>;
}

const contest: Decision["prepare"] = (stage) =>
  contestVillage(stage.portal.ctx({ now: NOW }), {
    kode_desa: stage.regionCode,
    nama: "Lalu Muhammad",
    jabatan: "kepala-desa",
    telepon: "6281999000111",
    nomor_sk: "141/77/Pem/2025",
    pernyataan: "Saya Kepala Desa yang dilantik.",
    berkas: new File(["%PDF-1.4\n%%EOF"], "surat.pdf"),
  });

const DECISIONS: Record<string, Decision> = {
  "a contest that is accepted": {
    prepare: contest,
    decide: (ctx, id) => decideClaim(ctx, id, { putusan: "terima", versi: 1, alasan: undefined }),
    isDone: async (stage) => (await stage.village()).state === "suspended",
  },
  "a contest that is refused": {
    prepare: contest,
    decide: (ctx, id) => decideClaim(ctx, id, { putusan: "tolak", versi: 1, alasan: "Tidak berdasar." }),
    isDone: async (stage) => (await stage.claims())[0]?.state === "refused",
  },
  "a suspension": {
    prepare: async (stage) => stage.seeded.tenant.villageId,
    decide: (ctx, id) => suspendVillage(ctx, id, { alasan: "Diperiksa." }),
    isDone: async (stage) => (await stage.village()).state === "suspended",
  },
};

it.each(Object.entries(DECISIONS))(
  "%s is whole wherever the machine dies: done with its village to be told, or not at all",
  async (_which, { prepare, decide, isDone }) => {
    let cuts = 0;
    for (let request = 1; ; request++) {
      const stage = await setTrustStage(portal);
      const id = await prepare(stage);
      const isOwn = and(eq(dueJobs.villageId, stage.seeded.tenant.villageId), eq(dueJobs.kind, TRUST_KIND));
      await portal.directory.delete(dueJobs).where(isOwn);
      const role = "operator" as const;
      const ctx = stage.above(role, NOW, { submitKey: crypto.randomUUID() });
      const death = dieAfter(request);
      await decide(ctx, id).catch(() => null);
      vi.unstubAllGlobals();
      if (!death.wasReached()) break;
      cuts++;
      const done = await isDone(stage);
      expect([request, (await portal.directory.select().from(dueJobs).where(isOwn)).length]).toEqual([
        request,
        done ? 1 : 0,
      ]);
      // The same form once more, as whoever saw no answer sends it.
      await decide(ctx, id).catch((error: unknown) => expect(error).toBeInstanceOf(ConflictError));
      expect(await isDone(stage)).toBe(true);
      const told = (await stage.actions()).length;
      await trustDue.run(await stage.job());
      await trustDue.run(await stage.job());
      expect((await stage.actions()).length).toBe(told);
      expect(new Set(await stage.news()).size).toBe((await stage.news()).length);
    }
    expect(cuts).toBeGreaterThan(3);
  },
);
