import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { dismissAccount } from "#app/modules/accounts/dismiss-account.server.ts";
import { givePosition } from "#app/modules/accounts/give-position.server.ts";
import { handOverAccount } from "#app/modules/accounts/hand-over-account.server.ts";
import { invitePerson } from "#app/modules/accounts/invite-person.server.ts";
import { resetPassword } from "#app/modules/accounts/reset-password.server.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import { accounts, auditLog, invitations, passwordResets } from "#db/village/schema/accounts.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";

let village: TestVillage;
let head: OfficeCtx;
let clerk: string;
beforeEach(async () => {
  village = await createTestVillage();
  head = await village.ctxAs("kepala-desa");
  clerk = (await village.ctxAs("kaur-umum")).actor.accountId;
});

/** Everything by which an office could be passed on to an account that may sign. */
const ways = (ctx: OfficeCtx) => ({
  give: () =>
    givePosition(ctx, clerk, {
      jabatan: "operator",
      status: "plt",
      mulai: "2026-11-24",
      keputusan: undefined,
      wilayah: undefined,
    }),
  invite: () =>
    invitePerson(ctx, {
      nama: "Bahar",
      jabatan: "operator",
      status: "plt",
      mulai: "2026-11-24",
      telepon: undefined,
      wilayah: undefined,
    }),
  resetPassword: () => resetPassword(ctx, clerk),
  handOver: () =>
    handOverAccount(ctx, clerk, { kepada: head.actor.accountId, catatan: "Lemari dua.", akun: "tetap" }),
  dismiss: () => dismissAccount(ctx, clerk),
});

it("a recovered Kepala Desa changes nobody's office and lets nobody in until his hour, and then may", async () => {
  const blocked = { ...head, actor: { ...head.actor, signingBlockedUntil: "2026-11-25T02:00:00.000Z" } };
  for (const [name, way] of Object.entries(ways(blocked)))
    await expect(way(), name).rejects.toThrow(ForbiddenError);
  await expect(ways(blocked).give()).rejects.toThrow("baru saja dipulihkan");
  const counts = [auditLog, invitations, passwordResets].map((table) => village.db.$count(table));
  expect(await Promise.all(counts)).toEqual([0, 0, 0]);
  const after = { ...blocked, now: new Date("2026-11-25T02:00:00.000Z") };
  await ways(after).give();
  await ways(after).dismiss();
  const [row] = await village.db.select().from(accounts).where(eq(accounts.id, clerk));
  expect(row?.state).toBe("dismissed");
});
