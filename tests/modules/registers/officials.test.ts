import { beforeAll, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { correctEntry } from "#app/modules/registers/correct-entry.server.ts";
import { enterEntry } from "#app/modules/registers/enter-entry.server.ts";
import { newEntryValues } from "#app/modules/registers/entry-form.server.ts";
import { OfficialInput } from "#app/modules/registers/input.ts";
import { loadBook } from "#app/modules/registers/load-book.server.ts";
import { loadEntry } from "#app/modules/registers/load-entry.server.ts";
import { registersPersonData } from "#app/modules/registers/person-data.server.ts";
import { readRegister } from "#app/modules/registers/read-register.server.ts";
import { findRegister, type Register } from "#app/modules/registers/register-rules.ts";
import { voidEntry } from "#app/modules/registers/void-entry.server.ts";
import type { ProfileRow } from "#app/modules/village/profile.server.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { readTogether } from "#app/platform/read-together.ts";
import { auditLog, positionTerms } from "#db/village/schema/accounts.ts";
import { officialRecords } from "#db/village/schema/registers.ts";
import { villageProfile } from "#db/village/schema/village.ts";
import type { TestVillage } from "#tests/support/test-village.ts";
import { createPopulationVillage, type PopulationAreas } from "../population/population-village.ts";

const NIP = "196705011990031002";
const BOOK = findRegister("aparat") as Register;

let village: TestVillage;
let places: PopulationAreas;
let head: OfficeCtx;
let clerk: OfficeCtx;
let profile: ProfileRow;
let headTerm: string;

beforeAll(async () => {
  ({ village, places } = await createPopulationVillage());
  head = await village.ctxAs("kepala-desa", { name: "Lalu Wirya" });
  clerk = await village.ctxAs("kaur-umum", { name: "Baiq Sri" });
  await village.ctxAs("ketua-rt", { name: "Bukan Perangkat" });
  [profile] = (await village.db.select().from(villageProfile)) as [ProfileRow];
  const terms = await village.db.select().from(positionTerms);
  headTerm = terms.find(({ accountId }) => accountId === head.actor.accountId)?.id ?? "";
});

const rowsOn = async (to: string, ctx = head) => {
  const choice = { from: `${to.slice(0, 4)}-01-01`, to };
  return (await readRegister(ctx, profile, BOOK, choice, { after: null, limit: 50 })).rows;
};
const named = (rows: Awaited<ReturnType<typeof rowsOn>>) => rows.map(({ cells }) => cells[1]);

describe("A.4", () => {
  it("lists terms in Balai and officials of before, and posts that nobody holds", async () => {
    await enterEntry(
      clerk,
      "aparat",
      OfficialInput.parse({
        nama: "Haji Umar",
        jabatan: `kepala-dusun:${places.montong}`,
        kelamin: "1",
        diangkat: "2001-02-01",
        nomor_angkat: "5/2001",
        diberhentikan: "2019-06-30",
        nomor_henti: "9/2019",
      }),
    );
    expect(named(await rowsOn("2000-01-01")).filter((name) => name !== "(kosong)")).toEqual([]);
    const then = await rowsOn("2010-01-01");
    expect(then[0]?.cells).toMatchObject({
      1: "Haji Umar",
      8: "Kepala Dusun Montong",
      10: "5/2001, 1 Feb 2001",
    });
    // He was not dismissed yet.
    expect(then[0]?.cells[11]).toBe("");
    const now = await rowsOn("2026-11-24");
    expect(named(now).filter((name) => name !== "(kosong)")).toEqual(["Haji Umar", "Baiq Sri", "Lalu Wirya"]);
    expect(now[0]?.cells[11]).toBe("9/2019, 30 Jun 2019");
    const { posts } = await loadBook(head, profile, BOOK, { from: "2026-01-01", to: "2026-11-24" }, null);
    expect(posts?.vacancies).toContain("Kepala Dusun Montong");
    expect(posts?.vacancies).toContain("Sekretaris Desa");
    expect(posts?.vacancies).not.toContain("Kepala Desa");
  });

  it("completes a term with what the register asks, the NIP sealed and masked for whom it is not", async () => {
    const values = await newEntryValues(clerk, "aparat", new URLSearchParams({ masa: headTerm }));
    expect(values).toMatchObject({ nama: "Lalu Wirya", jabatan: "kepala-desa", diangkat: "2026-11-24" });
    const input = OfficialInput.parse({
      ...values,
      kelamin: "1",
      nip: NIP,
      tanggal_lahir: "1967-05-01",
      agama: "1",
      pendidikan: "8",
      diangkat: "2019-03-12",
    });
    const { id } = await enterEntry(clerk, "aparat", input);
    await expect(enterEntry(clerk, "aparat", input)).rejects.toBeInstanceOf(ConflictError);
    const [record] = (await village.db.select().from(officialRecords)).filter((each) => each.id === id);
    expect(JSON.stringify([record, await village.db.select().from(auditLog)])).not.toContain(NIP);

    const line = async (ctx: OfficeCtx) =>
      (await rowsOn("2026-11-24", ctx)).find(({ cells }) => cells[1] === "Lalu Wirya")?.cells;
    expect(await line(head)).toEqual(
      expect.arrayContaining([NIP, "1 Mei 1967", "Islam", "Masa jabatan sampai 12 Mar 2027"]),
    );
    expect((await line(clerk))?.[3]).toBe("1967**********1002");
    expect(JSON.stringify(await loadEntry(head, profile, "aparat", id))).not.toContain(NIP);

    // An empty field leaves the number; a dash takes it away.
    const again = { ...input, nip: null, versi: 1, pangkat: "III/a" };
    await correctEntry(clerk, "aparat", id, again);
    expect((await line(head))?.[3]).toBe(NIP);
    await correctEntry(clerk, "aparat", id, { ...again, nip: "-", versi: 2 });
    expect((await line(head))?.[3]).toBe("");

    const { held } = await readTogether(village.db, {
      held: registersPersonData.read(head, head.actor.accountId),
    });
    expect(JSON.stringify(await held)).toContain("III/a");

    await voidEntry(clerk, "aparat", id, { versi: 3, alasan: "Salah orang" });
    expect(await newEntryValues(clerk, "aparat", new URLSearchParams({ masa: headTerm }))).toMatchObject({
      masa: headTerm,
    });
  });
});
