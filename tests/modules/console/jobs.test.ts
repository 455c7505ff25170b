import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { closeAlert, getAlert, listAlerts } from "#app/modules/console/alerts.server.ts";
import { listHistory } from "#app/modules/console/list-history.server.ts";
import { loadOperatorHome } from "#app/modules/console/load-home.server.ts";
import { loadJobs } from "#app/modules/console/load-jobs.server.ts";
import { getLetter, retryLetter, settleLetter } from "#app/modules/console/settle-letter.server.ts";
import { CONSOLE_WORDS } from "#app/modules/console/words.ts";
import { raiseAlert } from "#app/platform/alerts.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { deadLetters, dueJobs } from "#db/directory/schema/jobs.ts";
import { alerts } from "#db/directory/schema/operations.ts";
import { createTestPortal, type TestPortal } from "#tests/support/test-portal.ts";
import { above, addVillage, minutes, NOW, strangers } from "./console-stage.ts";

let portal: TestPortal;
beforeAll(async () => {
  portal = await createTestPortal();
});
afterAll(() => portal.stop());
beforeEach(() => {
  portal.sent.length = 0;
});

const DONE = "Cakram sudah dikosongkan.";
const operator = () => above(portal, "operator");

async function addLetter(body: unknown, queue = "balai-jobs"): Promise<string> {
  const id = newId(NOW);
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const row = { id, queue, body: text, reason: "Error: gagal", receivedAt: NOW.toISOString() };
  await portal.directory.insert(deadLetters).values(row);
  return id;
}
const letter = async (id: string) =>
  (await portal.directory.select().from(deadLetters).where(eq(deadLetters.id, id)))[0];

describe("a dead letter", () => {
  it("of a message is sent again, once, and is on record", async () => {
    const message = { kind: "resume-signup", signupId: "x" };
    const id = await addLetter(message);
    const ctx = above(portal, "operator", { submitKey: "kunci-ulang-1" });
    await retryLetter(ctx, id);
    expect(portal.sent).toEqual([message]);
    expect(await letter(id)).toMatchObject({ outcome: "retried", settledBy: "Penguji operator" });
    const row = (await listHistory(operator(), null)).rows.find(({ entityId }) => entityId === id);
    expect(row).toMatchObject({ action: "dead-letter.retry", details: { kind: "resume-signup" } });
    await expect(retryLetter(operator(), id)).rejects.toThrow(CONSOLE_WORDS.letterSettled);
  });

  it("of due work makes that due at once and counts its tries anew, also where the row is gone", async () => {
    const { id: villageId } = await addVillage(portal);
    const isRow = and(eq(dueJobs.villageId, villageId), eq(dueJobs.kind, "backup"));
    const tired = {
      villageId,
      kind: "backup",
      dueAt: minutes(1440).toISOString(),
      attempts: 5,
      lastError: "x",
    };
    await portal.directory.insert(dueJobs).values(tired);
    for (const isGone of [false, true]) {
      if (isGone) await portal.directory.delete(dueJobs).where(isRow);
      await retryLetter(operator(), await addLetter({ villageId, kind: "backup" }, "due_jobs"));
      const [row] = await portal.directory.select().from(dueJobs).where(isRow);
      expect(row).toMatchObject({ dueAt: NOW.toISOString(), attempts: 0, leasedUntil: null });
    }
    expect(portal.sent).toEqual([1, 2].map(() => ({ kind: "run-village-due", villageId })));
  });

  it("is retried though the queue does not answer: rows say what must happen", async () => {
    const id = await addLetter({ kind: "resume-erasure", villageId: "x" });
    const queue = { send: () => Promise.reject(new Error("queue is down")) };
    await retryLetter(above(portal, "operator", { queue }), id);
    expect((await letter(id))?.outcome).toBe("retried");
  });

  it("that can't be read is not sent again, and is put aside with a reason", async () => {
    for (const body of ["{", '"teks"', { kind: "hapus-semua" }, { villageId: "x" }]) {
      const id = await addLetter(body, body === "{" ? "due_jobs" : "balai-jobs");
      expect((await getLetter(operator(), id)).canRetry).toBe(false);
      await expect(retryLetter(operator(), id)).rejects.toThrow(CONSOLE_WORDS.cannotRetry);
      await settleLetter(operator(), id, { alasan: DONE });
      expect(await letter(id)).toMatchObject({ outcome: "done", note: DONE });
      await expect(settleLetter(operator(), id, { alasan: DONE })).rejects.toThrow(
        CONSOLE_WORDS.letterSettled,
      );
    }
    expect(portal.sent).toEqual([]);
  });

  it("stands among the open ones until then, and among the settled ones after", async () => {
    const id = await addLetter({ kind: "resume-signup", signupId: "y" });
    const listed = async (isSettled: boolean) =>
      (await loadJobs(operator(), isSettled, null)).letters.some((row) => row.id === id);
    expect([await listed(false), await listed(true)]).toEqual([true, false]);
    await settleLetter(operator(), id, { alasan: DONE });
    expect([await listed(false), await listed(true)]).toEqual([false, true]);
  });
});

