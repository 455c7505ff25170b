import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { PortalCtx } from "#app/context.ts";
import { askExit } from "#app/modules/data/ask-exit.server.ts";
import { callOffExit } from "#app/modules/data/call-off-exit.server.ts";
import { loadData } from "#app/modules/data/load-data.server.ts";
import { loadProof } from "#app/modules/data/load-proof.server.ts";
import { ConflictError, ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { erasures, restores } from "#db/directory/schema/backups.ts";
import { dueJobs } from "#db/directory/schema/jobs.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { continueErasure } from "#db/erase/erase-village.ts";
import { newId } from "#db/ids.ts";
import { openPlace } from "#db/place.ts";
import { inboxItems } from "#db/village/schema/jobs.ts";
import { settings } from "#db/village/schema/village.ts";
import { letClockSettle } from "#tests/support/settled-clock.ts";
import { type DataStage, PASSWORD, setDataStage } from "./stage.ts";

vi.setConfig({ testTimeout: 60_000 });

describe("a village that leaves", () => {
  let stage: DataStage;
  beforeEach(async () => {
    stage = await setDataStage();
  });
  const wish = () => ({ tunggu: 7, alamat: stage.village.tenant.slug, kata_sandi: PASSWORD });
  const id = () => stage.village.tenant.villageId;
  const row = async () => {
    const { directory } = stage.village.anonymous();
    return (await directory.select().from(villages).where(eq(villages.id, id())))[0];
  };
  const tokenOf = async () => {
    const { exit } = await loadData(await stage.head());
    return exit?.proofUrl.split("/").at(-1) ?? "";
  };

  it("is not asked for by an account that was just recovered, and may be called off by it", async () => {
    const head = await stage.head();
    const blocked = { ...head, actor: { ...head.actor, signingBlockedUntil: "2026-11-25T02:00:00.000Z" } };
    await expect(askExit(blocked, wish())).rejects.toThrow("baru saja dipulihkan");
    await askExit(head, wish());
    await callOffExit(blocked);
    expect((await loadData(head)).exit).toBeNull();
  });

  it("waits, works on meanwhile, then is erased; its proof says what went", async () => {
    const clerk = await stage.village.ctxAs("kaur-umum", { name: "Baiq Nurul" });
    expect(await askExit(await stage.head(), wish())).toBe("1 Desember 2026");
    const token = await tokenOf();
    const { directory, comparison, files } = stage.village.anonymous();
    const due = and(eq(dueJobs.villageId, id()), eq(dueJobs.kind, "data-export"));
    expect(await directory.select().from(dueJobs).where(due)).toMatchObject([
      { dueAt: "2026-12-01T02:00:00.000Z" },
    ]);
    const told = await clerk.db
      .select()
      .from(inboxItems)
      .where(eq(inboxItems.accountId, clerk.actor.accountId));
    expect(told).toMatchObject([{ title: "Data desa ini dihapus pada 1 Desember 2026" }]);
    await expect(loadProof(stage.village.anonymous() as unknown as PortalCtx, token)).rejects.toThrow(
      NotFoundError,
    );

    stage.village.setNow("2026-12-01T01:59:00.000Z");
    expect(await stage.runDue()).toEqual(new Date("2026-12-01T02:00:00.000Z"));
    expect((await row())?.state).toBe("active");
    stage.village.setNow("2026-12-01T02:00:00.000Z");
    // A clock that has only just jumped there ends nothing.
    expect(await stage.runDue()).toEqual(new Date("2026-12-01T03:00:00.000Z"));
    expect((await row())?.state).toBe("active");
    await letClockSettle(directory, stage.village.now());
    expect(await stage.runDue()).toBeNull();
    expect((await row())?.state).toBe("erased");

    const place = openPlace(stage.village.home);
    await continueErasure({ place, comparison, files }, id(), stage.village.now());
    const proof = await loadProof(stage.village.anonymous() as unknown as PortalCtx, token);
    expect(proof).toMatchObject({
      name: "Sesela",
      reason: "exit",
      askedBy: "Lalu Ahmad, Kepala Desa",
      askedAt: "2026-11-24T02:00:00.000Z",
      finishedAt: "2026-12-01T02:00:00.000Z",
      removed: { databases: 1 },
    });
    expect(await place.provisioner.hasDatabase(stage.village.tenant.database)).toBe(false);
  });

  it("is asked for by its head alone, with his password and its address name", async () => {
    const others = await stage.village.ctxAs("sekretaris-desa", { name: "Sekdes" });
    await expect(askExit(others, wish())).rejects.toThrow(ForbiddenError);
    const head = await stage.head();
    await expect(askExit(head, { ...wish(), alamat: "lain" })).rejects.toMatchObject({ field: "alamat" });
    await expect(askExit(head, { ...wish(), kata_sandi: "salah" })).rejects.toMatchObject({
      field: "kata_sandi",
    });
    expect((await loadData(head)).exit).toBeNull();
    await askExit(head, wish());
    await expect(askExit(await stage.head(), wish())).rejects.toThrow(ConflictError);
  });

  it("may call it off until the end, and everybody is told", async () => {
    await askExit(await stage.head(), wish());
    await callOffExit(await stage.head());
    stage.village.setNow("2026-12-02T02:00:00.000Z");
    await stage.runDue();
    expect((await row())?.state).toBe("active");
    await expect(callOffExit(await stage.head())).rejects.toThrow(ConflictError);
    const { directory } = stage.village.anonymous();
    expect(await directory.$count(erasures, eq(erasures.villageId, id()))).toBe(0);
  });

  it("is not erased for a wish that a restore brought back", async () => {
    await askExit(await stage.head(), wish());
    const { directory } = stage.village.anonymous();
    await directory.insert(restores).values({
      id: newId(new Date()),
      villageId: id(),
      restoredTo: "2026-11-24T03:00:00.000Z",
      source: "uji",
      epoch: 2,
      previousDatabase: "-",
      database: "-",
      askedBy: "uji",
      at: "2026-11-25T02:00:00.000Z",
      outcome: {},
    });
    stage.village.setNow("2026-12-02T02:00:00.000Z");
    await stage.runDue();
    expect((await row())?.state).toBe("active");
    expect(await stage.village.db.select().from(settings)).toEqual([]);
  });
});
