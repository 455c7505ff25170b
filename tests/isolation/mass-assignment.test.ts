import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { accounts, positionTerms } from "#db/village/schema/accounts.ts";
import { activities, activityUpdates } from "#db/village/schema/programme.ts";
import { TEST_PASSWORD, testApp } from "#tests/support/app.ts";
import { accountIdOf, type OfficeStage } from "#tests/support/office-stage.ts";
import { sharedStage } from "#tests/support/shared-stages.ts";

const app = testApp();
let stage: OfficeStage;

beforeAll(async () => {
  stage = await sharedStage(app);
}, 60_000);

/** Fields that no form has, in the spellings of columns, forms and objects. */
const SMUGGLED = {
  id: "00000000-0000-7000-8000-000000000000",
  is_admin: "1",
  isAdmin: "true",
  jabatan: "kepala-desa",
  posisi: "kepala-desa",
  state: "approved",
  status: "approved",
  keadaan: "disetujui",
  created_by: "00000000-0000-7000-8000-000000000000",
  createdBy: "00000000-0000-7000-8000-000000000000",
  decidedBy: "00000000-0000-7000-8000-000000000000",
  decidedAt: "2026-01-01T00:00:00.000Z",
  villageId: "00000000-0000-7000-8000-000000000000",
  password_hash: "x",
  passwordHash: "x",
};

describe("fields that a form does not have", () => {
  it("give whoever is invited no more than he was invited to", async () => {
    const head = await stage.as("kepala-desa");
    const made = await head.submit("/kantor/perangkat/undang", {
      nama: "Lalu Agus",
      telepon: "0812 9999 1234",
      jabatan: "kaur-umum",
      status: "definitif",
      mulai: "2026-11-24",
    });
    const page = await head.get(made.headers.location ?? "");
    const link = /(\/undangan\/[a-z2-9]{32})/.exec(page.text)?.[1] ?? "";
    const guest = app.createBrowserlessClient(stage.village.slug);
    const joined = await guest.submit(link, {
      nama: "Lalu Agus",
      nama_pengguna: "lalu-agus",
      telepon: "0812 9999 1234",
      kata_sandi: "pohon kelapa tinggi",
      ...SMUGGLED,
    });
    expect(joined.status).toBe(303);
    const { db } = stage.village.ctx;
    const [account] = await db.select().from(accounts).where(eq(accounts.name, "Lalu Agus"));
    expect(account).toMatchObject({ isAdmin: false, state: "active" });
    expect(account?.id).not.toBe(SMUGGLED.id);
    const held = await db
      .select({ position: positionTerms.position })
      .from(positionTerms)
      .where(eq(positionTerms.accountId, account?.id ?? ""));
    expect(held).toEqual([{ position: "kaur-umum" }]);
  });

  it("change nothing else of one's own account", async () => {
    const { db } = stage.village.ctx;
    const id = accountIdOf(stage.village, "kasi-pemerintahan");
    const [before] = await db.select().from(accounts).where(eq(accounts.id, id));
    const kasi = await stage.as("kasi-pemerintahan");
    const sent = await kasi.submit("/kantor/akun", {
      nama: "Lalu Wirya",
      nama_pengguna: "kasi-pemerintahan",
      telepon: "",
      surel: "",
      kata_sandi: TEST_PASSWORD,
      ...SMUGGLED,
    });
    expect(sent.status).toBe(303);
    const [after] = await db.select().from(accounts).where(eq(accounts.id, id));
    expect({ ...after, version: 0 }).toEqual({ ...before, name: "Lalu Wirya", version: 0 });
  });

  it("send no report past its approver, nor under another's name", async () => {
    const { db } = stage.village.ctx;
    const reports = () => db.select().from(activityUpdates);
    const before = new Set((await reports()).map(({ id }) => id));
    const kasi = await stage.as("kasi-pemerintahan");
    const path = `/kantor/program-kerja/kegiatan/${stage.ids.activity}/pembaruan/baru`;
    const sent = await kasi.submit(path, {
      triwulan: "4",
      "capaian[0].id": stage.ids.indicator,
      "capaian[0].nilai": "99",
      maksud: "kirim",
      ...SMUGGLED,
    });
    expect(sent.status).toBe(303);
    const made = (await reports()).filter(({ id }) => !before.has(id));
    expect(made.map(({ state, createdBy, decidedBy }) => ({ state, createdBy, decidedBy }))).toEqual([
      { state: "submitted", createdBy: accountIdOf(stage.village, "kasi-pemerintahan"), decidedBy: null },
    ]);
  });

  it("move no activity into another year or state", async () => {
    const { db } = stage.village.ctx;
    const [before] = await db.select().from(activities).where(eq(activities.id, stage.ids.plannedActivity));
    const kasi = await stage.as("kasi-pemerintahan");
    const page = await kasi.get(`/kantor/program-kerja/kegiatan/${stage.ids.plannedActivity}/rencana`);
    const sent = await kasi.submit(`/kantor/program-kerja/kegiatan/${stage.ids.plannedActivity}/rencana`, {
      nama: "Ronda malam",
      tujuan: "Aman.",
      tupoksi: "Ketertiban",
      bulan: "1",
      anggaran: "5000",
      programmeId: stage.ids.activity,
      programme_id: stage.ids.activity,
      droppedAt: "2026-01-01",
      ...SMUGGLED,
    });
    expect([page.status, sent.status]).toEqual([200, 303]);
    const [after] = await db.select().from(activities).where(eq(activities.id, stage.ids.plannedActivity));
    expect(after?.name).toBe("Ronda malam");
    expect(after?.programmeId).toBe(before?.programmeId);
    expect(after?.droppedAt).toBeNull();
  });

  it.each(["__proto__.isAdmin", "constructor.prototype.isAdmin", "__proto__[isAdmin]", "nama.__proto__.x"])(
    "named %s make the whole form unknown",
    async (name) => {
      const { db } = stage.village.ctx;
      const id = accountIdOf(stage.village, "kaur-keuangan");
      const [before] = await db.select().from(accounts).where(eq(accounts.id, id));
      const money = await stage.as("kaur-keuangan");
      const sent = await money.submit("/kantor/akun", {
        nama: "Baiq Ratna",
        nama_pengguna: "kaur-keuangan",
        telepon: "",
        surel: "",
        kata_sandi: TEST_PASSWORD,
        [name]: "1",
      });
      expect(sent.status).toBe(422);
      expect(await db.select().from(accounts).where(eq(accounts.id, id))).toEqual([before]);
    },
  );
});
