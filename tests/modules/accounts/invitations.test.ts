import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { acceptInvitation } from "#app/modules/accounts/accept-invitation.server.ts";
import { changeAccount } from "#app/modules/accounts/change-account.server.ts";
import { dismissAccount } from "#app/modules/accounts/dismiss-account.server.ts";
import { givePosition } from "#app/modules/accounts/give-position.server.ts";
import { AcceptInvitationInput, GivePositionInput, InvitePersonInput } from "#app/modules/accounts/input.ts";
import { getOpenInvitation } from "#app/modules/accounts/invitation.server.ts";
import { invitePerson } from "#app/modules/accounts/invite-person.server.ts";
import { joinPosition } from "#app/modules/accounts/join-position.server.ts";
import { renewInvitation } from "#app/modules/accounts/renew-invitation.server.ts";
import { revokeInvitation } from "#app/modules/accounts/revoke-invitation.server.ts";
import { getRoster } from "#app/modules/accounts/roster.server.ts";
import { ConflictError, FieldError, ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { accounts, auditLog, invitations, positionTerms, sessions } from "#db/village/schema/accounts.ts";
import { areas } from "#db/village/schema/village.ts";
import { TEST_DEVICE } from "#tests/support/test-device.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";
import { ctxOfToken, seedWithPassword } from "./person-with-password.ts";

vi.setConfig({ testTimeout: 30_000 });

let village: TestVillage;
let head: OfficeCtx;
beforeEach(async () => {
  village = await createTestVillage();
  head = await village.ctxAs("kepala-desa");
});

const invitee = (more: Record<string, string> = {}) =>
  InvitePersonInput.parse({
    nama: "Baharuddin",
    telepon: "0812 5555 5555",
    jabatan: "kepala-dusun",
    status: "definitif",
    mulai: "2026-11-24",
    ...more,
  });
const newcomer = (more: Record<string, string> = {}) =>
  AcceptInvitationInput.parse({
    nama: "Baharuddin",
    telepon: "081255555555",
    kata_sandi: "pohon kelapa tinggi",
    ...more,
  });

async function invite(ctx = head, more: Record<string, string> = {}): Promise<{ id: string; token: string }> {
  const { id, token } = await invitePerson(ctx, invitee(more));
  if (!token) throw new Error("no token");
  return { id, token };
}

const link = (token: string) => ({ token, device: TEST_DEVICE });
const actions = async () => (await village.db.select().from(auditLog)).map((row) => row.action);

describe("inviting", () => {
  it("stores the token as a hash only, names the audit row, and one submit makes one invitation", async () => {
    const ctx = { ...head, submitKey: "kunci-undang-1" };
    const first = await invitePerson(ctx, invitee());
    const second = await invitePerson(ctx, invitee());
    expect(second).toEqual({ id: first.id, token: null });
    const rows = await village.db.select().from(invitations);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(first.token);
    expect(await actions()).toEqual(["invitation.make"]);
  });

  it("refuses positions that may not invite, and who signed the village up once a Kepala Desa has joined", async () => {
    for (const position of ["kasi-pemerintahan", "operator", "ketua-bpd"])
      await expect(invitePerson(await village.ctxAs(position), invitee())).rejects.toThrow(ForbiddenError);
    const admin = await village.ctxAs("kasi-pelayanan", { isAdmin: true });
    await expect(invitePerson(admin, invitee())).rejects.toThrow("Kepala Desa sudah bergabung");
  });

  it("lets who signed the village up invite a Kepala Desa while there is none", async () => {
    village = await createTestVillage();
    const admin = await village.ctxAs("kasi-pemerintahan", { isAdmin: true });
    const { token } = await invite(admin, { jabatan: "kepala-desa" });
    const { token: session } = await acceptInvitation(village.anonymous(), link(token), newcomer());
    expect((await ctxOfToken(village, session)).actor.permissions.has("programme.approve")).toBe(true);
    await expect(invitePerson(admin, invitee())).rejects.toThrow(ForbiddenError);
  });

  it("refuses one's own phone number, and an area that does not fit the position", async () => {
    await changeAccount(head, { nama: "Kepala", telepon: "6281255555555" });
    await expect(invitePerson(head, invitee())).rejects.toMatchObject({ field: "telepon" });
    const area = { id: "dusun-1", name: "Melase", createdAt: "2026-11-24T00:00:00.000Z" };
    await village.db.insert(areas).values({ ...area, kind: "dusun" });
    const other = { telepon: "081266666666" };
    await expect(invitePerson(head, invitee(other))).rejects.toMatchObject({ field: "wilayah" });
    const misfit = invitee({ ...other, jabatan: "ketua-rt", wilayah: "dusun-1" });
    await expect(invitePerson(head, misfit)).rejects.toMatchObject({ field: "wilayah" });
    await invite(head, { ...other, wilayah: "dusun-1" });
    expect((await getRoster(head)).invitations.map((each) => each.areaName)).toEqual(["Melase"]);
  });
});

describe("accepting with a new account", () => {
  it("makes an account with the position and signs in", async () => {
    const { token } = await invite();
    const accepted = await acceptInvitation(village.anonymous(), link(token), newcomer());
    const { actor } = await ctxOfToken(village, accepted.token);
    expect(actor.name).toBe("Baharuddin");
    expect(actor.positions).toEqual([{ position: "kepala-dusun", status: "definitif", areaId: null }]);
    expect(await actions()).toEqual(["invitation.make", "account.join"]);
    expect((await getRoster(head)).invitations).toEqual([]);
  });

  it("makes one account of two people at once", async () => {
    const { token } = await invite();
    const one = acceptInvitation(village.anonymous(), link(token), newcomer());
    const two = acceptInvitation(
      village.anonymous(),
      link(token),
      newcomer({ telepon: "081277777777", kata_sandi: "ombak laut selatan" }),
    );
    const outcomes = await Promise.allSettled([one, two]);
    expect(outcomes.map((each) => each.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await village.db.select().from(accounts)).toHaveLength(2);
    expect(await village.db.select().from(sessions)).toHaveLength(1);
  });

  it("signs in where the same form is sent again, and refuses everybody else with a used link", async () => {
    const { token } = await invite();
    const first = await acceptInvitation(village.anonymous(), link(token), newcomer());
    const again = await acceptInvitation(village.anonymous(), link(token), newcomer());
    expect(again.accountId).toBe(first.accountId);
    const stranger = newcomer({ kata_sandi: "ombak laut selatan" });
    await expect(acceptInvitation(village.anonymous(), link(token), stranger)).rejects.toThrow(
      "sudah dipakai",
    );
    expect(await village.db.select().from(accounts)).toHaveLength(2);
  });

  it("refuses a link that is unknown, another village's, revoked, renewed, too old, or of somebody dismissed", async () => {
    const accept = (token: string) => acceptInvitation(village.anonymous(), link(token), newcomer());
    await expect(accept("x".repeat(32))).rejects.toThrow(NotFoundError);
    const elsewhere = await createTestVillage();
    const foreign = await invite(await elsewhere.ctxAs("kepala-desa"));
    await expect(accept(foreign.token)).rejects.toThrow(NotFoundError);

    const revoked = await invite();
    await revokeInvitation(head, revoked.id);
    await expect(accept(revoked.token)).rejects.toThrow("dibatalkan");
    const renewed = await invite();
    const { token: fresh } = await renewInvitation(head, renewed.id);
    await expect(accept(renewed.token)).rejects.toThrow(NotFoundError);

    const secretary = await village.ctxAs("sekretaris-desa");
    const orphan = await invite(secretary);
    await dismissAccount(head, secretary.actor.accountId);
    await expect(accept(orphan.token)).rejects.toThrow(ConflictError);

    village.setNow("2026-12-01T02:00:01.000Z");
    await expect(accept(fresh ?? "")).rejects.toThrow("lewat 7 hari");
    expect(await village.db.select().from(accounts)).toHaveLength(2);
  });

  it("refuses a phone number that is taken, no sign-in name at all, and an easy password, and leaves the link open", async () => {
    const { token } = await invite();
    await changeAccount(head, { nama: "Kepala", telepon: "6281299999999" });
    const accept = (more: Record<string, string>) =>
      acceptInvitation(village.anonymous(), link(token), newcomer(more));
    await expect(accept({ telepon: "081299999999" })).rejects.toMatchObject({ field: "telepon" });
    await expect(accept({ kata_sandi: "baharuddin" })).rejects.toMatchObject({ field: "kata_sandi" });
    const nameless = { ...newcomer(), telepon: undefined };
    await expect(acceptInvitation(village.anonymous(), link(token), nameless)).rejects.toThrow(FieldError);
    await getOpenInvitation(village.anonymous(), village.db, token);
  });
});

describe("accepting with an account that exists", () => {
  const PASSWORD = "jagung manis kuning";
  const asMade = { identitas: "made", kata_sandi: PASSWORD };

  it("adds the position and keeps the one that is held", async () => {
    const made = { name: "Made", username: "made", password: PASSWORD, positions: ["kaur-keuangan"] };
    await seedWithPassword(village, made);
    const { token } = await invite(head, { jabatan: "kaur-umum", status: "plt" });
    const accepted = await joinPosition(village.anonymous(), link(token), asMade);
    const { actor } = await ctxOfToken(village, accepted.token);
    expect(actor.positions.map((held) => `${held.status} ${held.position}`).sort()).toEqual([
      "definitif kaur-keuangan",
      "plt kaur-umum",
    ]);
  });

  it("refuses a wrong password, a position that is held already, and the one who made the invitation", async () => {
    const made = { name: "Made", username: "made", password: PASSWORD, positions: ["sekretaris-desa"] };
    const accountId = await seedWithPassword(village, made);
    const { token } = await invite(head, { jabatan: "kaur-umum" });
    await givePosition(
      head,
      accountId,
      GivePositionInput.parse({ jabatan: "kaur-umum", status: "plt", mulai: "2026-11-24" }),
    );
    const join = (text: string, input = asMade) => joinPosition(village.anonymous(), link(text), input);
    await expect(join(token, { ...asMade, kata_sandi: "salah besar" })).rejects.toThrow(FieldError);
    await expect(join(token)).rejects.toThrow("sudah memegang jabatan itu");

    const secretary = { ...head, actor: { ...head.actor, accountId } };
    const own = await invite(secretary, { jabatan: "kepala-desa", status: "plh" });
    await expect(join(own.token)).rejects.toThrow(ForbiddenError);
    const terms = await village.db.select().from(positionTerms).where(eq(positionTerms.accountId, accountId));
    expect(terms).toHaveLength(2);
    expect(await village.db.select().from(sessions)).toEqual([]);
  });
});

describe("an invitation to an office of which there is one", () => {
  it("is refused while somebody holds it, and can't be accepted once somebody else does", async () => {
    const taken = invitePerson(head, invitee({ jabatan: "kepala-desa" }));
    await expect(taken).rejects.toMatchObject({ field: "jabatan" });
    const { token } = await invite(head, { jabatan: "sekretaris-desa" });
    await village.ctxAs("sekretaris-desa");
    const accepting = acceptInvitation(village.anonymous(), link(token), newcomer());
    await expect(accepting).rejects.toThrow(ConflictError);
    await expect(accepting).rejects.toThrow("belum dapat diterima");
    expect(await village.db.select().from(sessions)).toEqual([]);
  });
});

describe("an invitation that waits", () => {
  it("can be revoked once, and not after it was accepted", async () => {
    const first = await invite();
    await revokeInvitation(head, first.id);
    await expect(revokeInvitation(head, first.id)).rejects.toThrow(ConflictError);
    await expect(renewInvitation(head, first.id)).rejects.toThrow(ConflictError);
    const second = await invite();
    await acceptInvitation(village.anonymous(), link(second.token), newcomer());
    await expect(revokeInvitation(head, second.id)).rejects.toThrow(ConflictError);
  });

  it("is nobody else's business, and another village's does not exist", async () => {
    const { id } = await invite();
    const operator = await village.ctxAs("operator");
    await expect(revokeInvitation(operator, id)).rejects.toThrow(ForbiddenError);
    await expect(renewInvitation(operator, id)).rejects.toThrow(ForbiddenError);
    expect((await getRoster(operator)).invitations).toEqual([]);
    const elsewhere = await createTestVillage();
    const stranger = await elsewhere.ctxAs("kepala-desa");
    await expect(revokeInvitation(stranger, id)).rejects.toThrow(NotFoundError);
  });
});
