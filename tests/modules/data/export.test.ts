import { eq } from "drizzle-orm";
import { unzipSync } from "fflate";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ACCESS_WORDS } from "#app/modules/data/access-words.ts";
import { fetchExport } from "#app/modules/data/fetch-export.server.ts";
import { loadData } from "#app/modules/data/load-data.server.ts";
import { startExport } from "#app/modules/data/start-export.server.ts";
import { ConflictError, FieldError, ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { accessSentence } from "#app/platform/privacy/access-words.ts";
import { findByPassphrase } from "#db/sealed/passphrase.ts";
import { openSealed } from "#db/sealed/sealed-reader.ts";
import { auditLog } from "#db/village/schema/accounts.ts";
import { inboxItems, jobs } from "#db/village/schema/jobs.ts";
import { accessLog } from "#db/village/schema/security.ts";
import { type DataStage, PASSWORD, setDataStage } from "./stage.ts";

vi.setConfig({ testTimeout: 60_000 });

const FRASA = "kuda hijau makan sembilan mangga";
const WISH = { frasa: FRASA, ulangi: FRASA, kata_sandi: PASSWORD };

describe("the full export", () => {
  let stage: DataStage;
  beforeEach(async () => {
    stage = await setDataStage();
  });
  const exports = async () => (await loadData(await stage.head())).exports;

  it("is made behind the page and opens with the passphrase alone", async () => {
    await startExport(await stage.head(), WISH);
    expect(stage.village.sent).toEqual([
      { kind: "run-village-due", villageId: stage.village.tenant.villageId },
    ]);
    expect(await exports()).toMatchObject([{ state: "waiting", isReady: false }]);
    const [waiting] = await stage.village.db.select().from(jobs);
    expect(JSON.stringify(waiting)).not.toContain(FRASA);
    await stage.runDue();
    const [ready] = await exports();
    expect(ready).toMatchObject({ state: "done", isReady: true, expiresAt: "2026-12-01T02:00:00.000Z" });
    expect((await stage.village.db.select().from(jobs))[0]?.payload).toEqual({});

    const fetched = await fetchExport(await stage.head(), ready?.id ?? "");
    const whole = new Uint8Array(await new Response(fetched.stream).arrayBuffer());
    expect(whole.length).toBe(fetched.bytes);
    expect(fetched.fileName).toBe(`${stage.village.tenant.slug}-2026-11-24.balai`);
    const { frames } = await openSealed([whole], findByPassphrase(FRASA));
    const parts: Uint8Array[] = [];
    for await (const frame of frames) parts.push(frame);
    const zip = unzipSync(new Uint8Array(Buffer.concat(parts)));
    expect(new TextDecoder().decode(zip["tabel/accounts.csv"])).toContain("Lalu Ahmad");
  });

  it("is written down when it is asked for and each time it is fetched, and tells whoever asked", async () => {
    await startExport(await stage.head(), WISH);
    await stage.runDue();
    const id = (await exports())[0]?.id ?? "";
    await fetchExport(await stage.head(), id);
    const logged = await stage.village.db.select().from(accessLog);
    expect(logged.map(({ requestId: _, ...row }) => accessSentence(row, ACCESS_WORDS))).toEqual([
      "Lalu Ahmad meminta pembuatan ekspor lengkap data desa.",
      expect.stringMatching(/^Lalu Ahmad mengambil ekspor lengkap data desa \([2-9]\d* baris\)\.$/),
    ]);
    expect(logged).toMatchObject([
      { kind: "export", subjectId: id },
      { kind: "export", subjectId: id },
    ]);
    const actions = (await stage.village.db.select().from(auditLog)).map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(["data.export", "data.fetch-export"]));
    expect(await stage.village.db.select().from(inboxItems)).toMatchObject([
      { title: "Ekspor data desa siap diambil" },
    ]);
  });

  it("is refused to everybody but the Kepala Desa, and without his password", async () => {
    const others = await stage.village.ctxAs("sekretaris-desa", { name: "Sekdes" });
    await expect(startExport(others, WISH)).rejects.toThrow(ForbiddenError);
    await expect(fetchExport(others, "x")).rejects.toThrow(ForbiddenError);
    const head = await stage.head();
    await expect(startExport(head, { ...WISH, kata_sandi: "salah" })).rejects.toMatchObject({
      field: "kata_sandi",
    });
    await expect(startExport(head, { ...WISH, frasa: "pendek" })).rejects.toBeInstanceOf(FieldError);
    expect(await exports()).toEqual([]);
  });

  it("waits out the day for which a recovered account signs nothing, the fetching of an earlier one too", async () => {
    const head = await stage.head();
    await startExport(head, WISH);
    await stage.runDue();
    const id = (await exports())[0]?.id ?? "";
    const blocked = { ...head, actor: { ...head.actor, signingBlockedUntil: "2026-11-25T02:00:00.000Z" } };
    await expect(startExport(blocked, WISH)).rejects.toThrow("baru saja dipulihkan");
    await expect(fetchExport(blocked, id)).rejects.toThrow("baru saja dipulihkan");
    const after = { ...blocked, now: new Date("2026-11-25T02:00:00.000Z") };
    expect((await fetchExport(after, id)).bytes).toBeGreaterThan(0);
  });

  it("is one at a time, and a double tap asks once", async () => {
    const head = { ...(await stage.head()), submitKey: "k1" };
    await startExport(head, WISH);
    await startExport(head, WISH);
    await expect(startExport(await stage.head(), WISH)).rejects.toThrow(ConflictError);
    expect(await exports()).toHaveLength(1);
  });

  it("is begun anew where its maker was killed, tried three times, and then said to have failed", async () => {
    await startExport(await stage.head(), WISH);
    const put = vi.spyOn(stage.village.files, "put").mockRejectedValue(new Error("disk is full"));
    for (let attempt = 1; attempt < 3; attempt++)
      await expect(stage.runDue()).rejects.toThrow("disk is full");
    await stage.runDue();
    put.mockRestore();
    expect(await exports()).toMatchObject([{ state: "failed" }]);
    expect([...stage.village.files.held.keys()]).toEqual([]);
    stage.village.setNow("2026-11-24T02:01:00.000Z");
    await startExport(await stage.head(), WISH);
    // A lease of one who was killed.
    await stage.village.db
      .update(jobs)
      .set({ state: "running", attempts: 1, leasedUntil: "2026-11-24T02:05:00.000Z" })
      .where(eq(jobs.state, "waiting"));
    await stage.runDue();
    expect((await exports())[0]?.state).toBe("running");
    stage.village.setNow("2026-11-24T02:06:00.000Z");
    await stage.runDue();
    expect((await exports())[0]?.state).toBe("done");
  });

  it("is gone after seven days", async () => {
    await startExport(await stage.head(), WISH);
    await stage.runDue();
    const id = (await exports())[0]?.id ?? "";
    stage.village.setNow("2026-12-01T02:00:00.000Z");
    await expect(fetchExport(await stage.head(), id)).rejects.toThrow(NotFoundError);
    await stage.runDue();
    expect([...stage.village.files.held.keys()]).toEqual([]);
    expect(await exports()).toMatchObject([{ state: "done", isReady: false }]);
  });
});
