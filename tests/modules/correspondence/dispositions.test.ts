import { and, eq, isNull } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { closeIncoming } from "#app/modules/correspondence/close-incoming.server.ts";
import { disposeLetter } from "#app/modules/correspondence/dispose-letter.server.ts";
import { mailDue } from "#app/modules/correspondence/due.ts";
import { mailHandover } from "#app/modules/correspondence/handover.server.ts";
import { listIncoming } from "#app/modules/correspondence/list-incoming.server.ts";
import { readListFilter } from "#app/modules/correspondence/list-rules.ts";
import { loadIncoming } from "#app/modules/correspondence/load-incoming.server.ts";
import { mailQueue } from "#app/modules/correspondence/queue.server.ts";
import { reportDisposition } from "#app/modules/correspondence/report-disposition.server.ts";
import { ConflictError, ForbiddenError } from "#app/platform/errors.ts";
import { readTogether } from "#app/platform/read-together.ts";
import { write } from "#app/platform/write.ts";
import { dueItems, inboxItems } from "#db/village/schema/jobs.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";
import { disposeInput, register } from "./mail-stage.ts";

let village: TestVillage;
let clerk: OfficeCtx;
let head: OfficeCtx;
let kasi: OfficeCtx;
let kaur: OfficeCtx;

beforeAll(async () => {
  village = await createTestVillage();
  [clerk, head, kasi, kaur] = await Promise.all([
    village.ctxAs("kaur-umum"),
    village.ctxAs("kepala-desa"),
    village.ctxAs("kasi-pelayanan"),
    village.ctxAs("kaur-keuangan"),
  ]);
});

const unread = async (ctx: OfficeCtx) => {
  const own = and(eq(inboxItems.accountId, ctx.actor.accountId), isNull(inboxItems.readAt));
  return (await village.db.select().from(inboxItems).where(own)).map(({ title }) => title);
};

const queue = async (ctx: OfficeCtx) =>
  (await readTogether(village.db, { items: mailQueue.read(ctx) })).items;

const report = (ctx: OfficeCtx, letter: string, disposition: { id: string; version: number } | undefined) =>
  reportDisposition(ctx, letter, {
    disposisi: disposition?.id ?? "",
    versi: disposition?.version ?? 0,
    hasil: "Sudah dihadiri",
  });

