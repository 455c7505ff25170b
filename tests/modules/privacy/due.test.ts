import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { dismissAccount } from "#app/modules/accounts/dismiss-account.server.ts";
import { acceptTerms } from "#app/modules/privacy/accept-terms.server.ts";
import { answerRequest } from "#app/modules/privacy/answer-request.server.ts";
import { tellOfBreach } from "#app/modules/privacy/change-breach.server.ts";
import { createPrivacyDue } from "#app/modules/privacy/due.ts";
import { openBreach } from "#app/modules/privacy/open-breach.server.ts";
import { openRequest } from "#app/modules/privacy/open-request.server.ts";
import { privacyQueue } from "#app/modules/privacy/queue.server.ts";
import { hashTerms, TERMS_VERSIONS, type TermsVersion } from "#app/platform/privacy/processor-terms.ts";
import { readTogether } from "#app/platform/read-together.ts";
import { personData, personKinds } from "#app/registry.server.ts";
import { seedAccount } from "#app/seed/seed-account.ts";
import { accounts, auditLog } from "#db/village/schema/accounts.ts";
import { inboxItems } from "#db/village/schema/jobs.ts";
import { restoreEpochs } from "#db/village/schema/privacy.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";

const REGISTER = { kinds: personKinds, data: personData };
const NEXT: TermsVersion = { version: "2027-01", since: "2027-01-01", sections: [] };
const privacyDue = createPrivacyDue(personData, [...TERMS_VERSIONS, NEXT]);
const PRESENT = TERMS_VERSIONS[0] as TermsVersion;
let village: TestVillage;
let head: OfficeCtx;
beforeEach(async () => {
  village = await createTestVillage();
  head = await village.ctxAs("kepala-desa");
});

const accept = async () =>
  acceptTerms(head, { versi: PRESENT.version, sidik: await hashTerms(PRESENT), setuju: "on" });
const ask = () =>
  openRequest(
    head,
    {
      orang: `account:${head.actor.accountId}`,
      jenis: "access",
      dikenali: "Dikenal sendiri",
      tanggal: "2026-11-24",
      jam: "10:00",
      isi: null,
    },
    REGISTER,
  );
const breach = () =>
  openBreach(head, { tanggal: "2026-11-24", jam: "10:00", kejadian: "Ponsel kantor hilang di pasar." });
/** Runs the handler at so many hours after the stage's start. */
const runAt = (hours: number) => {
  village.setNow(new Date(Date.parse("2026-11-24T02:00:00.000Z") + hours * 3_600_000).toISOString());
  return privacyDue.run(village.anonymous());
};
const titles = async () => (await village.db.select().from(inboxItems)).map(({ title }) => title);
const desk = async (ctx: OfficeCtx) => (await readTogether(ctx.db, { items: privacyQueue.read(ctx) })).items;

describe("deadlines for personal data", () => {
  it("are told in the last day and once they have passed, each once, and looked at when they change", async () => {
    await accept();
    const { id } = await ask();
    const night = (await runAt(0)).nextDueAt;
    expect(night && night.getTime() - village.now().getTime()).toBeLessThan(24 * 3_600_000);
    expect(await titles()).toEqual([]);
    expect((await runAt(47)).nextDueAt?.toISOString()).toBe("2026-11-26T02:00:00.000Z");
    await runAt(48);
    expect((await runAt(49)).nextDueAt).toEqual(expect.any(Date));
    const name = head.actor.name;
    expect(await titles()).toEqual([`Permintaan data ${name} harus dijawab`]);
    await runAt(72);
    await runAt(80);
    expect(await titles()).toEqual([
      `Permintaan data ${name} harus dijawab`,
      `Jawaban atas permintaan data ${name} terlambat`,
    ]);
    await answerRequest(
      await village.ctxAs("kepala-desa"),
      id,
      { putusan: "penuhi", jawaban: "Sudah diserahkan.", versi: 1 },
      REGISTER,
    );
    expect((await village.db.select().from(inboxItems)).every(({ readAt }) => readAt !== null)).toBe(true);
  });

  it("of a breach stop once everybody has been told", async () => {
    await accept();
    const { id } = await breach();
    await runAt(50);
    expect(await titles()).toEqual(["Kegagalan pelindungan data harus diberitahukan"]);
    const ctx = await village.ctxAs("kepala-desa");
    const note = { langkah: "pemberitahuan" as const, tanggal: "2026-11-25", jam: "09:00" };
    await tellOfBreach(ctx, id, { ...note, kepada: "subjek", versi: 1 });
    await tellOfBreach(ctx, id, { ...note, kepada: "lembaga", versi: 2 });
    await runAt(90);
    expect(await titles()).toHaveLength(1);
    expect(await desk(await village.ctxAs("kepala-desa"))).toEqual([]);
  });

  it("stand on the desk of who leads the village, late ones as such, and on nobody else's", async () => {
    await accept();
    await ask();
    await breach();
    village.setNow("2026-11-27T05:00:00.000Z");
    const late = await desk(await village.ctxAs("sekretaris-desa"));
    expect(late.map(({ title, meta, isLate }) => [title, meta, isLate])).toEqual([
      ["Beri tahu kegagalan pelindungan data", "Terlambat 3 jam", true],
      [`Jawab permintaan data ${head.actor.name}`, "Terlambat 3 jam", true],
    ]);
    for (const position of ["kasi-pemerintahan", "kepala-dusun"])
      expect(await desk(await village.ctxAs(position))).toEqual([]);
  });
});

