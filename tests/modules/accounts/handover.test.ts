import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { getHandover, handOverAccount } from "#app/modules/accounts/hand-over-account.server.ts";
import { invitePerson } from "#app/modules/accounts/invite-person.server.ts";
import { HANDOVER_WORDS, PEOPLE_REFUSALS, PEOPLE_WORDS } from "#app/modules/accounts/words.ts";
import { ConflictError, FieldError, ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { newSession } from "#app/platform/sessions/sessions.ts";
import { accounts, auditLog, invitations, positionTerms, sessions } from "#db/village/schema/accounts.ts";
import { inboxItems } from "#db/village/schema/jobs.ts";
import { activities, activityPeople, activitySteps, activityUpdates } from "#db/village/schema/programme.ts";
import { passkeys } from "#db/village/schema/security.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";
import { type SeededActivity, seedRunningProgramme } from "../programme/progress/running-programme.ts";

let village: TestVillage;
let head: OfficeCtx;
let leaving: OfficeCtx;
let successor: OfficeCtx;
let led: SeededActivity;
let joined: SeededActivity;
let closed: SeededActivity;
beforeEach(async () => {
  village = await createTestVillage();
  head = await village.ctxAs("kepala-desa");
  leaving = await village.ctxAs("kasi-pemerintahan", { name: "Sulastri" });
  successor = await village.ctxAs("kaur-umum", { name: "Lalu Gde" });
  const own = leaving.actor.accountId;
  const running = await seedRunningProgramme(village, {
    year: 2026,
    activities: [
      { name: "Pelayanan surat", responsibleAccountId: own, people: [own] },
      { name: "Penataan arsip", responsibleAccountId: head.actor.accountId, people: [own] },
    ],
  });
  const old = await seedRunningProgramme(village, {
    year: 2024,
    state: "closed",
    activities: [{ name: "Arsip lama", responsibleAccountId: own, people: [own] }],
  });
  [led, joined, closed] = [...running.activities, ...old.activities] as [
    SeededActivity,
    SeededActivity,
    SeededActivity,
  ];
  await seedWork(own);
});

async function seedWork(own: string): Promise<void> {
  const step = { activityId: led.id, ownerId: own, position: 1 };
  const doneAt = "2026-03-01T00:00:00.000Z";
  await village.db.insert(activitySteps).values([
    { ...step, id: "terbuka", title: "Beli tinta" },
    { ...step, id: "selesai", title: "Cetak buku", doneAt },
  ]);
  await village.db.insert(activityUpdates).values({
    id: "laporan",
    activityId: led.id,
    quarter: 3,
    asOf: "2026-09-30",
    state: "draft",
    createdBy: own,
    createdAt: doneAt,
  });
}

const input = (more: object = {}) => ({
  kepada: successor.actor.accountId,
  catatan: "Buku ekspedisi ada di lemari dua.",
  akun: "berhenti" as const,
  ...more,
});
const now = (ctx: OfficeCtx) => ({ ...ctx, now: village.now() });
const handOver = (more = {}, ctx = head) => handOverAccount(now(ctx), leaving.actor.accountId, input(more));

async function responsibleFor({ id }: SeededActivity): Promise<string | null> {
  const [row] = await village.db.select().from(activities).where(eq(activities.id, id));
  return row?.responsibleAccountId ?? null;
}

describe("what an official who leaves has in hand", () => {
  it("is listed from every module, of open years alone, with what becomes of it", async () => {
    village.takeRoundTrips();
    const { items, successors, refusal } = await getHandover(head, leaving.actor.accountId);
    expect(village.takeRoundTrips()).toBe(1);
    expect(refusal).toBeNull();
    expect(items.map(({ title, meta }) => [title, meta])).toEqual([
      ["Pelayanan surat", "Penanggung jawab berpindah kepada penggantinya."],
      ["Penataan arsip", "Tempatnya dalam tim diisi penggantinya."],
      ["Beli tinta", "Langkah dalam Pelayanan surat; berpindah kepada penggantinya."],
      ["Laporan Pelayanan surat", "Belum dikirim; diselesaikan penanggung jawab kegiatannya."],
    ]);
    expect(successors.map(({ name }) => name)).not.toContain("Sulastri");
  });
});

describe("handing over", () => {
  it("moves everything at once, is on record, and closes the account", async () => {
    const from = leaving.actor.accountId;
    const to = successor.actor.accountId;
    const { row } = await newSession(from, "Chrome", village.now());
    await village.db.insert(sessions).values(row);
    const createdAt = village.now().toISOString();
    const key = { credentialId: "x", publicKey: "", counter: 0, transports: [], name: "Ponsel", createdAt };
    await village.db.insert(passkeys).values({ id: "kunci", accountId: from, ...key });

    expect(await handOver()).toMatchObject({ name: "Sulastri", successor: "Lalu Gde" });
    expect(await responsibleFor(led)).toBe(to);
    expect(await responsibleFor(joined)).toBe(head.actor.accountId);
    expect(await responsibleFor(closed)).toBe(from);
    const places = await village.db.select().from(activityPeople);
    const open = places.filter(({ activityId }) => activityId !== closed.id);
    expect(open.map(({ accountId }) => accountId)).toEqual([to, to]);
    const steps = await village.db.select().from(activitySteps);
    expect(Object.fromEntries(steps.map(({ id, ownerId }) => [id, ownerId]))).toEqual({
      terbuka: to,
      selesai: from,
    });

    const [account] = await village.db.select().from(accounts).where(eq(accounts.id, from));
    expect(account?.state).toBe("dismissed");
    const terms = await village.db.select().from(positionTerms).where(eq(positionTerms.accountId, from));
    expect(terms.every(({ endsOn }) => endsOn === "2026-11-24")).toBe(true);
    expect(await village.db.select().from(sessions)).toEqual([]);
    expect(await village.db.select().from(passkeys)).toEqual([]);
    const recorded = await village.db.select().from(auditLog);
    expect(recorded.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["activity.hand-over", "account.hand-over"]),
    );
    const told = await village.db.select().from(inboxItems).where(eq(inboxItems.accountId, to));
    expect(told).toMatchObject([{ title: HANDOVER_WORDS.noticeTitle("Sulastri"), body: input().catatan }]);
  });

  it("may leave the account without a post", async () => {
    await handOver({ akun: "tetap" });
    const [account] = await village.db
      .select()
      .from(accounts)
      .where(eq(accounts.id, leaving.actor.accountId));
    expect(account?.state).toBe("active");
    const { items } = await getHandover(head, leaving.actor.accountId);
    expect(items.map(({ key }) => key)).toEqual(["update:laporan"]);
  });

  it("is one however often the form is sent", async () => {
    const ctx = { ...head, submitKey: crypto.randomUUID() };
    const first = await handOverAccount(ctx, leaving.actor.accountId, input());
    expect(await handOverAccount(ctx, leaving.actor.accountId, input())).toEqual(first);
    await expect(handOver()).rejects.toThrow(new ConflictError(PEOPLE_WORDS.dismissed));
  });

  it("lets invitations go on in the name of who may invite, and ends them otherwise", async () => {
    const secretary = await village.ctxAs("sekretaris-desa", { name: "Sri" });
    const another = await village.ctxAs("sekretaris-desa", { name: "Baiq" });
    const invite = async (ctx: OfficeCtx) =>
      (
        await invitePerson(ctx, {
          nama: "Inaq",
          jabatan: "kepala-dusun",
          status: "definitif",
          mulai: "2026-11-24",
        })
      ).id;
    const kept = await invite(secretary);
    await handOverAccount(head, secretary.actor.accountId, input({ kepada: another.actor.accountId }));
    const ended = await invite(another);
    await handOverAccount(head, another.actor.accountId, input());
    const rows = await village.db.select().from(invitations);
    expect(rows.map(({ id, revokedAt }) => [id, revokedAt !== null])).toEqual(
      expect.arrayContaining([
        [kept, true],
        [ended, true],
      ]),
    );
    const handed = await village.db.select().from(auditLog).where(eq(auditLog.entityId, kept));
    expect(handed.map(({ action }) => action).toSorted()).toEqual([
      "invitation.hand-over",
      "invitation.make",
      "invitation.revoke",
    ]);
  });

  it("changes nothing at all where it is refused", async () => {
    await expect(handOver({ kepada: leaving.actor.accountId })).rejects.toThrow(
      new FieldError("kepada", HANDOVER_WORDS.samePerson),
    );
    await expect(handOver({ kepada: crypto.randomUUID() })).rejects.toBeInstanceOf(FieldError);
    await expect(handOver({}, successor)).rejects.toBeInstanceOf(ForbiddenError);
    await expect(handOverAccount(head, head.actor.accountId, input())).rejects.toThrow(
      new ForbiddenError(PEOPLE_REFUSALS["own-account"]),
    );
    const elsewhere = await createTestVillage();
    const stranger = await elsewhere.ctxAs("kepala-desa");
    await expect(handOver({}, { ...stranger, now: village.now() })).rejects.toBeInstanceOf(NotFoundError);
    expect(await responsibleFor(led)).toBe(leaving.actor.accountId);
  });

  it("does not take the last lasting manager away, and moves nothing then", async () => {
    const secretary = await village.ctxAs("sekretaris-desa", { name: "Sri" });
    const { accountId } = secretary.actor;
    await village.db
      .update(positionTerms)
      .set({ endsOn: "2026-12-01" })
      .where(eq(positionTerms.accountId, accountId));
    await expect(handOverAccount(secretary, head.actor.accountId, input())).rejects.toThrow(
      new ConflictError(PEOPLE_REFUSALS["last-manager"]),
    );
    expect(await responsibleFor(joined)).toBe(head.actor.accountId);
  });
});
