import { beforeAll, describe, expect, it } from "vitest";
import { listClasses } from "#app/modules/letters/classes.server.ts";
import { SaveClassInput, SaveKindInput } from "#app/modules/letters/kind-input.ts";
import { fieldLines, requirementLines } from "#app/modules/letters/kind-line-rules.ts";
import type { VillageKind } from "#app/modules/letters/kind-rules.ts";
import { getKind, listKinds } from "#app/modules/letters/kinds.server.ts";
import { saveClass } from "#app/modules/letters/save-class.server.ts";
import { saveKind } from "#app/modules/letters/save-kind.server.ts";
import { switchKind } from "#app/modules/letters/switch-kind.server.ts";
import { ConflictError, FieldError, ForbiddenError } from "#app/platform/errors.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";

let village: TestVillage;
beforeAll(async () => {
  village = await createTestVillage();
});

const kaur = () => village.ctxAs("kaur-umum");
const load = (key: string) => getKind(village.anonymous(), village.db, key);

/** The form of a kind as its page would send it, with some of it changed. */
function formOf(kind: VillageKind, changes: Record<string, unknown> = {}): SaveKindInput {
  return SaveKindInput.parse({
    versi: String(kind.version),
    judul: kind.title,
    kegunaan: kind.purpose,
    klasifikasi: kind.classification,
    janji: kind.promised.kind,
    berlaku: kind.validity ? String(kind.validity.amount) : undefined,
    satuan: kind.validity?.unit ?? "month",
    paraf: kind.chain.review,
    mandiri: kind.isSelfService ? "on" : undefined,
    isian: fieldLines(kind.fields),
    syarat: requirementLines(kind.requirements),
    isi: kind.template,
    ...changes,
  });
}

describe("a kind of letter", () => {
  it("that is saved as it came changes nothing", async () => {
    for (const kind of await listKinds(village.anonymous(), village.db)) {
      await saveKind(await kaur(), kind.key, formOf(kind));
      expect(await load(kind.key)).toEqual({ ...kind, version: 1 });
    }
  });

  it("keeps what the village changed, and follows Balai in the rest", async () => {
    const before = await load("domisili");
    const isi = `${before.template}\n\nTambahan untuk {{ orang.nama }}.`;
    await saveKind(await kaur(), "domisili", formOf(before, { isi, berlaku: "3" }));
    const after = await load("domisili");
    expect(after.changed.toSorted()).toEqual(["template", "validity"]);
    expect(after).toMatchObject({ template: isi, validity: { amount: 3, unit: "month" } });
    await switchKind(await kaur(), { kunci: "domisili", tindakan: "kembali" });
    expect(await load("domisili")).toMatchObject({ template: before.template, changed: [] });
  });

  it("is refused at its text where that can't be drawn, and where somebody was faster", async () => {
    const kind = await load("usaha");
    const broken = formOf(kind, { isi: "satu\n{{ orang.umur }}" });
    const refusal = await saveKind(await kaur(), "usaha", broken).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(FieldError);
    expect(refusal).toMatchObject({ field: "isi", message: expect.stringContaining("Baris 2") });
    await saveKind(await kaur(), "usaha", formOf(kind, { judul: "Keterangan Usaha" }));
    await expect(saveKind(await kaur(), "usaha", formOf(kind))).rejects.toThrow(ConflictError);
    const unknown = formOf(await load("usaha"), { klasifikasi: "999.9" });
    await expect(saveKind(await kaur(), "usaha", unknown)).rejects.toMatchObject({ field: "klasifikasi" });
  });

  it("of the village's own stands after Balai's and can be switched off", async () => {
    const form = formOf({ ...(await load("umum")), version: 0 }, { judul: "Surat Keterangan Adat" });
    const key = await saveKind(await kaur(), null, form);
    expect((await listKinds(village.anonymous(), village.db)).at(-1)).toMatchObject({ key, isOwn: true });
    await switchKind(await kaur(), { kunci: key, tindakan: "mati" });
    expect(await load(key)).toMatchObject({ isOn: false, title: "Surat Keterangan Adat" });
    await expect(switchKind(await kaur(), { kunci: key, tindakan: "kembali" })).rejects.toThrow(
      ConflictError,
    );
  });

  it("is changed by those alone who set letters up, and in their own village", async () => {
    const operator = await village.ctxAs("operator");
    await expect(saveKind(operator, "umum", formOf(await load("umum")))).rejects.toThrow(ForbiddenError);
    await expect(switchKind(operator, { kunci: "umum", tindakan: "mati" })).rejects.toThrow(ForbiddenError);
    const other = await createTestVillage();
    expect((await listKinds(other.anonymous(), other.db)).every(({ isOwn }) => !isOwn)).toBe(true);
  });
});

describe("the classification", () => {
  it("gains codes, renames the seed's, and takes codes out of use", async () => {
    const put = async (kode: string, nama: string, tidak_dipakai?: "on") =>
      saveClass(await kaur(), SaveClassInput.parse({ kode, nama, tidak_dipakai }));
    await put("474.1", "Akta (kode lama)");
    await put("500.3", "Usaha desa", "on");
    const classes = await listClasses(village.db);
    expect(classes).toContainEqual({ code: "474.1", name: "Akta (kode lama)", isOn: true, isOwn: true });
    expect(classes.filter(({ code }) => code === "500.3")).toEqual([
      { code: "500.3", name: "Usaha desa", isOn: false, isOwn: true },
    ]);
    const kind = formOf(await load("domisili"), { klasifikasi: "500.3" });
    await expect(saveKind(await kaur(), "domisili", kind)).rejects.toThrow(FieldError);
    await expect(
      saveClass(await village.ctxAs("operator"), SaveClassInput.parse({ kode: "1", nama: "x" })),
    ).rejects.toThrow(ForbiddenError);
  });
});
