import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { openInvitedPhone } from "#app/modules/accounts/contact.server.ts";
import { maskEmail, maskPhone } from "#app/modules/accounts/identity-rules.ts";
import { InvitePersonInput } from "#app/modules/accounts/input.ts";
import { getInvitationById } from "#app/modules/accounts/invitation.server.ts";
import { invitePerson } from "#app/modules/accounts/invite-person.server.ts";
import { renewInvitation } from "#app/modules/accounts/renew-invitation.server.ts";
import { resetPassword } from "#app/modules/accounts/reset-password.server.ts";
import { revealContact } from "#app/modules/accounts/reveal-contact.server.ts";
import { getPerson, getRoster } from "#app/modules/accounts/roster.server.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { seedAccount } from "#app/seed/seed-account.ts";
import { accounts, invitations } from "#db/village/schema/accounts.ts";
import { accessLog } from "#db/village/schema/security.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";

const PHONE = "6281234567890";
let village: TestVillage;
let head: OfficeCtx;
let sulastri: string;

beforeEach(async () => {
  village = await createTestVillage();
  head = await village.ctxAs("kepala-desa");
  const person = { name: "Sulastri", phone: PHONE, positions: ["kaur-umum"] };
  sulastri = (await seedAccount(village.anonymous(), person)).accountId;
});

const logged = async () =>
  (await village.db.select().from(accessLog)).map(({ kind, what, subjectId, actorName }) => ({
    kind,
    what,
    subjectId,
    actorName,
  }));

describe("a colleague's phone", () => {
  it("is masked on his page and stands in no list", async () => {
    const colleague = await village.ctxAs("kasi-pelayanan");
    const person = await getPerson(colleague, sulastri);
    expect(person).toMatchObject({ phone: "0812•••••890", email: null, canReveal: false });
    expect(JSON.stringify(await getRoster(head))).not.toMatch(/81234567|phone/);
    expect(await logged()).toEqual([]);
  });

  it("is revealed to who manages people, and the log says who looked", async () => {
    expect(await revealContact(head, sulastri)).toEqual({ phone: PHONE, email: null });
    expect(await logged()).toEqual([
      { kind: "reveal", what: "accounts.phone", subjectId: sulastri, actorName: head.actor.name },
    ]);
    expect(JSON.stringify(await village.db.select().from(accessLog))).not.toContain("81234567890");
  });

  it("is refused to everybody else, and another village's person is not found; neither is logged", async () => {
    const clerk = await village.ctxAs("kaur-keuangan");
    await expect(revealContact(clerk, sulastri)).rejects.toThrow(ForbiddenError);
    const other = await (await createTestVillage()).ctxAs("kepala-desa");
    await expect(revealContact(other, sulastri)).rejects.toThrow(NotFoundError);
    expect(await logged()).toEqual([]);
  });

  it("is logged as revealed too where a link for a new password is made, whose button for WhatsApp holds it", async () => {
    await resetPassword({ ...head, submitKey: "kunci-tautan-1" }, sulastri);
    await resetPassword({ ...head, submitKey: "kunci-tautan-1" }, sulastri);
    expect(await logged()).toMatchObject([{ kind: "reveal", what: "accounts.phone", subjectId: sulastri }]);
  });
});

describe("an invited person's phone", () => {
  it("is sealed, opens for the invitation's pages, and is logged where somebody makes the link anew", async () => {
    const input = { nama: "Bahar", telepon: "081255555555", jabatan: "kaur-umum", status: "definitif" };
    const { id } = await invitePerson(head, InvitePersonInput.parse({ ...input, mulai: "2026-11-24" }));
    const [row] = await village.db.select().from(invitations).where(eq(invitations.id, id));
    expect(JSON.stringify(row)).not.toContain("81255555555");
    expect(await openInvitedPhone(head.keys, await getInvitationById(head.db, id))).toBe("6281255555555");
    expect(await logged()).toEqual([]);
    await renewInvitation(head, id);
    expect(await logged()).toMatchObject([{ kind: "reveal", what: "invitations.phone", subjectId: id }]);
  });
});

describe("a contact in the clear from before", () => {
  it("is masked and revealed alike", async () => {
    await village.db
      .update(accounts)
      .set({ phone: PHONE, phoneSealed: null, phoneIndex: null, email: "sulastri@contoh.id" })
      .where(eq(accounts.id, sulastri));
    expect(await getPerson(head, sulastri)).toMatchObject({
      phone: "0812•••••890",
      email: "s•••••@contoh.id",
      canReveal: true,
    });
    expect(await revealContact(head, sulastri)).toEqual({ phone: PHONE, email: "sulastri@contoh.id" });
    expect((await logged()).map((row) => row.what)).toEqual(["accounts.phone", "accounts.email"]);
  });
});

describe("a mask", () => {
  it.each([
    ["628123456789", "0812••••789"],
    ["62370123456", "0370•••456"],
    ["6281234567", "0812••567"],
  ])("leaves of %s the beginning and the end", (phone, mask) => {
    expect(maskPhone(phone)).toBe(mask);
  });

  it("leaves of an e-mail address its first letter and its house", () => {
    expect(maskEmail("lalu.ahmad@desa.id")).toBe("l•••••@desa.id");
  });
});