describe("work without a page", () => {
  it("is late once no sweep has taken it up in time; what is leased is under way", async () => {
    const { id: villageId } = await addVillage(portal);
    const before = (await loadJobs(operator())).lateCount;
    const due = (kind: string, ago: number, leasedFor?: number) => ({
      villageId,
      kind,
      dueAt: minutes(-ago).toISOString(),
      leasedUntil: leasedFor === undefined ? null : minutes(leasedFor).toISOString(),
    });
    await portal.directory
      .insert(dueJobs)
      .values([due("a", 21), due("b", 19), due("c", 21, 5), due("d", 21, -1)]);
    const { late, lateCount } = await loadJobs(operator());
    expect(late.filter((row) => row.villageId === villageId).map(({ kind }) => kind)).toEqual(["a", "d"]);
    expect(lateCount).toBe(before + 2);
    expect((await loadOperatorHome(operator())).late).toBe(lateCount);
  });
});

describe("an alert", () => {
  const raise = async (key: string) => {
    await raiseAlert(portal.ctx(), { key, severity: "gawat", sentence: "Cadangan gagal." });
    const [row] = await portal.directory.select().from(alerts).where(eq(alerts.alertKey, key));
    if (!row) throw new Error("no alert");
    return row.id;
  };

  it("is closed with a note on record, and opens anew without it when the trouble comes back", async () => {
    const id = await raise("uji-1");
    await closeAlert(operator(), id, { catatan: DONE });
    expect(await getAlert(operator(), id)).toMatchObject({ note: DONE, settledBy: "Penguji operator" });
    await expect(closeAlert(operator(), id, { catatan: DONE })).rejects.toThrow(CONSOLE_WORDS.alertSettled);
    const row = (await listHistory(operator(), null)).rows.find(({ entityId }) => entityId === id);
    expect(row).toMatchObject({ action: "alert.settle", details: { note: DONE, what: "Cadangan gagal." } });
    expect(await raise("uji-1")).toBe(id);
    expect(await getAlert(operator(), id)).toMatchObject({ note: null, settledAt: null, times: 1 });
  });

  it("stands where it belongs", async () => {
    const id = await raise("uji-2");
    const listed = async (isSettled: boolean) =>
      (await listAlerts(operator(), isSettled, null)).alerts.some((row) => row.id === id);
    expect([await listed(false), await listed(true)]).toEqual([true, false]);
    await closeAlert(operator(), id, { catatan: DONE });
    expect([await listed(false), await listed(true)]).toEqual([false, true]);
  });
});

it("is all closed to people of a kabupaten and to operators before their second factor", async () => {
  const id = await addLetter({ kind: "resume-signup", signupId: "z" });
  for (const ctx of strangers(portal))
    for (const verb of [
      () => loadJobs(ctx),
      () => getLetter(ctx, id),
      () => retryLetter(ctx, id),
      () => settleLetter(ctx, id, { alasan: DONE }),
      () => listAlerts(ctx, false, null),
      () => getAlert(ctx, id),
      () => closeAlert(ctx, id, { catatan: DONE }),
      () => listHistory(ctx, null),
      () => loadOperatorHome(ctx),
    ])
      await expect(verb()).rejects.toThrow(ForbiddenError);
  expect((await letter(id))?.settledAt).toBeNull();
  expect(portal.sent).toEqual([]);
  await expect(getLetter(operator(), newId(NOW))).rejects.toThrow(NotFoundError);
  await expect(closeAlert(operator(), newId(NOW), { catatan: DONE })).rejects.toThrow(NotFoundError);
});
