import { parseWithZod } from "@conform-to/zod/v4";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { fileField, uploadField } from "#app/platform/files/file-field.ts";
import { keepUpload } from "#app/platform/files/keep-upload.ts";
import { OVERSIZED_FILE_TYPE } from "#app/platform/http/read-form.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";
import { fileOf, pdf, png } from "./uploads.ts";

const Input = z.object({
  judul: z.string({ error: "Isi judulnya." }),
  berkas: uploadField({ required: true, missing: "Pilih fotonya." }),
});
const rules = { purpose: "evidence", accept: ["image"] as const };

const oversized = () => new File(["-"], "berkas", { type: OVERSIZED_FILE_TYPE });

/** What the hidden fields of the page that came back hold. */
function keptOf({ initialValue }: { initialValue?: Record<string, unknown> | null }) {
  return { berkas_id: String(initialValue?.berkas_id), berkas_nama: String(initialValue?.berkas_nama) };
}

describe("keepUpload and uploadField", () => {
  let village: TestVillage;
  beforeAll(async () => {
    village = await createTestVillage();
  });

  async function submit(values: Record<string, string | File>) {
    const ctx = await village.ctxAs("kasi-pemerintahan");
    const form = new FormData();
    for (const [name, value] of Object.entries(values)) form.set(name, value);
    await keepUpload(ctx, form, rules);
    return parseWithZod(form, { schema: Input });
  }

  it("keeps a good file over a form with another error, so that it need not be sent again", async () => {
    const first = (await submit({ judul: "", berkas: png() })).reply();
    expect(first.error).toEqual({ judul: ["Isi judulnya."] });
    const kept = keptOf(first);
    expect(kept.berkas_nama).toBe("lambang.png");
    const second = await submit({ judul: "Jalan", ...kept });
    expect(second).toMatchObject({ status: "success", value: { judul: "Jalan", berkas: kept.berkas_id } });
  });

  it("takes a new file over the kept one", async () => {
    const first = (await submit({ judul: "", berkas: png() })).reply();
    const kept = keptOf(first);
    const second = await submit({ judul: "Jalan", berkas: png(), ...kept });
    expect(second.status === "success" && second.value.berkas).not.toBe(kept.berkas_id);
  });

  it("says at the field what is wrong with a file, also where an earlier one is kept", async () => {
    const answer = async (berkas: File) => (await submit({ judul: "Jalan", berkas })).reply().error?.berkas;
    expect(await answer(oversized())).toEqual([expect.stringContaining("10 MB")]);
    expect(await answer(pdf())).toEqual([expect.stringContaining("tidak diterima")]);
    const withKept = await submit({ judul: "Jalan", berkas: pdf(), berkas_id: crypto.randomUUID() });
    expect(withKept.status).toBe("error");
  });

  it("says at the field that the store does not answer, and keeps a form whose database fails whole", async () => {
    const ctx = await village.ctxAs("kasi-pemerintahan");
    const put = () => Promise.reject(new Error("store is down"));
    const form = new FormData();
    form.set("judul", "Jalan");
    form.set("berkas", png());
    await keepUpload({ ...ctx, files: { ...ctx.files, put } }, form, rules);
    expect(parseWithZod(form, { schema: Input }).reply().error?.berkas).toEqual([
      expect.stringContaining("Penyimpanan berkas belum menjawab"),
    ]);
    form.set("berkas", png());
    const transaction = () => Promise.reject(new Error("database is down"));
    const broken = { ...ctx, db: { ...ctx.db, transaction } as unknown as typeof ctx.db };
    await expect(keepUpload(broken, form, rules)).rejects.toThrow("database is down");
    expect(form.get("berkas")).toBeInstanceOf(File);
  });

  it("asks for a required file, and takes neither text nor a made-up id for one", async () => {
    const answer = async (values: Record<string, string>) =>
      (await submit({ judul: "Jalan", ...values })).reply().error?.berkas;
    expect(await answer({})).toEqual(["Pilih fotonya."]);
    expect(await answer({ berkas_id: "" })).toEqual(["Pilih fotonya."]);
    expect(await answer({ berkas: "halo" })).toEqual(["Pilih fotonya."]);
    expect(await answer({ berkas_id: "' OR 1=1" })).toEqual([expect.stringContaining("tidak terbaca")]);
  });
});

describe("fileField", () => {
  const parse = (value: unknown, required = false) =>
    z.object({ berkas: fileField({ required }) }).safeParse(value === undefined ? {} : { berkas: value });
  const sentence = (value: unknown, required = false) => parse(value, required).error?.issues[0]?.message;

  it("gives the file, or null where none was chosen", () => {
    const file = fileOf("a,b", "a.csv");
    expect(parse(file).data?.berkas).toBe(file);
    expect(parse(undefined).data?.berkas).toBeNull();
    expect(parse("").data?.berkas).toBeNull();
    expect(parse(fileOf("")).data?.berkas).toBeNull();
  });

  it("says what to do where it is missing, too large or no file", () => {
    expect(sentence(undefined, true)).toBe("Pilih berkasnya.");
    expect(sentence(fileOf(""), true)).toBe("Pilih berkasnya.");
    expect(sentence(oversized())).toContain("10 MB");
    expect(sentence("teks")).toContain("tidak terbaca");
    expect(sentence(["a", "b"])).toContain("tidak terbaca");
  });
});
