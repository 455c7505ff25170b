import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { appendEvents } from "#app/modules/population/append-events.server.ts";
import { residentData, residentKind } from "#app/modules/population/person-data.server.ts";
import { readPerson } from "#app/modules/population/read-person.server.ts";
import { openResident } from "#app/modules/population/resident-values.server.ts";
import { readTogether } from "#app/platform/read-together.ts";
import { write } from "#app/platform/write.ts";
import { personData, personKinds } from "#app/registry.server.ts";
import { seedHousehold } from "#app/seed/seed-resident.ts";
import { residents } from "#db/village/schema/population.ts";
import type { TestVillage } from "#tests/support/test-village.ts";
import { createPopulationVillage } from "./population-village.ts";

const NIK = "5201091206850001";

let village: TestVillage;
let head: OfficeCtx;
let id: string;

beforeAll(async () => {
  const made = await createPopulationVillage();
  village = made.village;
  head = await village.ctxAs("kepala-desa");
  const { residentIds } = await seedHousehold(village.anonymous(), {
    number: "5201091206150001",
    areaId: made.places.rt,
    members: [
      { name: "Lalu Soewandi", nik: NIK, phone: "081270001234", ethnicity: "Sasak", insurance: 2 },
      { name: "Suwandi Muda", birthDate: "2001-01-01" },
    ],
  });
  id = residentIds[0] ?? "";
});

const rowOf = async () => {
  const [row] = await head.db.select().from(residents).where(eq(residents.id, id));
  if (!row) throw new Error("no row");
  return row;
};
const forget = () =>
  write(head, async (work) => {
    const removed = await residentData.remove(head, work, id);
    await work.audit({ action: "person-request.answer", entity: "request", entityId: id });
    return removed;
  });

describe("a resident who asks for his data", () => {
  it("is found by name in both spellings, and told apart without an identifier", async () => {
    expect(personKinds).toContain(residentKind);
    const { found } = await readTogether(head.db, { found: residentKind.find(head, "suwandi", 10) });
    expect(found.map(({ name }) => name)).toEqual(["Lalu Soewandi", "Suwandi Muda"]);
    expect(found[0]?.meta).toBe("RT 02, RW 01, Montong, lahir 12 Juni 1985");
    expect(JSON.stringify(found)).not.toContain(NIK);
    const { none } = await readTogether(head.db, { none: residentKind.find(head, '"*', 10) });
    expect(none).toEqual([]);
  });

  it("gets everything in the clear, his history, and how often somebody looked", async () => {
    expect(personData).toContain(residentData);
    const { held } = await readTogether(head.db, { held: residentData.read(head, id) });
    const sections = await held;
    const facts = new Map(sections[0]?.facts.map(({ label, value }) => [label, value]));
    expect(facts.get("NIK")).toBe(NIK);
    expect(facts.get("Nomor KK")).toBe("5201091206150001");
    expect(facts.get("Suku")).toBe("Sasak");
    expect(facts.get("Asuransi kesehatan")).toBe("BPJS penerima bantuan iuran");
    expect(sections[1]?.facts.map(({ value }) => value)).toEqual(["Saldo awal"]);
    expect(sections[2]?.facts[0]?.value).toBe("0 kali");
  });

  it("loses on request what no register asks for, and no later event brings it back", async () => {
    const { fates } = await readTogether(head.db, { fates: residentData.fates(head, id) });
    expect(fates.map(({ isRemoved }) => isRemoved)).toEqual([true, false]);
    expect(await forget()).toHaveLength(1);
    await head.db.transaction((tx) =>
      appendEvents(head, tx, [
        {
          residentId: id,
          kind: "change",
          happenedOn: "2026-11-20",
          changes: { occupation: 88 },
          protectedValues: { birthCertificate: "A/12" },
        },
      ]),
    );
    const row = await rowOf();
    expect(row).toMatchObject({ ethnicity: null, insurance: null, occupation: 88, name: "Lalu Soewandi" });
    expect((await openResident(head.keys, row)).phone).toBeNull();
    expect((await readPerson(head, head.db, id)).nik).toBe(NIK);
    expect(await forget()).toEqual([]);
    const { after } = await readTogether(head.db, { after: residentData.fates(head, id) });
    expect(after.map(({ isRemoved }) => isRemoved)).toEqual([false]);
  });
});
