import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { OfficeCtx, VillageCtx } from "#app/context.ts";
import { askLetter } from "#app/modules/letters/ask-letter.server.ts";
import { cancelLetter } from "#app/modules/letters/cancel-letter.server.ts";
import { letterPrintDue } from "#app/modules/letters/due.ts";
import { fetchPrint } from "#app/modules/letters/fetch-print.server.ts";
import { getKind } from "#app/modules/letters/kinds.server.ts";
import { letterInput } from "#app/modules/letters/letter-input.ts";
import { loadFolder, printFolder } from "#app/modules/letters/load-folder.server.ts";
import { getLetter } from "#app/modules/letters/queries.server.ts";
import { startPrint } from "#app/modules/letters/start-print.server.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { seedResident } from "#app/seed/seed-resident.ts";
import { inboxItems, jobs } from "#db/village/schema/jobs.ts";
import { letterVersions } from "#db/village/schema/letters.ts";
import { accessLog } from "#db/village/schema/security.ts";
import { files } from "#db/village/schema/village.ts";
import { readPdfText } from "#tests/support/pdf-text.ts";
import type { TestVillage } from "#tests/support/test-village.ts";
import { createVillage } from "../village/support.ts";

const LETTERS = 27;
const HOUR = 3_600_000;

let village: TestVillage;
let counter: OfficeCtx;
let other: OfficeCtx;
let money: OfficeCtx;
/** As the folder lists them. */
let order: string[];

beforeAll(async () => {
  village = await createVillage();
  await village.ctxAs("kepala-desa");
  counter = await village.ctxAs("operator");
  other = await village.ctxAs("kasi-pelayanan");
  money = await village.ctxAs("kaur-keuangan");
  const residentId = await seedResident(village.anonymous(), { name: "Lalu Sahrul" });
  const schema = letterInput(await getKind(counter, village.db, "domisili"));
  const input = schema.parse({ maksud: "cetak", isian: { keperluan: "melamar pekerjaan" } });
  for (let at = 0; at < LETTERS; at++)
    await askLetter(counter, "domisili", { residentId, subjectId: null }, input);
  order = (await loadFolder(counter)).rows.map(({ id }) => id);
}, 60_000);

const logged = async () =>
  (await village.db.select().from(accessLog)).filter(({ what }) => what === "letters.folder-pdf");
const job = async () => (await village.db.select().from(jobs))[0];
const run = (ctx: VillageCtx = village.anonymous()) => letterPrintDue.run(ctx);
const later = (millis: number): VillageCtx => ({
  ...village.anonymous(),
  now: new Date(village.now().getTime() + millis),
});
/** Its store loses power with the first thing that is put there. */
function cutOff(): VillageCtx {
  const ctx = village.anonymous();
  const put = () => Promise.reject(new Error("power cut"));
  return { ...ctx, files: { ...ctx.files, get: (key) => ctx.files.get(key), put } as VillageCtx["files"] };
}

describe("a large folder", () => {
  it("is made into one file behind the page, part by part, and goes on after a crash", async () => {
    await expect(printFolder(counter)).rejects.toBeInstanceOf(ConflictError);
    expect(await startPrint(counter)).toEqual({ count: LETTERS });
    await expect(startPrint(counter)).rejects.toBeInstanceOf(ConflictError);
    await expect(run(cutOff())).rejects.toThrow("power cut");
    expect(await job()).toMatchObject({ state: "running", attempts: 1, progress: null });
    await run();
    expect((await loadFolder(counter)).prints).toMatchObject({ state: "running", done: 25, total: LETTERS });
    expect(await logged()).toEqual([]);

    const last = order.at(-1) ?? "";
    const { version } = await getLetter(village.db, last);
    await cancelLetter(counter, last, { versi: version, alasan: "Salah orang" });
    await run();
    await run(cutOff()).catch(() => {});
    const { nextDueAt } = await run();
    expect(nextDueAt).toEqual(new Date(village.now().getTime() + 24 * HOUR));
    expect((await loadFolder(counter)).prints).toMatchObject({ state: "done", leftOut: 1 });
    expect((await loadFolder(other)).prints).toBeNull();
    expect(await village.db.select().from(inboxItems)).toMatchObject([
      { accountId: counter.actor.accountId, href: "/kantor/surat/map" },
    ]);
  }, 60_000);

  it("comes in the order of the list, is told to the access log letter by letter, and is his who asked", async () => {
    const id = (await job())?.id ?? "";
    await expect(fetchPrint(other, id)).rejects.toBeInstanceOf(NotFoundError);
    expect(await logged()).toEqual([]);
    const pages = await readPdfText(await fetchPrint(counter, id));
    expect(pages).toHaveLength(LETTERS - 1);
    for (const [at, page] of pages.entries())
      expect(page).toContain((await getLetter(village.db, order[at] ?? "")).numberText);
    expect((await logged()).map(({ subject, subjectId }) => [subject, subjectId])).toEqual(
      order.slice(0, -1).map((each) => ["letter", each]),
    );
    expect(
      await village.db
        .select()
        .from(letterVersions)
        .where(eq(letterVersions.letterId, order[0] ?? "")),
    ).toMatchObject([{ fileId: expect.any(String) }]);
  });

  it("holds nothing for whom papers with identifiers are not", async () => {
    expect((await loadFolder(money)).rows.some(({ isPrintable }) => isPrintable)).toBe(false);
    await expect(startPrint(money)).rejects.toMatchObject({ field: "" });
    await expect(printFolder(money)).rejects.toBeInstanceOf(NotFoundError);
  });

  it("is removed after a day, with its parts", async () => {
    const id = (await job())?.id ?? "";
    expect(await run(later(25 * HOUR))).toEqual({ nextDueAt: null });
    await expect(fetchPrint(counter, id)).rejects.toBeInstanceOf(NotFoundError);
    const left = (await village.db.select().from(files)).filter(({ purpose }) => purpose === "letters-print");
    // What the cut while they were joined left is tied to nothing and goes with the nightly sweep.
    expect(left.every(({ attachedAt }) => attachedAt === null)).toBe(true);
    expect(left).toHaveLength(1);
  });
});
