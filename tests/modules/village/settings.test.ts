import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { EMBLEM_UPLOAD } from "#app/modules/village/emblem-rules.ts";
import {
  SaveIdentityInput,
  SaveLetterheadInput,
  SaveLocalTermsInput,
  SavePaperInput,
} from "#app/modules/village/input.ts";
import { saveIdentity } from "#app/modules/village/save-identity.server.ts";
import { saveLetterhead } from "#app/modules/village/save-letterhead.server.ts";
import { saveLocalTerms } from "#app/modules/village/save-local-terms.server.ts";
import { savePaper } from "#app/modules/village/save-paper.server.ts";
import { ConflictError, ForbiddenError } from "#app/platform/errors.ts";
import { storeUpload } from "#app/platform/files/store-upload.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { auditLog } from "#db/village/schema/accounts.ts";
import { checklistMarks, files } from "#db/village/schema/village.ts";
import { png } from "#tests/platform/files/uploads.ts";
import type { TestVillage } from "#tests/support/test-village.ts";
import { createVillage, profileOf, withKey } from "./support.ts";

describe("settings of the village's profile", () => {
  let village: TestVillage;
  let kasi: OfficeCtx;

  beforeEach(async () => {
    village = await createVillage();
    kasi = await village.ctxAs("kasi-pemerintahan");
  });

  const version = async () => (await profileOf(village)).updatedAt;
  const identity = async (values: Record<string, string> = {}) =>
    SaveIdentityInput.parse({ versi: await version(), alamat: "Jalan Raya 1", ...values });
  const uploadEmblem = (ctx: OfficeCtx) => storeUpload(ctx, png(), EMBLEM_UPLOAD);

  describe("saveIdentity", () => {
    it("saves what was typed, empties what was emptied, and names the changed fields in the log", async () => {
      await saveIdentity(kasi, await identity({ kode_pos: "83351", jam_pelayanan: "Senin\r\nSelasa" }));
      expect(await profileOf(village)).toMatchObject({
        address: "Jalan Raya 1",
        postalCode: "83351",
        officeHours: "Senin\nSelasa",
        phone: null,
      });
      await saveIdentity(kasi, await identity());
      expect((await profileOf(village)).postalCode).toBeNull();
      const [first] = await village.db.select().from(auditLog);
      expect(first).toMatchObject({
        action: "village.save-identity",
        details: {
          fields: ["address", "postalCode", "officeHours"],
          postalCode: "83351",
          before: { address: null, postalCode: null, officeHours: null },
        },
      });
    });

    it("ties a new emblem to the village and lets go of the old one", async () => {
      const [first, second] = [await uploadEmblem(kasi), await uploadEmblem(kasi)];
      await saveIdentity(kasi, await identity({ berkas: first.id }));
      await saveIdentity(kasi, await identity({ berkas: second.id }));
      await saveIdentity(kasi, await identity());
      expect((await profileOf(village)).emblemFileId).toBe(second.id);
      const rows = await village.db.select().from(files);
      expect(rows.find(({ id }) => id === first.id)?.attachedAt).toBeNull();
      expect(rows.find(({ id }) => id === second.id)?.attachedAt).not.toBeNull();
    });

    it("refuses somebody else's upload and changes nothing then", async () => {
      const emblem = await uploadEmblem(await village.ctxAs("kaur-umum"));
      const before = await profileOf(village);
      const attempt = saveIdentity(kasi, await identity({ berkas: emblem.id, alamat: "Lain" }));
      await expect(attempt).rejects.toMatchObject({ field: "berkas" });
      expect(await profileOf(village)).toEqual(before);
    });

    it("saves once for two taps, also with an emblem", async () => {
      const emblem = await uploadEmblem(kasi);
      const input = await identity({ berkas: emblem.id });
      const tap = () => saveIdentity(withKey(kasi, "kunci-identitas"), input);
      await Promise.all([tap(), tap()]);
      const saved = await village.db
        .select()
        .from(auditLog)
        .where(eq(auditLog.action, "village.save-identity"));
      expect(saved).toHaveLength(1);
    });

    it("refuses the slower of two people, also where the clock stands still", async () => {
      const [mine, theirs] = [await identity({ alamat: "A" }), await identity({ alamat: "B" })];
      await saveIdentity(kasi, mine);
      await expect(saveIdentity(await village.ctxAs("kepala-desa"), theirs)).rejects.toThrow(ConflictError);
      expect((await profileOf(village)).address).toBe("A");
      await saveIdentity(kasi, await identity({ alamat: "C" }));
      await expect(saveIdentity(kasi, { ...mine, versi: "" })).rejects.toThrow(ConflictError);
    });

    it("refuses bad input with a sentence at its field", () => {
      const fieldsOf = (values: Record<string, string>) =>
        SaveIdentityInput.safeParse({ versi: "", ...values }).error?.issues.map((issue) => issue.path[0]);
      expect(fieldsOf({ kode_pos: "8335" })).toEqual(["kode_pos"]);
      expect(fieldsOf({ telepon: "telepon" })).toEqual(["telepon"]);
      expect(fieldsOf({ surel: "kantor" })).toEqual(["surel"]);
      expect(fieldsOf({ alamat: "x".repeat(201) })).toEqual(["alamat"]);
      expect(fieldsOf({ alamat: "a\u0000b" })).toEqual(["alamat"]);
      expect(fieldsOf({ tentang: "x".repeat(2001) })).toEqual(["tentang"]);
      expect(fieldsOf({ telepon: "(0370) 123 456", surel: "kantor@sesela.desa.id" })).toBeUndefined();
    });
  });

  it("refuses every change of the profile to positions without settings", async () => {
    const versi = await version();
    for (const position of ["kasi-kesejahteraan", "kaur-keuangan", "kepala-dusun", "ketua-bpd"]) {
      const ctx = await village.ctxAs(position);
      await expect(saveIdentity(ctx, await identity())).rejects.toThrow(ForbiddenError);
      await expect(saveLetterhead(ctx, { versi, baris: ["X"] })).rejects.toThrow(ForbiddenError);
      await expect(savePaper(ctx, { versi, kertas: "A4", sesuai: true })).rejects.toThrow(ForbiddenError);
      const terms = {
        versi,
        zona: "WIB",
        sebutan_desa: "Desa",
        sebutan_kepala: "Kepala",
        sebutan_dusun: "Dusun",
      };
      await expect(saveLocalTerms(ctx, SaveLocalTermsInput.parse(terms))).rejects.toThrow(ForbiddenError);
    }
    expect(await village.db.select().from(checklistMarks)).toEqual([]);
  });

  describe("saveLetterhead", () => {
    const lines = (baris: string) => SaveLetterheadInput.parse({ versi: "", baris }).baris;

    it("stores own lines, but not the usual ones, and settles the step", async () => {
      await saveLetterhead(kasi, { versi: await version(), baris: ["PEMERINTAH DESA SESELA"] });
      expect((await profileOf(village)).letterheadLines).toEqual(["PEMERINTAH DESA SESELA"]);
      const usual = lines(
        "PEMERINTAH KABUPATEN LOMBOK BARAT\r\nKECAMATAN GUNUNGSARI\n PEMERINTAH  DESA SESELA \n\n",
      );
      await saveLetterhead(kasi, { versi: await version(), baris: usual });
      expect((await profileOf(village)).letterheadLines).toBeNull();
      expect(await village.db.select().from(checklistMarks)).toMatchObject([{ item: "kop", mark: "done" }]);
    });

    it("refuses a stale form, no line, too many and too long ones", async () => {
      await expect(saveLetterhead(kasi, { versi: "kemarin", baris: ["X"] })).rejects.toThrow(ConflictError);
      const sentence = (baris?: string) => SaveLetterheadInput.safeParse({ baris }).error?.issues[0]?.message;
      expect(sentence()).toContain("satu baris");
      expect(sentence(" \n ")).toContain("satu baris");
      expect(sentence("a\n".repeat(6))).toContain("5 baris");
      expect(sentence("x".repeat(81))).toContain("80 huruf");
    });
  });

  it("saves the paper, and settles its step only once the ruler was right", async () => {
    await savePaper(kasi, SavePaperInput.parse({ versi: await version(), kertas: "A4" }));
    expect((await profileOf(village)).paper).toBe("A4");
    expect(await village.db.select().from(checklistMarks)).toEqual([]);
    await savePaper(kasi, SavePaperInput.parse({ versi: await version(), kertas: "F4", sesuai: "on" }));
    expect(await village.db.select().from(checklistMarks)).toMatchObject([{ item: "kertas", mark: "done" }]);
    expect(SavePaperInput.safeParse({ kertas: "A3" }).error?.issues[0]?.message).toBe("Pilih ukuran kertas.");
  });

  it("saves time zone and local names in the village and tells the directory", async () => {
    const { villageId, slug } = village.tenant;
    await kasi.directory.insert(villages).values({
      id: villageId,
      slug,
      name: "Sesela",
      regionCode: slug,
      state: "active",
      timeZone: "WITA",
      home: "utama",
      database: village.tenant.database,
      createdAt: "2026-11-24T00:00:00.000Z",
    });
    const terms = { sebutan_desa: "Nagari", sebutan_kepala: "Wali Nagari", sebutan_dusun: "Jorong" };
    await saveLocalTerms(kasi, SaveLocalTermsInput.parse({ versi: await version(), zona: "WIB", ...terms }));
    expect(await profileOf(village)).toMatchObject({ timeZone: "WIB", headTerm: "Wali Nagari" });
    const [row] = await kasi.directory.select().from(villages).where(eq(villages.id, villageId));
    expect(row?.timeZone).toBe("WIB");
    expect(SaveLocalTermsInput.safeParse({ ...terms, zona: "GMT" }).success).toBe(false);
  });
});
