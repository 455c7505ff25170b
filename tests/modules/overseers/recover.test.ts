import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { OversightCtx, VillageCtx } from "#app/context.ts";
import { loadActor } from "#app/modules/accounts/load-actor.server.ts";
import { getOpenRecovery, recoverAccount } from "#app/modules/accounts/recover-account.server.ts";
import { FROM_ABOVE_WORDS } from "#app/modules/accounts/words.ts";
import {
  findRecoverable,
  getRecoveryVillage,
  recordRecoveryNotice,
  recoverHead,
} from "#app/modules/overseers/recover-head.server.ts";
import { approveUpdates } from "#app/modules/programme/approve-updates.server.ts";
import { ConflictError, ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { readSessionToken } from "#app/platform/sessions/sessions.ts";
import { type SeededVillage, seedVillage } from "#app/seed/seed-village.ts";
import { directoryAudit } from "#db/directory/schema/overseers.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { createHomes } from "#db/homes/homes.ts";
import { accounts, auditLog } from "#db/village/schema/accounts.ts";
import { inboxItems } from "#db/village/schema/jobs.ts";
import { accessLog, passkeys } from "#db/village/schema/security.ts";
import { createMemoryFileStore } from "#tests/support/memory-file-store.ts";
import { TEST_DEVICE } from "#tests/support/test-device.ts";
import { TEST_MASTER_KEYS } from "#tests/support/test-keys.ts";
import { createTestPortal, type TestPortal } from "#tests/support/test-portal.ts";
import { ctxAs } from "./oversight.ts";

let portal: TestPortal;
let operator: OversightCtx;
beforeAll(async () => {
  portal = await createTestPortal();
  operator = await ctxAs(portal);
});
afterAll(() => portal.stop());

let village: SeededVillage;
let headId: string;
let villageId: string;
beforeEach(async () => {
  const { now, config } = portal.ctx();
  const site = { home: portal.home, config, files: createMemoryFileStore(), signingKey: "", now };
  const mark = crypto.randomUUID().replace(/\D/g, "").padEnd(8, "0").slice(0, 8);
  village = await seedVillage(
    { ...site, masterKeys: TEST_MASTER_KEYS },
    {
      slug: `uji-${crypto.randomUUID().slice(0, 8)}`,
      name: "Senggigi",
      regionCode: `52.01.${mark}`,
      district: "Batulayar",
      regency: "Kabupaten Lombok Barat",
      province: "Nusa Tenggara Barat",
      timeZone: "WITA",
      accounts: [
        { name: "Haji Kades", positions: ["kepala-desa"], phone: "6281234567890" },
        { name: "Sri Sekdes", positions: ["sekretaris-desa"] },
        { name: "Lalu Kasi", positions: ["kasi-pemerintahan"], isAdmin: true },
      ],
    },
  );
  villageId = village.tenant.villageId;
  headId = village.people[0]?.accountId ?? "";
});

const input = { kata_sandi: "pohon kelapa tinggi", ulangi: "pohon kelapa tinggi" };
const recover = (token: string | null, ctx: VillageCtx = village.ctx) =>
  recoverAccount(ctx, { token: token ?? "", device: TEST_DEVICE }, input);

async function inside(token: string, ctx: VillageCtx = village.ctx) {
  const halves = readSessionToken(token);
  const frame = halves && (await loadActor(ctx, halves));
  if (!frame) throw new Error("not signed in");
  return { ...ctx, actor: frame.actor };
}

async function recordedAbove(): Promise<string[]> {
  const rows = await portal.directory
    .select()
    .from(directoryAudit)
    .where(eq(directoryAudit.villageId, villageId));
  return rows.map(({ action }) => action).toSorted();
}

describe("letting a Kepala Desa in again from above", () => {
  it("finds the Kepala Desa alone, and who signed up while there is none", async () => {
    expect(await findRecoverable(operator, villageId)).toEqual([
      { accountId: headId, name: "Haji Kades", isHead: true },
    ]);
    await village.ctx.db.update(accounts).set({ state: "dismissed" }).where(eq(accounts.id, headId));
    expect((await findRecoverable(operator, villageId)).map(({ name }) => name)).toEqual(["Lalu Kasi"]);
    const secretary = village.people[1]?.accountId ?? "";
    await expect(recoverHead(operator, villageId, secretary)).rejects.toThrow(
      FROM_ABOVE_WORDS.notRecoverable,
    );
  });

  it("gives a link that sets a new password once and takes the lost factors away", async () => {
    const { db, now } = village.ctx;
    const createdAt = now.toISOString();
    const lost = { credentialId: "x", publicKey: "", counter: 0, transports: [], name: "Ponsel", createdAt };
    await db.insert(passkeys).values({ id: "kunci", accountId: headId, ...lost });
    const made = await recoverHead(operator, villageId, headId);
    expect(made).toMatchObject({ name: "Haji Kades", phone: "6281234567890" });
    const signedIn = await recover(made.token);
    expect(signedIn.owesSecondFactor).toBe(false);
    expect((await inside(signedIn.token)).actor.name).toBe("Haji Kades");
    await expect(getOpenRecovery(db, made.token ?? "", now)).rejects.toBeInstanceOf(ConflictError);
    expect((await recover(made.token)).accountId).toBe(headId);
  });

  it("tells the account, and is on record above the village, in it, and among the looks at numbers", async () => {
    const { id } = await recoverHead(operator, villageId, headId);
    await recordRecoveryNotice(operator, villageId, id);
    expect(await recordedAbove()).toEqual(["village.recover-account", "village.recovery-notice"]);
    const { db } = village.ctx;
    const told = await db.select().from(inboxItems).where(eq(inboxItems.accountId, headId));
    expect(told.map(({ title }) => title)).toEqual([FROM_ABOVE_WORDS.noticeTitle]);
    const rows = await db.select().from(auditLog).where(eq(auditLog.entityId, headId));
    expect(rows.at(-1)).toMatchObject({
      action: "account.prepare-recovery",
      actorName: "Baiq Ratna (Operator Balai)",
    });
    const looks = await db.select().from(accessLog).where(eq(accessLog.subjectId, headId));
    expect(looks).toMatchObject([{ what: "accounts.phone", reason: FROM_ABOVE_WORDS.accessReason }]);
  });

  it("keeps the account from approving for a day from its use", async () => {
    const { token } = await recoverHead(operator, villageId, headId);
    const hours = (count: number) => ({
      ...village.ctx,
      now: new Date(village.ctx.now.getTime() + count * 3_600_000),
    });
    const session = await recover(token, hours(20));
    const approve = async (ctx: VillageCtx) =>
      approveUpdates(await inside(session.token, ctx), {
        laporan: [{ id: crypto.randomUUID(), version: 1 }],
      });
    await expect(approve(hours(20))).rejects.toThrow(/baru saja dipulihkan.*26 November 2026 pukul/);
    await expect(approve(hours(43))).rejects.toThrow(/baru saja dipulihkan/);
    await expect(approve(hours(45))).rejects.not.toBeInstanceOf(ForbiddenError);
  });

  it("makes one link however often the form is sent, and the newest alone counts", async () => {
    const ctx = { ...operator, submitKey: crypto.randomUUID() };
    const first = await recoverHead(ctx, villageId, headId);
    expect(await recoverHead(ctx, villageId, headId)).toMatchObject({ id: first.id, token: null });
    const second = await recoverHead(operator, villageId, headId);
    await expect(recover(first.token)).rejects.toThrow(FROM_ABOVE_WORDS.dead);
    const late = { ...village.ctx, now: new Date(village.ctx.now.getTime() + 25 * 3_600_000) };
    await expect(recover(second.token, late)).rejects.toThrow(FROM_ABOVE_WORDS.dead);
    await expect(recover("2".repeat(32))).rejects.toBeInstanceOf(NotFoundError);
  });

  it("goes on where the village did not answer the first time", async () => {
    const ctx = { ...operator, submitKey: crypto.randomUUID() };
    const nowhere = { ...ctx, homes: createHomes({ ...ctx.homes.main, url: "http://127.0.0.1:1/" }) };
    await expect(recoverHead(nowhere, villageId, headId)).rejects.toThrow();
    const made = await recoverHead(ctx, villageId, headId);
    expect(await recordedAbove()).toEqual(["village.recover-account"]);
    expect(made.token).toBeNull();
    expect((await recover((await recoverHead(operator, villageId, headId)).token)).accountId).toBe(headId);
  });

  it("is for operators, and admins of the own kabupaten", async () => {
    const lombok = { kind: "kabupaten", regencyCode: "52.01" } as const;
    const admin = await ctxAs(portal, { ...lombok, isAdmin: true });
    expect((await recoverHead(admin, villageId, headId)).token).toBeTruthy();
    const refused = [
      [await ctxAs(portal, lombok), ForbiddenError],
      [await ctxAs(portal, {}, { owes: true }), ForbiddenError],
      [await ctxAs(portal, { kind: "kabupaten", regencyCode: "52.71", isAdmin: true }), NotFoundError],
      [await ctxAs(portal, { kind: "kabupaten", regencyCode: "52.0", isAdmin: true }), NotFoundError],
    ] as const;
    for (const [ctx, error] of refused) {
      await expect(recoverHead(ctx, villageId, headId)).rejects.toBeInstanceOf(error);
      await expect(findRecoverable(ctx, villageId)).rejects.toBeInstanceOf(error);
      await expect(recordRecoveryNotice(ctx, villageId, "x")).rejects.toBeInstanceOf(error);
    }
  });

  it("waits while the village moves, and knows no village that is none", async () => {
    await portal.directory.update(villages).set({ movingTo: "lain" }).where(eq(villages.id, villageId));
    await expect(recoverHead(operator, villageId, headId)).rejects.toBeInstanceOf(ConflictError);
    await portal.directory
      .update(villages)
      .set({ movingTo: null, state: "erased" })
      .where(eq(villages.id, villageId));
    await expect(getRecoveryVillage(operator, villageId)).rejects.toBeInstanceOf(NotFoundError);
  });
});
