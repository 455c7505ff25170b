import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { askLetter } from "#app/modules/letters/ask-letter.server.ts";
import { getKind } from "#app/modules/letters/kinds.server.ts";
import { letterInput } from "#app/modules/letters/letter-input.ts";
import { FieldError } from "#app/platform/errors.ts";
import { seedHousehold, seedResident } from "#app/seed/seed-resident.ts";
import { letters } from "#db/village/schema/letters.ts";
import { accessLog } from "#db/village/schema/security.ts";
import type { TestVillage } from "#tests/support/test-village.ts";
import { createVillage } from "../village/support.ts";

let village: TestVillage;
let counter: OfficeCtx;
let asker: string;
let child: string;
let stranger: string;

beforeAll(async () => {
  village = await createVillage();
  counter = await village.ctxAs("kaur-umum");
  const { residentIds } = await seedHousehold(village.anonymous(), {
    members: [{ name: "Lalu Sahrul" }, { name: "Baiq Suci", sex: 2 }],
  });
  [asker = "", child = ""] = residentIds;
  stranger = await seedResident(village.anonymous(), { name: "Haji Makmur", nik: "5201091203700001" });
});

async function askAbout(pilih: string, owner: string | null = asker) {
  const kind = await getKind(counter, village.db, "wali");
  const isian = Object.fromEntries(kind.fields.map(({ key }) => [key, "2020-01-01"]));
  const input = letterInput({ ...kind, fields: [] }).parse({
    subjek: { pilih },
    pemohon: { nama: "Orang luar" },
  });
  return askLetter(counter, "wali", { residentId: owner, subjectId: null }, {
    ...input,
    isian,
  } as typeof input);
}

const logged = (subjectId: string) =>
  village.db
    .select()
    .from(accessLog)
    .where(and(eq(accessLog.subjectId, subjectId), eq(accessLog.what, "letters.picked")));

describe("somebody picked from the register in a letter's form", () => {
  it("is of the asker's card, and stands in the access log by himself", async () => {
    await askAbout(child);
    expect(await logged(child)).toHaveLength(1);
  });

  it("is refused where the form never offered him: no letter carries his NIK", async () => {
    const before = await village.db.$count(letters);
    await expect(askAbout(stranger)).rejects.toThrow(FieldError);
    await expect(askAbout(child, null)).rejects.toThrow(FieldError);
    await expect(askAbout(crypto.randomUUID())).rejects.toThrow(FieldError);
    expect(await village.db.$count(letters)).toBe(before);
    expect(await logged(stranger)).toEqual([]);
  });
});
