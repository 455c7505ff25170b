import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { acceptInvitation } from "#app/modules/accounts/accept-invitation.server.ts";
import { endPosition } from "#app/modules/accounts/end-position.server.ts";
import { givePosition } from "#app/modules/accounts/give-position.server.ts";
import { AcceptInvitationInput, InvitePersonInput } from "#app/modules/accounts/input.ts";
import { getOpenInvitation } from "#app/modules/accounts/invitation.server.ts";
import { invitePerson } from "#app/modules/accounts/invite-person.server.ts";
import { renewInvitation } from "#app/modules/accounts/renew-invitation.server.ts";
import { resetPassword } from "#app/modules/accounts/reset-password.server.ts";
import { setPassword } from "#app/modules/accounts/set-password.server.ts";
import { ConflictError, ForbiddenError } from "#app/platform/errors.ts";
import { accounts, invitations, passwordResets, positionTerms } from "#db/village/schema/accounts.ts";
import { inboxItems } from "#db/village/schema/jobs.ts";
import { TEST_DEVICE } from "#tests/support/test-device.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";
import { seedWithPassword } from "./person-with-password.ts";

vi.setConfig({ testTimeout: 30_000 });

const NEW = { kata_sandi: "pohon kelapa tinggi", ulangi: "pohon kelapa tinggi" };
let village: TestVillage;
beforeEach(async () => {
  village = await createTestVillage();
});

const link = (token: string) => ({ token, device: TEST_DEVICE });
const invitee = (more: Record<string, string> = {}) =>
  InvitePersonInput.parse({
    nama: "Baharuddin",
    jabatan: "kaur-umum",
    status: "definitif",
    mulai: "2026-11-24",
    ...more,
  });
const accept = (token: string, nama_pengguna = "baharuddin") =>
  acceptInvitation(
    village.anonymous(),
    link(token),
    AcceptInvitationInput.parse({ nama: "Baharuddin", nama_pengguna, kata_sandi: NEW.kata_sandi }),
  );

async function invite(ctx: OfficeCtx, more: Record<string, string> = {}) {
  const { id, token } = await invitePerson(ctx, invitee(more));
  return { id, token: token ?? "" };
}

async function reset(ctx: OfficeCtx, accountId: string): Promise<string> {
  return (await resetPassword(ctx, accountId)).token ?? "";
}

const make = (name: string, positions: string[]) =>
  seedWithPassword(village, {
    name,
    username: name.toLowerCase(),
    password: "jagung manis kuning",
    positions,
  });

/** Ends what somebody holds of a position. */
async function end(ctx: OfficeCtx, accountId: string, position: string, berakhir: string): Promise<void> {
  const terms = await village.db.select().from(positionTerms).where(eq(positionTerms.accountId, accountId));
  const term = terms.find((each) => each.position === position);
  if (!term) throw new Error("no term");
  await endPosition(ctx, { accountId, termId: term.id }, { berakhir, versi: term.version });
}

describe("links of somebody who has lost his power", () => {
  it("die when his position ends, and stay dead when he gets it back", async () => {
    const head = await village.ctxAs("kepala-desa");
    const secretary = await village.ctxAs(["kasi-pelayanan", "sekretaris-desa"], { name: "Plt" });
    const made = await make("Made", ["kaur-keuangan"]);
    const invited = await invite(secretary);
    const resetToken = await reset(secretary, made);
    await end(head, secretary.actor.accountId, "sekretaris-desa", "2026-11-24");
    await expect(accept(invited.token)).rejects.toThrow("dibatalkan");
    await expect(setPassword(village.anonymous(), link(resetToken), NEW)).rejects.toThrow(ConflictError);
    const again = { jabatan: "sekretaris-desa", status: "plt", mulai: "2026-11-24" } as const;
    await givePosition(head, secretary.actor.accountId, again);
    await expect(accept(invited.token)).rejects.toThrow("dibatalkan");
    expect((await village.db.select().from(passwordResets))[0]?.revokedAt).not.toBeNull();
  });

  it("do not work after a day that was set as his last", async () => {
    const head = await village.ctxAs("kepala-desa");
    const secretary = await village.ctxAs("sekretaris-desa");
    const made = await make("Made", ["kaur-keuangan"]);
    await end(head, secretary.actor.accountId, "sekretaris-desa", "2026-11-25");
    const { token } = await invite(secretary);
    const resetToken = await reset(secretary, made);
    await getOpenInvitation(village.anonymous(), village.db, token);
    village.setNow("2026-11-24T16:30:00.000Z");
    await expect(accept(token)).rejects.toThrow("tidak lagi berwenang");
    await expect(setPassword(village.anonymous(), link(resetToken), NEW)).rejects.toThrow(
      "tidak lagi berwenang",
    );
    expect(await village.db.select().from(accounts)).toHaveLength(3);
  });

  it("include those that who signed the village up kept until a Kepala Desa joined", async () => {
    const founder = await village.ctxAs("kasi-pemerintahan", { isAdmin: true });
    const kept = await invite(founder, { jabatan: "sekretaris-desa" });
    const head = await invite(founder, { jabatan: "kepala-desa" });
    await accept(head.token, "kades");
    await expect(accept(kept.token, "akun.kedua")).rejects.toThrow("tidak lagi berwenang");
    const [row] = await village.db.select().from(invitations).where(eq(invitations.id, kept.id));
    expect(row?.acceptedAt).toBeNull();
    const leader = await village.ctxAs("sekretaris-desa");
    const renewed = await renewInvitation({ ...leader, now: village.now() }, kept.id);
    await getOpenInvitation(village.anonymous(), village.db, renewed.token ?? "");
  });

  it("do not reach whoever has become Kepala Desa since, nor will tomorrow", async () => {
    const secretary = await village.ctxAs("sekretaris-desa");
    const made = await make("Made", ["kaur-keuangan"]);
    const token = await reset(secretary, made);
    await givePosition(secretary, made, { jabatan: "kepala-desa", status: "pj", mulai: "2026-11-25" });
    await expect(setPassword(village.anonymous(), link(token), NEW)).rejects.toThrow("tidak lagi berwenang");
    await expect(resetPassword(secretary, made)).rejects.toThrow(ForbiddenError);
  });
});

describe("the office of a leader", () => {
  const told = async (accountId: string) =>
    (await village.db.select().from(inboxItems).where(eq(inboxItems.accountId, accountId))).map(
      (row) => row.body ?? "",
    );

  it("is not given away or taken without all leaders being told", async () => {
    const head = await village.ctxAs("kepala-desa");
    const secretary = await village.ctxAs("sekretaris-desa", { name: "Siti" });
    const { token } = await invite(secretary, { jabatan: "kepala-desa", status: "plh" });
    await accept(token);
    const seen = await told(head.actor.accountId);
    expect(seen[0]).toContain("Siti mengundang Baharuddin sebagai Plh. Kepala Desa");
    expect(seen[1]).toContain("Baharuddin menerima undangan Siti");
    expect(await told(secretary.actor.accountId)).toHaveLength(1);
    const made = await make("Made", ["kaur-keuangan"]);
    await givePosition(head, made, { jabatan: "sekretaris-desa", status: "plh", mulai: "2026-11-24" });
    expect((await told(secretary.actor.accountId)).at(-1)).toContain("memberi Made jabatan Plh. Sekretaris");
    expect(await told(made)).toEqual([]);
  });

  it("says nothing of other positions", async () => {
    const head = await village.ctxAs("kepala-desa");
    const secretary = await village.ctxAs("sekretaris-desa");
    await accept((await invite(secretary)).token);
    expect(await told(head.actor.accountId)).toEqual([]);
  });
});
