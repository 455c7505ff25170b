import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askByList } from "#app/modules/trust/ask-by-list.server.ts";
import { checkOfficials } from "#app/modules/trust/check-officials.server.ts";
import { trustDue } from "#app/modules/trust/due.ts";
import { loadOfficials } from "#app/modules/trust/load-officials.server.ts";
import { useOfficials } from "#app/modules/trust/use-officials.server.ts";
import { ConflictError, FieldError, ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { writeXlsx } from "#app/platform/sheet/write-xlsx.ts";
import { dueJobs } from "#db/directory/schema/jobs.ts";
import { listedOfficials } from "#db/directory/schema/trust.ts";
import { createTestPortal, type TestPortal } from "#tests/support/test-portal.ts";
import { days, setTrustStage, type TrustStage } from "./trust-stage.ts";

const HEAD = "Kode Desa;Nama;Jabatan;Nomor SK;Telepon";
const SAHRUM = "52.01.14.2006;H. Sahrum;Kepala Desa;141/12/Pem/2024;081234567890";
const RATNA = "52.01.14.2001;Baiq Ratna;Kasi;141/13/Pem/2024;081234567891";
const csv = (...rows: string[]) => new File([[HEAD, ...rows].join("\n")], "perangkat.csv");

let portal: TestPortal;
let stage: TrustStage;
beforeAll(async () => {
  portal = await createTestPortal();
  stage = await setTrustStage(portal);
});
afterAll(() => portal.stop());

const listed = () => portal.directory.select().from(listedOfficials);
const check = (berkas: File | null, ctx = stage.above("kabupaten-member")) => checkOfficials(ctx, { berkas });

describe("a kabupaten's list of officials", () => {
  it("is checked first, with counts and a reason for each row that is left out; nothing is compared yet", async () => {
    const checked = await check(csv(SAHRUM, RATNA, "52.02.01.2001;X;Kasi;1/2024;0812345678", SAHRUM));
    expect(checked).toMatchObject({
      rowCount: 2,
      villageCount: 2,
      problemCount: 2,
      fileName: "perangkat.csv",
    });
    expect(checked.problems.map(({ row }) => row)).toEqual([4, 5]);
    expect((await loadOfficials(stage.above("kabupaten-member"))).lists).toEqual([]);
    expect(await listed()).toHaveLength(2);
    await check(csv(RATNA));
    expect(await listed()).toHaveLength(1);
  });

  it("is read from Excel too", async () => {
    const columns = HEAD.split(";").map((header) => ({ header }));
    const bytes = writeXlsx([{ name: "A", columns, rows: [SAHRUM.split(";")] }], { isVerified: true });
    expect(await check(new File([bytes], "perangkat.xlsx"))).toMatchObject({ rowCount: 1, problemCount: 0 });
  });

  it("keeps phones as marks alone, and forgets the former list when it takes its place", async () => {
    const ctx = stage.above("kabupaten-admin");
    const first = await check(csv(SAHRUM, RATNA), ctx);
    expect(await useOfficials(ctx, first.listId)).toEqual({ rowCount: 2 });
    expect(JSON.stringify(await listed())).not.toMatch(/8123456789/);
    const second = await check(csv(RATNA), ctx);
    expect(await listed()).toHaveLength(3);
    await useOfficials(ctx, second.listId);
    expect((await listed()).map(({ listId }) => listId)).toEqual([second.listId]);
    const { lists } = await loadOfficials(ctx);
    expect(lists.map(({ replacedAt, villageCount }) => [replacedAt !== null, villageCount])).toEqual(
      expect.arrayContaining([
        [false, 1],
        [true, null],
      ]),
    );
    await expect(useOfficials(ctx, second.listId)).rejects.toThrow(ConflictError);
  });

  it("verifies the villages that were waiting for it", async () => {
    const waiting = await setTrustStage(portal);
    const asked = { nomor_sk: "141/12/Pem/2024" };
    await expect(askByList(await waiting.office("kepala-desa"), asked)).rejects.toThrow(FieldError);
    const ctx = waiting.above("kabupaten-member", days(1));
    const { villageId } = waiting.seeded.tenant;
    await expect(check(csv(SAHRUM.replace("52.01.14.2006", waiting.regionCode)), ctx)).rejects.toThrow(
      /bukan desa di kabupaten Anda/,
    );
    await waiting.list([{ name: "Sahrum", decree: "141/12/Pem/2024", phone: "6281234567890" }]);
    await useOfficials(ctx, (await check(csv(RATNA), ctx)).listId);
    const [due] = await portal.directory.select().from(dueJobs).where(eq(dueJobs.villageId, villageId));
    expect(due).toBeDefined();
    expect(portal.sent).toContainEqual({ kind: "run-village-due", villageId });
    await waiting.list([{ name: "Sahrum", decree: "141/12/Pem/2024", phone: "6281234567890" }]);
    await trustDue.run(await waiting.job(days(1)));
    expect(await waiting.village()).toMatchObject({ trust: "verified" });
  });

  it.each([
    ["without a column", new File(["Kode Desa;Nama;Jabatan\n1;2;3"], "a.csv"), /nomor SK, nomor telepon/],
    ["without a row", csv(), /tidak ada perangkat/],
    ["with no row to compare", csv("x;y;z;1;2"), /Baris 2: Kode desa/],
    ["that is no sheet", new File(["%PDF-1.4\n%%EOF"], "a.csv"), /Jenis berkas/],
    ["that is missing", null, /Pilih lembar/],
  ])("is refused %s", async (_, file, reason) => {
    const refusal = await check(file).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(FieldError);
    expect(refusal).toMatchObject({ field: "berkas", message: expect.stringMatching(reason) });
  });

  it("is a kabupaten's own: no operator's, no other kabupaten's", async () => {
    const ctx = stage.above("kabupaten-admin");
    const { listId } = await check(csv(SAHRUM), ctx);
    const stranger = { ...ctx, overseer: { ...ctx.overseer, regencyCode: "52.71" } };
    await expect(useOfficials(stranger, listId)).rejects.toThrow(NotFoundError);
    await expect(useOfficials(stage.above("operator"), listId)).rejects.toThrow(ForbiddenError);
    await expect(check(csv(SAHRUM), stage.above("operator"))).rejects.toThrow(ForbiddenError);
    await expect(check(csv(SAHRUM), stranger)).rejects.toThrow(/bukan desa di kabupaten Anda/);
  });
});
