import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { PUBLIC_FILE } from "#app/modules/information/answer-file.ts";
import { loadDocument } from "#app/modules/information/documents.server.ts";
import { DocumentInput, SaveDocumentInput } from "#app/modules/information/input.ts";
import { addDocument, saveDocument } from "#app/modules/information/keep-document.server.ts";
import { loadPublicInformation } from "#app/modules/information/public-information.server.ts";
import { ConflictError, ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { storeUpload } from "#app/platform/files/store-upload.ts";
import { files, moduleSwitches } from "#db/village/schema/village.ts";
import { pdf } from "#tests/platform/files/uploads.ts";
import type { TestVillage } from "#tests/support/test-village.ts";
import { createVillage } from "../village/support.ts";

let village: TestVillage;
let clerk: OfficeCtx;

beforeAll(async () => {
  village = await createVillage();
  clerk = await village.ctxAs("kaur-umum");
});

const REPORT = { kelas: "berkala", judul: "Laporan realisasi APBDes", tahun: "2025", umumkan: "on" };
const WITHHELD = {
  kelas: "dikecualikan",
  judul: "Data penerima bantuan",
  dasar: "17-h",
  ditutup_sampai: "2036-12-31",
  umumkan: "on",
};
const shown = async () =>
  (await loadPublicInformation(village.anonymous())).classes.flatMap(({ documents }) => documents);
const named = async (title: string) => (await shown()).find((document) => document.title === title);
const isPublic = async (id: string) =>
  (await village.db.select({ isPublic: files.isPublic }).from(files).where(eq(files.id, id)))[0]?.isPublic;

describe("the list of public information", () => {
  it("shows a document with its file only while it is made known", async () => {
    const { id: berkas } = await storeUpload(clerk, pdf(), PUBLIC_FILE);
    const { id } = await addDocument(clerk, DocumentInput.parse({ ...REPORT, umumkan: undefined, berkas }));
    expect([await named(REPORT.judul), await isPublic(berkas)]).toEqual([undefined, false]);
    await saveDocument(clerk, id, SaveDocumentInput.parse({ ...REPORT, versi: 1 }));
    expect(await isPublic(berkas)).toBe(true);
    expect((await named(REPORT.judul))?.file?.href).toContain("http");
    await saveDocument(clerk, id, SaveDocumentInput.parse({ ...REPORT, umumkan: undefined, versi: 2 }));
    expect([await named(REPORT.judul), await isPublic(berkas)]).toEqual([undefined, false]);
  });

  it("names what is withheld with its ground and its end, and never gives its file", async () => {
    const { id: berkas } = await storeUpload(clerk, pdf(), PUBLIC_FILE);
    const withFile = DocumentInput.parse({ ...WITHHELD, berkas });
    await expect(addDocument(clerk, withFile)).rejects.toMatchObject({ field: "berkas" });
    const { id } = await addDocument(
      clerk,
      DocumentInput.parse({ ...REPORT, judul: WITHHELD.judul, berkas }),
    );
    expect(await isPublic(berkas)).toBe(true);
    await saveDocument(clerk, id, SaveDocumentInput.parse({ ...WITHHELD, versi: 1 }));
    expect(await isPublic(berkas)).toBe(false);
    expect(await named(WITHHELD.judul)).toMatchObject({
      ground: expect.stringContaining("Pasal 17 huruf h"),
      withheldUntil: "2036-12-31",
      file: null,
    });
  });

  it("is kept by whoever handles it, in one village, and by the latest version", async () => {
    const { id } = await addDocument(clerk, DocumentInput.parse(REPORT));
    const money = await village.ctxAs("kaur-keuangan");
    await expect(addDocument(money, DocumentInput.parse(REPORT))).rejects.toThrow(ForbiddenError);
    const input = SaveDocumentInput.parse({ ...REPORT, versi: 9 });
    await expect(saveDocument(clerk, id, input)).rejects.toThrow(ConflictError);
    const theirs = await (await createVillage()).ctxAs("kaur-umum");
    await expect(loadDocument(theirs, id)).rejects.toThrow(NotFoundError);
    await expect(saveDocument(theirs, id, input)).rejects.toThrow(NotFoundError);
  });

  it("is not there where the village has switched it off", async () => {
    const other = await createVillage();
    const off = { module: "information", isOn: false, changedBy: "-", changedAt: "2026-11-24T00:00:00.000Z" };
    await other.db.insert(moduleSwitches).values(off);
    await expect(loadPublicInformation(other.anonymous())).rejects.toThrow(NotFoundError);
  });
});
