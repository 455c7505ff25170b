import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { askLetter } from "#app/modules/letters/ask-letter.server.ts";
import { getKind } from "#app/modules/letters/kinds.server.ts";
import { letterInput } from "#app/modules/letters/letter-input.ts";
import { loadLetterForm } from "#app/modules/letters/load-letter-form.server.ts";
import { prefill } from "#app/modules/letters/prefill-rules.ts";
import { getLetter, openContent } from "#app/modules/letters/queries.server.ts";
import { STATUS } from "#app/modules/population/person-rules.ts";
import { acceptTerms } from "#app/modules/privacy/accept-terms.server.ts";
import { FieldError } from "#app/platform/errors.ts";
import { hashTerms, TERMS_VERSIONS } from "#app/platform/privacy/processor-terms.ts";
import { presentTerms } from "#app/platform/privacy/terms-rules.ts";
import { seedHousehold, seedResident } from "#app/seed/seed-resident.ts";
import { residents } from "#db/village/schema/population.ts";
import { accessLog } from "#db/village/schema/security.ts";
import type { TestVillage } from "#tests/support/test-village.ts";
import { createVillage } from "../village/support.ts";

const NIK = "5201091203900001";
let village: TestVillage;
let counter: OfficeCtx;
let head: string;
let wife: string;
let son: string;
let stranger: string;

beforeAll(async () => {
  village = await createVillage();
  const leader = await village.ctxAs("kepala-desa");
  const terms = presentTerms(TERMS_VERSIONS, "2026-11-24");
  await acceptTerms(leader, { versi: terms.version, sidik: await hashTerms(terms), setuju: "on" });
  counter = await village.ctxAs("operator");
  const { residentIds } = await seedHousehold(village.anonymous(), {
    members: [
      { name: "Lalu Mahsun", sex: 1, familyRole: 1 },
      { name: "Baiq Suci", sex: 2, familyRole: 3 },
      { name: "Lalu Rizal", sex: 1, familyRole: 4, nik: NIK, birthPlace: "Sesela", birthDate: "1999-02-03" },
    ],
  });
  [head = "", wife = "", son = ""] = residentIds;
  stranger = await seedResident(village.anonymous(), { name: "Haji Makmur" });
  await village.db
    .update(residents)
    .set({ status: STATUS.dead, statusSince: "2026-10-05" })
    .where(eq(residents.id, head));
});

const WITNESSES = { orang_saksi_1: { nama: "Amaq Saleh" }, orang_saksi_2: { nama: "Amaq Idris" } };

async function ask(kindKey: string, given: Record<string, unknown>) {
  const kind = await getKind(counter, village.db, kindKey);
  const input = letterInput(kind).parse(given);
  const { id } = await askLetter(counter, kindKey, { residentId: wife, subjectId: null }, input);
  return (await openContent(counter, await getLetter(village.db, id))).fields;
}

const heirs = (more: Record<string, unknown>) =>
  ask("ahli-waris", {
    subjek: { pilih: head },
    ...WITNESSES,
    isian: { meninggal: "", akta: "5201-KM-1", ahli: [], camat: "" },
    ...more,
  });

describe("heirs", () => {
  it("come from the family card with a tap each, typed ones before them", async () => {
    const isian = {
      meninggal: "",
      akta: "5201-KM-1",
      ahli: [{ nama: "Lalu Anwar", hubungan: "Anak" }],
      camat: "",
    };
    const { ahli } = await heirs({ kk_ahli: [wife, son], isian });
    expect(ahli).toEqual([
      { nama: "Lalu Anwar", nik: "", lahir: "", hubungan: "Anak" },
      expect.objectContaining({ nama: "Baiq Suci", hubungan: "Istri" }),
      { nama: "Lalu Rizal", nik: NIK, lahir: "Sesela, 3 Februari 1999", hubungan: "Anak" },
    ]);
    const opened = and(eq(accessLog.what, "letters.picked"), eq(accessLog.subjectId, son));
    expect(await village.db.select().from(accessLog).where(opened)).toHaveLength(1);
  });

  it("are the card's alone, and there is one at least", async () => {
    await expect(heirs({ kk_ahli: [stranger] })).rejects.toBeInstanceOf(FieldError);
    await expect(heirs({})).rejects.toMatchObject({ field: "isian.ahli" });
  });

  it("are offered as the living of the card", async () => {
    const ofWife = await loadLetterForm(counter, wife, "ahli-waris");
    expect(ofWife.kin.map(({ id }) => id)).toEqual([wife, son]);
    const ofDead = await loadLetterForm(counter, head, "ahli-waris");
    expect(ofDead.kin.map(({ id }) => id)).toEqual([wife, son]);
  });
});

describe("a day of death", () => {
  const died = (subjek: Record<string, string>, tanggal = "") =>
    ask("kematian", { subjek, ...WITNESSES, isian: { tanggal, tempat: "rumah", hubungan: "istri" } });

  it("is the register's where nothing was typed, and stands in the form of who has died", async () => {
    expect((await died({ pilih: head })).tanggal).toBe("2026-10-05");
    expect((await died({ pilih: head }, "2026-10-04")).tanggal).toBe("2026-10-04");
    const { kind, person } = await loadLetterForm(counter, head, "kematian");
    expect(prefill(kind, person).isian).toMatchObject({ tanggal: "2026-10-05" });
    expect(
      (await loadLetterForm(counter, wife, "kematian")).person && prefill(kind, null).isian,
    ).toMatchObject({
      tanggal: "",
    });
  });

  it("is asked for where the register knows none", async () => {
    await expect(died({ pilih: son })).rejects.toMatchObject({ field: "isian.tanggal" });
  });
});

it("a father is picked among men, a mother among women", async () => {
  const isian = { bin: "Mahsun", status: "Perawan", istri_ke: "", pasangan_dahulu: "" };
  const n1 = (ayah: string, ibu: string) =>
    ask("n1", { orang_ayah: { pilih: ayah }, orang_ibu: { pilih: ibu }, isian });
  await expect(n1(wife, wife)).rejects.toMatchObject({ field: "orang_ayah.nama" });
  await expect(n1(son, son)).rejects.toMatchObject({ field: "orang_ibu.nama" });
  expect(await n1(son, wife)).toMatchObject({ ayah: { name: "Lalu Rizal" }, ibu: { name: "Baiq Suci" } });
});