describe("a disposition", () => {
  it("stands on the desks of who got it, and the last report closes the letter", async () => {
    const { id } = await register(clerk, { perihal: "Rapat stunting", sifat: "segera" });
    expect(await queue(head)).toContainEqual(
      expect.objectContaining({ title: "Beri disposisi: Rapat stunting", daysLeft: 0 }),
    );
    await disposeLetter(head, id, disposeInput([kasi, kaur], { batas: "2026-11-25" }));
    expect(await unread(kasi)).toContain("Disposisi untuk Anda: Rapat stunting");
    const item = { title: "Disposisi: Rapat stunting", isLate: false, daysLeft: 1 };
    expect(await queue(kasi)).toContainEqual(expect.objectContaining(item));
    expect((await queue(head)).map(({ title }) => title)).not.toContain("Beri disposisi: Rapat stunting");

    const given = (await loadIncoming(kasi, id)).dispositions;
    const [first, second] = [kasi, kaur].map((ctx) =>
      given.find(({ toAccountId }) => toAccountId === ctx.actor.accountId),
    );
    expect(await report(kasi, id, first)).toEqual({ isLast: false });
    expect(await unread(kasi)).not.toContain("Disposisi untuk Anda: Rapat stunting");
    await expect(report(kasi, id, second)).rejects.toBeInstanceOf(ForbiddenError);
    await expect(report(kasi, id, first)).rejects.toBeInstanceOf(ConflictError);
    expect(await report(head, id, second)).toEqual({ isLast: true });
    expect(await loadIncoming(clerk, id)).toMatchObject({ state: "closed" });
    expect(await unread(head)).toContain("Pemegang kasi-pelayanan menyelesaikan disposisi: Rapat stunting");
  });

  it("is given by leaders alone, to officials who serve, once while they hold it", async () => {
    const { id } = await register(clerk);
    await expect(disposeLetter(kasi, id, disposeInput([kaur]))).rejects.toBeInstanceOf(ForbiddenError);
    const kadus = await village.ctxAs("kepala-dusun");
    await expect(disposeLetter(head, id, disposeInput([kadus]))).rejects.toMatchObject({ field: "kepada" });
    const past = disposeInput([kasi], { batas: "2026-11-23" });
    await expect(disposeLetter(head, id, past)).rejects.toMatchObject({ field: "batas" });
    await disposeLetter(head, id, disposeInput([kasi]));
    await expect(disposeLetter(head, id, disposeInput([kaur]))).rejects.toBeInstanceOf(ConflictError);
    const again = disposeInput([kasi], { versi: 2 });
    await expect(disposeLetter(head, id, again)).rejects.toMatchObject({ field: "kepada" });
  });

  it("opens a secret letter to who got it, and a closed letter again", async () => {
    const { id } = await register(clerk, { sifat: "rahasia", perihal: "Aduan" });
    await expect(loadIncoming(kasi, id)).rejects.toBeInstanceOf(ForbiddenError);
    await closeIncoming(head, id, { versi: 1, catatan: "Dibicarakan langsung" });
    await disposeLetter(head, id, disposeInput([kasi], { versi: 2 }));
    expect(await loadIncoming(kasi, id)).toMatchObject({ letter: { closedAt: null }, state: "following" });
    await expect(loadIncoming(kaur, id)).rejects.toBeInstanceOf(ForbiddenError);
  });

  it("leaves the desk once the letter is closed by a note", async () => {
    const { id } = await register(clerk, { perihal: "Edaran libur" });
    await disposeLetter(head, id, disposeInput([kaur]));
    await closeIncoming(clerk, id, { versi: 2, catatan: "Sudah diumumkan" });
    expect((await queue(kaur)).map(({ title }) => title)).not.toContain("Disposisi: Edaran libur");
    expect(await unread(kaur)).not.toContain("Disposisi untuk Anda: Edaran libur");
    await expect(closeIncoming(clerk, id, { versi: 3, catatan: "Lagi" })).rejects.toBeInstanceOf(
      ConflictError,
    );
  });

  it("goes to the successor of who leaves", async () => {
    const leaving = await village.ctxAs("kasi-kesejahteraan", { name: "Kasi lama" });
    const next = await village.ctxAs("kasi-kesejahteraan", { name: "Kasi baru" });
    const { id } = await register(clerk, { perihal: "Data miskin" });
    await disposeLetter(head, id, disposeInput([leaving]));
    const fromId = leaving.actor.accountId;
    const { items } = await readTogether(village.db, { items: mailHandover.read(head, fromId) });
    expect(items).toMatchObject([{ title: "Disposisi surat Data miskin" }]);
    const handover = { fromId, toId: next.actor.accountId, toName: "Kasi baru", note: "Mutasi" };
    expect(await write(head, (change) => mailHandover.handOver(head, change, handover))).toBe(1);
    expect((await queue(next)).map(({ title }) => title)).toEqual(["Disposisi: Data miskin"]);
    expect(await queue(leaving)).toEqual([]);
  });
});

describe("what falls due", () => {
  it("is told on its day and once more when it is late, and is settled with the report", async () => {
    const { id } = await register(clerk, { perihal: "Lomba desa", balas_sebelum: "2026-11-30" });
    await disposeLetter(head, id, disposeInput([kasi], { batas: "2026-11-26" }));
    village.setNow("2026-11-25T23:30:00.000Z");
    const { nextDueAt } = await mailDue.run(village.anonymous());
    expect(nextDueAt?.toISOString()).toBe("2026-11-26T23:00:00.000Z");
    await mailDue.run(village.anonymous());
    const told = (await unread(kasi)).filter((title) => title.includes("Lomba desa"));
    expect(told).toEqual(["Disposisi untuk Anda: Lomba desa", "Hari ini batas disposisi: Lomba desa"]);
    village.setNow("2026-11-28T23:30:00.000Z");
    await mailDue.run(village.anonymous());
    expect(await unread(head)).toContain("Disposisi terlambat: Lomba desa");
    expect(await unread(kasi)).toContain(
      "Surat ini perlu dijawab paling lambat 30 November 2026: Lomba desa",
    );
    const late = await village.ctxAs("kasi-pelayanan");
    const [row] = (await listIncoming(late, readListFilter(new URLSearchParams("hanya=terlambat")))).rows;
    expect(row).toMatchObject({ id, state: "late" });

    const [given] = (await loadIncoming(late, id)).dispositions;
    await report(late, id, given);
    await mailDue.run(village.anonymous());
    const open = await village.db.select().from(dueItems).where(eq(dueItems.state, "open"));
    expect(open.filter(({ dueKey }) => dueKey.includes(given?.id ?? "-"))).toEqual([]);
    expect((await unread(head)).join()).not.toContain("Disposisi terlambat: Lomba desa");
  });
});
