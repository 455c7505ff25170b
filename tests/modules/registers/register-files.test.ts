import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { OfficeCtx, VillageCtx } from "#app/context.ts";
import { registerFilesDue } from "#app/modules/registers/due.ts";
import { exportRegister } from "#app/modules/registers/export-register.server.ts";
import { fetchRegisterFile } from "#app/modules/registers/fetch-register-file.server.ts";
import { listFiles } from "#app/modules/registers/list-files.server.ts";
import { fullHeader, REGISTER_COLUMNS } from "#app/modules/registers/register-columns.ts";
import { findRegister, monthOf, type Register } from "#app/modules/registers/register-rules.ts";
import { startRegisterFile } from "#app/modules/registers/start-register-file.server.ts";
import type { ProfileRow } from "#app/modules/village/profile.server.ts";
import { ConflictError, FieldError, ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { readSheet } from "#app/platform/sheet/read-sheet.ts";
import { type SeedResident, seedHouseholds } from "#app/seed/seed-resident.ts";
import { inboxItems } from "#db/village/schema/jobs.ts";
import { registerFiles } from "#db/village/schema/registers.ts";
import { accessLog } from "#db/village/schema/security.ts";
import { files, villageProfile } from "#db/village/schema/village.ts";
import { readPdf } from "#tests/support/pdf-text.ts";
import type { TestVillage } from "#tests/support/test-village.ts";
import { createPopulationVillage, type PopulationAreas } from "../population/population-village.ts";

const PEOPLE = 310;
const CHOICE = { from: "2026-01-01", to: "2026-11-24" };
const of = (key: string) => findRegister(key) as Register;

let village: TestVillage;
let places: PopulationAreas;
let clerk: OfficeCtx;
let kasi: OfficeCtx;
let profile: ProfileRow;

const nikOf = (at: number) => `520114120685${String(at + 1).padStart(4, "0")}`;

beforeAll(async () => {
  ({ village, places } = await createPopulationVillage());
  clerk = await village.ctxAs("operator");
  kasi = await village.ctxAs("kasi-pemerintahan");
  [profile] = (await village.db.select().from(villageProfile)) as [ProfileRow];
  const person = (at: number): SeedResident => ({
    name: `Warga ${String(at).padStart(4, "0")}`,
    nik: nikOf(at),
    birthDate: "1985-06-12",
  });
  await seedHouseholds(
    village.anonymous(),
    Array.from({ length: PEOPLE / 2 }, (_, at) => ({
      number: `52011401011500${String(at).padStart(2, "0")}`.slice(0, 16),
      areaId: places.rt,
      members: [person(2 * at), person(2 * at + 1)],
    })),
  );
}, 60_000);

const run = (ctx: VillageCtx = village.anonymous()) => registerFilesDue.run(ctx);
const logged = async () =>
  (await village.db.select().from(accessLog)).filter(({ what }) => what.startsWith("registers."));
/** Its store loses power with the first thing that is put there. */
function cutOff(): VillageCtx {
  const ctx = village.anonymous();
  const put = () => Promise.reject(new Error("power cut"));
  return { ...ctx, files: { ...ctx.files, get: (key) => ctx.files.get(key), put } as VillageCtx["files"] };
}
const later = (seconds: number): VillageCtx => ({
  ...village.anonymous(),
  now: new Date(village.now().getTime() + seconds * 1000),
});

describe("a short register", () => {
  it("is a sheet and a paper across in the annex's columns, told to the access log", async () => {
    const what = { register: of("rekapitulasi"), choice: monthOf("2026-11") };
    const sheet = await exportRegister(kasi, profile, { ...what, format: "xlsx" });
    expect(sheet.fileName).toBe(`B3-rekapitulasi-2026-11-${village.tenant.slug}.xlsx`);
    const { rows } = await readSheet(sheet.bytes);
    expect(rows[0]).toEqual(REGISTER_COLUMNS.rekapitulasi.map(fullHeader));
    expect(rows.at(-1)?.slice(24)).toContain(String(PEOPLE));

    const csv = await exportRegister(kasi, profile, { ...what, format: "csv" });
    expect((await readSheet(csv.bytes)).rows).toEqual(rows);

    const paper = await exportRegister(kasi, profile, { ...what, format: "pdf" });
    const [page] = await readPdf(paper.bytes);
    expect([page?.width, page?.height].map((points) => Math.round((points ?? 0) / 2.83465))).toEqual([
      330, 215,
    ]);
    expect(page?.text).toContain("BUKU REKAPITULASI JUMLAH PENDUDUK");
    expect(page?.text).toContain("Bulan November 2026");
    expect(page?.text).toContain("Dusun Montong");
    expect((await logged()).map(({ kind, what: name, rowCount }) => [kind, name, rowCount])).toEqual([
      ["export", "registers.rekapitulasi", 2],
      ["export", "registers.rekapitulasi", 2],
      ["export", "registers.rekapitulasi", 2],
    ]);
  });

  it("goes to nobody without its permission, nor from an account that was just recovered", async () => {
    const council = await village.ctxAs("anggota-bpd");
    const what = { register: of("rekapitulasi"), choice: monthOf("2026-11"), format: "pdf" as const };
    await expect(exportRegister(council, profile, what)).rejects.toBeInstanceOf(ForbiddenError);
    const recovered = { ...kasi, actor: { ...kasi.actor, signingBlockedUntil: "2027-01-01T00:00:00.000Z" } };
    await expect(exportRegister(recovered, profile, what)).rejects.toBeInstanceOf(ForbiddenError);
  });
});

describe("a long register", () => {
  const what = { register: of("induk"), choice: CHOICE, format: "xlsx" as const };

  it("is made behind the page, part by part, and goes on after a crash", async () => {
    await expect(exportRegister(clerk, profile, what)).rejects.toBeInstanceOf(FieldError);
    await expect(
      startRegisterFile(clerk, profile, { ...what, register: of("mutasi") }),
    ).rejects.toBeInstanceOf(ConflictError);
    await startRegisterFile(clerk, profile, what);
    await expect(startRegisterFile(clerk, profile, what)).rejects.toBeInstanceOf(ConflictError);
    expect(village.sent.at(-1)).toEqual({ kind: "run-village-due", villageId: village.tenant.villageId });
    await expect(run(cutOff())).rejects.toThrow("power cut");
    expect(await listFiles(clerk)).toMatchObject([{ state: "waiting", progress: 0, rowCount: PEOPLE }]);

    await run();
    expect(await listFiles(clerk)).toMatchObject([{ state: "waiting", progress: 250 }]);
    // A run is killed without a word: its lease ends, and another goes on.
    await village.db.update(registerFiles).set({ state: "making", attempts: 1 });
    await run();
    expect(await listFiles(clerk)).toMatchObject([{ state: "making", progress: 250 }]);
    await run(later(300));
    expect(await listFiles(clerk)).toMatchObject([{ state: "waiting", progress: PEOPLE }]);
    await run(later(301));
    expect(await listFiles(clerk)).toMatchObject([{ state: "ready", rowCount: PEOPLE }]);
    expect(await village.db.select().from(inboxItems)).toMatchObject([
      { accountId: clerk.actor.accountId, href: "/kantor/register/berkas" },
    ]);
  }, 60_000);

  it("lies sealed, and holds each row once with numbers masked for whom they are not", async () => {
    const [file] = await listFiles(clerk);
    const stored = (await village.db.select().from(files)).filter(
      ({ purpose }) => purpose === "register-file",
    );
    for (const { storageKey } of stored) {
      const bytes = (await village.files.get(storageKey))?.bytes ?? new Uint8Array();
      expect(new TextDecoder().decode(bytes)).not.toContain("Warga");
    }
    const before = (await logged()).length;
    const made = await fetchRegisterFile(clerk, file?.id ?? "");
    const rows = (await readSheet(made.bytes)).rows.slice(1);
    expect(rows.map((row) => row[1])).toEqual(
      Array.from({ length: PEOPLE }, (_, at) => `Warga ${String(at).padStart(4, "0")}`),
    );
    expect(rows[0]?.[13]).toBe("5201************");
    expect((await logged()).slice(before)).toMatchObject([
      { kind: "export", what: "registers.induk", rowCount: PEOPLE },
    ]);
  });

  it("holds numbers for who may see them, and for him only as long as he may", async () => {
    await startRegisterFile(kasi, profile, { ...what, register: of("ktp-kk"), format: "pdf" });
    for (let step = 0; step < 3; step++) await run();
    const [file] = await listFiles(kasi);
    const id = file?.id ?? "";
    await expect(fetchRegisterFile(clerk, id)).rejects.toBeInstanceOf(NotFoundError);
    const without = new Set([...kasi.actor.permissions].filter((each) => each !== "data.identity"));
    const demoted = { ...kasi, actor: { ...kasi.actor, permissions: without } };
    await expect(fetchRegisterFile(demoted, id)).rejects.toBeInstanceOf(ForbiddenError);
    const pages = await readPdf((await fetchRegisterFile(kasi, id)).bytes);
    const text = pages.map((page) => page.text).join("\n");
    for (const at of [0, 250, PEOPLE - 1]) expect(text).toContain(nikOf(at));
    expect(pages[0]?.width).toBeGreaterThan(pages[0]?.height ?? 0);
  }, 60_000);

  it("is removed after a day, and given up after three failures", async () => {
    const [file] = await listFiles(kasi);
    expect(await run(later(26 * 3600))).toEqual({ nextDueAt: null });
    await expect(fetchRegisterFile(kasi, file?.id ?? "")).rejects.toBeInstanceOf(NotFoundError);
    expect((await listFiles(kasi))[0]).toMatchObject({ state: "gone" });

    await startRegisterFile(kasi, profile, what);
    for (let attempt = 0; attempt < 2; attempt++) await expect(run(cutOff())).rejects.toThrow("power cut");
    await run(cutOff());
    const [row] = await village.db.select().from(registerFiles).where(eq(registerFiles.state, "failed"));
    expect(row).toMatchObject({ attempts: 3, error: expect.stringContaining("power cut") });
  });
});
