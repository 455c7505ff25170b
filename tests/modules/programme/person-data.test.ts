import { beforeAll, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { addComment } from "#app/modules/programme/add-comment.server.ts";
import { programmePersonData } from "#app/modules/programme/person-data.server.ts";
import { readTogether } from "#app/platform/read-together.ts";
import { personData } from "#app/registry.server.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";
import { seedRunningProgramme } from "./progress/running-programme.ts";

let village: TestVillage;
let kasi: OfficeCtx;
beforeAll(async () => {
  village = await createTestVillage();
  kasi = await village.ctxAs("kasi-pemerintahan");
  const { accountId } = kasi.actor;
  const { activities } = await seedRunningProgramme(village, {
    year: 2026,
    activities: [{ name: "Pelayanan surat", people: [accountId], responsibleAccountId: accountId }],
  });
  await addComment(kasi, activities[0]?.id ?? "", { isi: "Loket dua sudah dibuka.", sebut: [] });
});

async function heldOn(id: string) {
  const { held } = await readTogether(kasi.db, { held: programmePersonData.read(kasi, id) });
  return held;
}

it("tells a person of the office what the programme holds on his work", async () => {
  const sections = await heldOn(kasi.actor.accountId);
  expect(sections.map(({ title }) => title)).toEqual(["Kegiatan program kerja", "Komentar"]);
  expect(sections[0]?.facts).toEqual([{ label: "Kegiatan", value: "Pelayanan surat" }]);
  expect(sections[1]).toMatchObject({ leftOut: 0, facts: [{ value: "Loket dua sudah dibuka." }] });
  const other = await village.ctxAs("kaur-umum");
  expect(await heldOn(other.actor.accountId)).toEqual([]);
});

it("is part of a person's file, and none of it goes when he asks", async () => {
  expect(personData).toContain(programmePersonData);
  const { fates } = await readTogether(kasi.db, {
    fates: programmePersonData.fates(kasi, kasi.actor.accountId),
  });
  expect(fates).toMatchObject([{ isRemoved: false }]);
});