describe("terms that wait", () => {
  it("stand on the desk of the Kepala Desa until he accepts, and a new version is told once besides", async () => {
    await runAt(0);
    expect(await titles()).toEqual([]);
    expect((await desk(head)).map(({ href }) => href)).toEqual(["/kantor/data-pribadi/perjanjian"]);
    expect(await desk(await village.ctxAs("sekretaris-desa"))).toEqual([]);
    await accept();
    expect(await desk(head)).toEqual([]);
    await runAt(40 * 24);
    await runAt(41 * 24);
    const messages = await village.db.select().from(inboxItems);
    expect(messages.map(({ title, body }) => [title, body])).toEqual([
      ["Setujui perjanjian pemrosesan data", "Ada versi baru. Versi lama berlaku sampai 31 Januari 2027."],
    ]);
  });

  it("stand on the desk of whoever signed the village up while there is no Kepala Desa", async () => {
    const other = await createTestVillage();
    const admin = await other.ctxAs("kasi-pemerintahan", { isAdmin: true });
    expect((await desk(admin)).map(({ key }) => key)).toEqual(["privacy.terms"]);
    await other.ctxAs("kepala-desa");
    expect(await desk(admin)).toEqual([]);
  });
});

describe("after a restore", () => {
  it("a deletion that it undid is carried out once more, and only then", async () => {
    const { accountId } = await seedAccount(village.anonymous(), {
      name: "Bahar",
      phone: "6281234567890",
      positions: [],
    });
    const account = async () =>
      (await village.db.select().from(accounts).where(eq(accounts.id, accountId)))[0];
    await dismissAccount(head, accountId);
    const before = await account();
    const asked = { dikenali: "Menunjukkan KTP", tanggal: "2026-11-24", jam: "10:00", isi: null };
    const { id } = await openRequest(
      head,
      { ...asked, orang: `account:${accountId}`, jenis: "deletion" },
      REGISTER,
    );
    await answerRequest(head, id, { putusan: "penuhi", jawaban: "Sudah dihapus.", versi: 1 }, REGISTER);
    await village.db
      .update(accounts)
      .set(before ?? {})
      .where(eq(accounts.id, accountId));
    const restored = { epoch: 2, at: "2026-11-25T00:00:00.000Z" };
    await village.db.insert(restoreEpochs).values({ ...restored, restoredTo: "2026-11-24T03:00:00.000Z" });
    await runAt(1);
    expect((await account())?.phoneSealed).toEqual(expect.any(String));
    await village.db.update(restoreEpochs).set({ restoredTo: "2026-11-24T01:00:00.000Z" });
    await runAt(2);
    expect((await account())?.phoneSealed).toBeNull();
    await runAt(3);
    const removals = await village.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.action, "person-request.remove"));
    expect(removals.map(({ actorName }) => actorName)).toEqual([head.actor.name, "Balai"]);
  });
});
