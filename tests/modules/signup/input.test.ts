import { describe, expect, it } from "vitest";
import { whyNoCode } from "#app/modules/signup/code-rules.ts";
import { StartSignupInput, startSignupInput, typedNames } from "#app/modules/signup/input.ts";

const form = {
  kode_desa: "52.01.14.2006",
  subdomain: "senggigi",
  nama: "Lalu Ahmad",
  jabatan: "kasi-pemerintahan",
  telepon: "0812-3456-7890",
  kata_sandi: "kopi lombok pagi",
};

describe("StartSignupInput", () => {
  it("reads code, address name, name and phone as people type them", () => {
    const typed = { ...form, kode_desa: " 5201142006 ", subdomain: " Senggigi ", nama: " Lalu\n  Ahmad " };
    expect(StartSignupInput.parse(typed)).toMatchObject({
      kode_desa: "52.01.14.2006",
      subdomain: "senggigi",
      nama: "Lalu Ahmad",
      telepon: "6281234567890",
    });
  });

  it("takes a name of one word and a desa adat", () => {
    const parsed = StartSignupInput.parse({ ...form, nama: "Sulastri", kode_desa: "9103013007" });
    expect(parsed).toMatchObject({ nama: "Sulastri", kode_desa: "91.03.01.3007" });
  });

  it.each([
    ["kode_desa", undefined],
    ["kode_desa", "52.01.14"],
    ["kode_desa", "52.71.01.1001"],
    ["kode_desa", "0000000000"],
    ["kode_desa", "9".repeat(5000)],
    ["subdomain", "www"],
    ["subdomain", "a b"],
    ["nama", "A"],
    ["nama", "x".repeat(121)],
    ["jabatan", "kepala-dusun"],
    ["jabatan", "bupati"],
    ["telepon", "bukan nomor"],
    ["telepon", "1".repeat(5000)],
    ["kata_sandi", "pendek"],
    ["kata_sandi", "x".repeat(201)],
    ["kunci_idempoten", "ada spasi di sini"],
  ])("refuses at %s %j with a sentence", (field, value) => {
    const parsed = StartSignupInput.safeParse({ ...form, [field]: value });
    expect(parsed.success).toBe(false);
    const issues = parsed.error?.issues ?? [];
    expect(issues.map((issue) => issue.path[0])).toContain(field);
    for (const issue of issues) expect(issue.message).toMatch(/^[A-Z].*\.$/);
  });

  it("tells every field's error at once", () => {
    const parsed = StartSignupInput.safeParse({});
    expect(parsed.error?.issues.map((issue) => issue.path[0])).toEqual([
      "kode_desa",
      "subdomain",
      "nama",
      "jabatan",
      "telepon",
      "kata_sandi",
    ]);
  });

  it("tells a weak password together with what else is wrong, held against what was typed", () => {
    const typed = new FormData();
    for (const [name, value] of Object.entries({
      ...form,
      telepon: "bukan nomor",
      kata_sandi: "Lalu Ahmad 12",
    }))
      typed.set(name, value);
    const parsed = startSignupInput(typedNames(typed)).safeParse(Object.fromEntries(typed));
    expect(parsed.error?.issues.map((issue) => issue.path[0])).toEqual(["telepon", "kata_sandi"]);
    expect(StartSignupInput.safeParse({ ...form, kata_sandi: "rahasia123" }).success).toBe(false);
  });

  it("does not tell somebody with ten digits that there must be ten", () => {
    const say = (kode_desa: string) =>
      StartSignupInput.safeParse({ ...form, kode_desa }).error?.issues[0]?.message ?? "";
    expect(say("99.99.99.9999")).toContain("angka ketujuh");
    expect(say("52.01.14")).toContain("sepuluh angka");
    expect(whyNoCode("5271011001")).toContain("kelurahan");
    expect(whyNoCode("52.01.14.2999")).toContain("tidak ada dalam daftar resmi");
    expect(whyNoCode("Senggigi")).toBeNull();
  });

  it("tells the whole of an error of a kelurahan", () => {
    const parsed = StartSignupInput.safeParse({ ...form, kode_desa: "52.71.01.1001" });
    expect(parsed.error?.issues[0]?.message).toContain("kelurahan");
  });
});
