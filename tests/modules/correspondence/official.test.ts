import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { listOfficial } from "#app/modules/correspondence/list-official.server.ts";
import { loadIncoming } from "#app/modules/correspondence/load-incoming.server.ts";
import { listOfficialKinds, loadOfficialForm } from "#app/modules/correspondence/load-official.server.ts";
import { voidIncoming } from "#app/modules/correspondence/void-incoming.server.ts";
import { writeOfficial } from "#app/modules/correspondence/write-official.server.ts";
import { officialInput } from "#app/modules/letters/ask-official.server.ts";
import { getKind } from "#app/modules/letters/kinds.server.ts";
import { ConflictError, ForbiddenError } from "#app/platform/errors.ts";
import { letters } from "#db/village/schema/letters.ts";
import { villageProfile } from "#db/village/schema/village.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";
import { register } from "./mail-stage.ts";

let village: TestVillage;
let clerk: OfficeCtx;

beforeAll(async () => {
  village = await createTestVillage();
  await village.db.insert(villageProfile).values({
    id: 1,
    name: "Sesela",
    regionCode: "52.01.09.2003",
    districtName: "Gunungsari",
    regencyName: "Kabupaten Lombok Barat",
    provinceName: "Nusa Tenggara Barat",
    timeZone: "WITA",
    updatedAt: "2026-01-01T00:00:00.000Z",
  });
  await village.ctxAs("kepala-desa");
  clerk = await village.ctxAs("kaur-umum");
});

const INVITATION = {
  kepada: "Ketua BPD",
  hal: "Musyawarah desa",
  sifat: "Biasa",
  hari: "Senin, 30 November 2026",
  pukul: "09.00 WITA",
  tempat: "Kantor desa",
  acara: "Pembahasan RKP Desa",
};

async function input(maksud: "cetak" | "simpan", fields: Record<string, string> = INVITATION) {
  return officialInput(await getKind(clerk, village.db, "undangan")).parse({ maksud, isian: fields });
}

describe("an official letter", () => {
  it("gets its number as it is printed, and waits for the pen", async () => {
    const { id, state } = await writeOfficial(clerk, "undangan", await input("cetak"), null);
    expect(state).toBe("waiting");
    const [row] = await village.db.select().from(letters).where(eq(letters.id, id));
    expect(row).toMatchObject({
      channel: "office",
      personName: "Ketua BPD",
      title: "Surat Undangan: Musyawarah desa",
      number: 1,
      residentId: null,
    });
    expect(row?.contentSealed).not.toContain("Musyawarah");
    const { rows } = await listOfficial(clerk, "ketua", null);
    expect(rows).toMatchObject([{ id, state: "waiting", answersNumber: null }]);
  });

  it("answers a letter that came in, and both lead to each other; a second answer is refused", async () => {
    const incoming = await register(clerk, { perihal: "Permintaan data", pengirim: "Camat Gunungsari" });
    const form = await loadOfficialForm(clerk, "permohonan", incoming.id);
    expect(form.defaults.isian).toMatchObject({
      kepada: "Camat Gunungsari",
      hal: "Jawaban: Permintaan data",
    });
    const { id } = await writeOfficial(clerk, "undangan", await input("simpan"), incoming.id);
    expect(await loadIncoming(clerk, incoming.id)).toMatchObject({ answer: { id }, may: { answer: false } });
    const row = (await listOfficial(clerk, "", null)).rows.find((each) => each.id === id);
    expect(row).toMatchObject({ answersNumber: `${incoming.number}/2026` });
    const again = input("simpan").then((each) => writeOfficial(clerk, "undangan", each, incoming.id));
    await expect(again).rejects.toBeInstanceOf(ConflictError);
    expect((await listOfficial(clerk, "", null)).rows).toHaveLength(2);
  });

  it("that is secret is listed without what it is about, and so is the answer to a secret one", async () => {
    const secret = await register(clerk, { perihal: "Pemeriksaan kasus", sifat: "rahasia" });
    const head = await village.ctxAs("kepala-desa");
    const { defaults } = await loadOfficialForm(head, "undangan", secret.id);
    expect(defaults.isian).toMatchObject({ sifat: "Rahasia", hal: "Jawaban: Pemeriksaan kasus" });
    const fields = { ...INVITATION, sifat: "Rahasia", hal: "Jawaban: Pemeriksaan kasus" };
    const { id } = await writeOfficial(clerk, "undangan", await input("simpan", fields), null);
    const [row] = await village.db.select().from(letters).where(eq(letters.id, id));
    expect(row?.title).toBe("Surat Undangan");
  });

  it("leaves nothing behind where what it answers is void or secret", async () => {
    const before = (await listOfficial(clerk, "", null)).rows.length;
    const voided = await register(clerk);
    await voidIncoming(clerk, voided.id, { versi: 1, alasan: "Salah" });
    const toVoid = writeOfficial(clerk, "undangan", await input("cetak"), voided.id);
    await expect(toVoid).rejects.toBeInstanceOf(ConflictError);
    const secret = await register(clerk, { sifat: "rahasia" });
    const toSecret = writeOfficial(clerk, "undangan", await input("cetak"), secret.id);
    await expect(toSecret).rejects.toBeInstanceOf(ForbiddenError);
    expect((await listOfficial(clerk, "", null)).rows).toHaveLength(before);
  });

  it("is of the kinds of the office alone, and written by who keeps the books", async () => {
    expect((await listOfficialKinds(clerk)).map(({ key }) => key)).toContain("undangan");
    expect((await listOfficialKinds(clerk)).map(({ key }) => key)).not.toContain("domisili");
    await expect(writeOfficial(clerk, "domisili", await input("simpan"), null)).rejects.toBeInstanceOf(
      ConflictError,
    );
    const kaur = await village.ctxAs("kaur-keuangan");
    await expect(writeOfficial(kaur, "undangan", await input("simpan"), null)).rejects.toBeInstanceOf(
      ForbiddenError,
    );
    const kind = await getKind(clerk, village.db, "undangan");
    const missing = officialInput(kind).safeParse({ maksud: "cetak", isian: { ...INVITATION, hari: "" } });
    expect(missing.error?.issues[0]?.path).toEqual(["isian", "hari"]);
  });
});
