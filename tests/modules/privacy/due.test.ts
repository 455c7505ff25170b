import { beforeEach, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { acceptTerms } from "#app/modules/privacy/accept-terms.server.ts";
import { answerRequest } from "#app/modules/privacy/answer-request.server.ts";
import { tellOfBreach } from "#app/modules/privacy/change-breach.server.ts";
import { privacyDue } from "#app/modules/privacy/due.ts";
import { openBreach } from "#app/modules/privacy/open-breach.server.ts";
import { openRequest } from "#app/modules/privacy/open-request.server.ts";
import { privacyQueue } from "#app/modules/privacy/queue.server.ts";
import { hashTerms, TERMS_VERSIONS, type TermsVersion } from "#app/platform/privacy/processor-terms.ts";
import { readTogether } from "#app/platform/read-together.ts";
import { personData, personKinds } from "#app/registry.server.ts";
import { inboxItems } from "#db/village/schema/jobs.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";

const REGISTER = { kinds: personKinds, data: personData };
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
  it("are asked of the Kepala Desa once, and stand on his desk until he accepts", async () => {
    await runAt(0);
    await runAt(24);
    expect(await titles()).toEqual(["Setujui perjanjian pemrosesan data"]);
    expect((await desk(head)).map(({ href }) => href)).toEqual(["/kantor/data-pribadi/perjanjian"]);
    expect(await desk(await village.ctxAs("sekretaris-desa"))).toEqual([]);
    await accept();
    expect(await desk(head)).toEqual([]);
    expect((await village.db.select().from(inboxItems)).every(({ readAt }) => readAt !== null)).toBe(true);
  });

  it("are asked of whoever signed the village up while there is no Kepala Desa", async () => {
    const other = await createTestVillage();
    const admin = await other.ctxAs("kasi-pemerintahan", { isAdmin: true });
    await privacyDue.run(other.anonymous());
    const messages = await other.db.select().from(inboxItems);
    expect(messages.map(({ accountId }) => accountId)).toEqual([admin.actor.accountId]);
    expect((await desk(admin)).map(({ key }) => key)).toEqual(["privacy.terms"]);
  });
});
