import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OversightCtx } from "#app/context.ts";
import { loadOperatorHome } from "#app/modules/console/load-home.server.ts";
import { acceptOverseer } from "#app/modules/overseers/accept-overseer.server.ts";
import { changeOverseerPassword } from "#app/modules/overseers/change-overseer-password.server.ts";
import { dismissOverseer, signOutEverywhere } from "#app/modules/overseers/dismiss-overseer.server.ts";
import { inviteByOperator, inviteByRegency } from "#app/modules/overseers/invite-overseer.server.ts";
import { getOverseer, listOverseers } from "#app/modules/overseers/list-overseers.server.ts";
import { loadRegencyHome } from "#app/modules/overseers/load-homes.server.ts";
import { makeOverseerInvitation } from "#app/modules/overseers/overseer-invitations.server.ts";
import { revokeOverseerInvitation } from "#app/modules/overseers/revoke-overseer-invitation.server.ts";
import { INVITATION_WORDS, OVERSEER_REFUSALS, OVERSEER_WORDS } from "#app/modules/overseers/words.ts";
import { ConflictError, FieldError, ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { seedOverseerSession } from "#app/seed/seed-overseer.ts";
import { overseers } from "#db/directory/schema/overseers.ts";
import { createTestPortal, type TestPortal } from "#tests/support/test-portal.ts";
import { auditOf, ctxAs, ctxOfToken, overseerWithPassword, PASSWORD } from "./oversight.ts";

let portal: TestPortal;
let operator: OversightCtx;
let admin: OversightCtx;
let member: OversightCtx;
let otherAdmin: OversightCtx;
const LOMBOK = { kind: "kabupaten", regencyCode: "52.01" } as const;
beforeAll(async () => {
  portal = await createTestPortal();
  operator = await ctxAs(portal);
  admin = await ctxAs(portal, { ...LOMBOK, isAdmin: true });
  member = await ctxAs(portal, LOMBOK);
  otherAdmin = await ctxAs(portal, { kind: "kabupaten", regencyCode: "91.03", isAdmin: true });
});
afterAll(() => portal.stop());

const joining = (name: string) => ({
  nama: name,
  nama_pengguna: `uji-${crypto.randomUUID().slice(0, 8)}`,
  kata_sandi: "pohon kelapa tinggi",
});
const accept = (token: string | null, input: ReturnType<typeof joining>) =>
  acceptOverseer(portal.ctx(), { token: token ?? "", device: "Chrome" }, input);

describe("invitations above the villages", () => {
  it("bring an operator in, who owes a second factor", async () => {
    const { id, token } = await inviteByOperator(operator, { nama: "Baiq Ratna", peran: "operator" });
    const joined = await accept(token, joining("Baiq Ratna"));
    const session = await ctxOfToken(portal.ctx(), joined.token);
    expect(session?.overseer).toMatchObject({ kind: "operator", owesSecondFactor: true, regencyCode: null });
    expect(await auditOf(portal, id)).toEqual(["overseer.invite"]);
    expect(await auditOf(portal, joined.overseerId)).toEqual(["overseer.join"]);
  });

  it("bring the first admin of a kabupaten in, who brings in the others of his own", async () => {
    const input = { nama: "Lalu Gde", peran: "kabupaten", kabupaten: "52.71" } as const;
    const first = await accept((await inviteByOperator(operator, input)).token, joining("Lalu Gde"));
    const token = await seedOverseerSession(portal.directory, portal.ctx().now, first.overseerId);
    const gde = await ctxOfToken(portal.ctx(), token);
    if (!gde) throw new Error("not in");
    expect(gde.overseer).toMatchObject({ regencyCode: "52.71", regencyName: "Kota Mataram", isAdmin: true });
    const invited = await inviteByRegency(gde, { nama: "Sri", peran: "petugas" });
    const sri = await accept(invited.token, joining("Sri"));
    const { people } = await listOverseers(gde);
    expect(people.map(({ id }) => id).toSorted()).toEqual([first.overseerId, sri.overseerId].toSorted());
    expect((await getOverseer(gde, sri.overseerId)).regencyCode).toBe("52.71");
  });

  it("are made by nobody else, and for no kabupaten that is none", async () => {
    await expect(inviteByOperator(admin, { nama: "A", peran: "operator" })).rejects.toBeInstanceOf(
      ForbiddenError,
    );
    await expect(inviteByRegency(operator, { nama: "A", peran: "petugas" })).rejects.toBeInstanceOf(
      ForbiddenError,
    );
    await expect(inviteByRegency(member, { nama: "A", peran: "petugas" })).rejects.toBeInstanceOf(
      ForbiddenError,
    );
    for (const kabupaten of ["52", "52.99", "52.01.14"])
      await expect(inviteByOperator(operator, { nama: "A", peran: "kabupaten", kabupaten })).rejects.toThrow(
        new FieldError("kabupaten", OVERSEER_WORDS.unknownRegency),
      );
  });

  it("are one however often the form is sent, and one account however often it is accepted", async () => {
    const ctx = { ...operator, submitKey: crypto.randomUUID() };
    const input = { nama: "Dua Kali", peran: "operator" } as const;
    const first = await inviteByOperator(ctx, input);
    expect(await inviteByOperator(ctx, input)).toEqual({ id: first.id, token: null });
    const person = joining("Dua Kali");
    const both = await Promise.allSettled([accept(first.token, person), accept(first.token, person)]);
    expect(both.some(({ status }) => status === "fulfilled")).toBe(true);
    const again = await accept(first.token, person);
    const rows = await portal.directory
      .select()
      .from(overseers)
      .where(eq(overseers.username, person.nama_pengguna));
    expect(rows.map(({ id }) => id)).toEqual([again.overseerId]);
    await expect(accept(first.token, { ...person, kata_sandi: "bukan sandinya" })).rejects.toThrow(
      new ConflictError(INVITATION_WORDS.used),
    );
  });

  it("die when revoked, too old, unknown, or with whoever made them", async () => {
    const revoked = await inviteByOperator(operator, { nama: "Batal", peran: "operator" });
    await revokeOverseerInvitation(operator, revoked.id);
    await expect(accept(revoked.token, joining("Batal"))).rejects.toThrow(INVITATION_WORDS.revoked);
    await expect(revokeOverseerInvitation(operator, revoked.id)).rejects.toBeInstanceOf(ConflictError);
    const old = await inviteByOperator(operator, { nama: "Lama", peran: "operator" });
    const late = portal.ctx({ now: new Date(portal.ctx().now.getTime() + 4 * 86_400_000) });
    await expect(
      acceptOverseer(late, { token: old.token ?? "", device: "Chrome" }, joining("Lama")),
    ).rejects.toThrow(INVITATION_WORDS.expired);
    await expect(accept("2".repeat(32), joining("Siapa"))).rejects.toBeInstanceOf(NotFoundError);
    const leaving = await ctxAs(portal);
    const orphan = await inviteByOperator(leaving, { nama: "Yatim", peran: "operator" });
    await dismissOverseer(operator, leaving.overseer.overseerId);
    await expect(accept(orphan.token, joining("Yatim"))).rejects.toThrow(INVITATION_WORDS.revoked);
  });

  it("take no user name twice and no easy password, and stay open", async () => {
    const { username } = await overseerWithPassword(portal);
    const { token } = await inviteByOperator(operator, { nama: "Pilih Nama", peran: "operator" });
    const taken = { ...joining("Pilih Nama"), nama_pengguna: username };
    await expect(accept(token, taken)).rejects.toThrow(
      new FieldError("nama_pengguna", OVERSEER_WORDS.usernameTaken),
    );
    const easy = { ...joining("Pilih Nama"), kata_sandi: "operator2026" };
    await expect(accept(token, easy)).rejects.toMatchObject({ field: "kata_sandi" });
    expect((await accept(token, joining("Pilih Nama"))).token).toBeTruthy();
  });

  it("are made by a command for the first operator, as nobody", async () => {
    const writer = { ...portal.ctx(), overseer: null };
    const invited = { name: "Pertama", kind: "operator", regencyCode: null, isAdmin: false } as const;
    const { token } = await makeOverseerInvitation(writer, invited);
    expect((await accept(token, joining("Pertama"))).kind).toBe("operator");
  });
});

describe("people above the villages", () => {
  it("see whom they manage, and nobody else", async () => {
    const seen = async (ctx: OversightCtx) => (await listOverseers(ctx)).people.map(({ id }) => id);
    const ids = [operator, admin, member, otherAdmin].map((ctx) => ctx.overseer.overseerId);
    const [op = "", ad = "", me = "", ot = ""] = ids;
    expect(await seen(operator)).toEqual(expect.arrayContaining([op, ad, ot]));
    expect(await seen(operator)).not.toContain(me);
    expect((await seen(admin)).filter((id) => ids.includes(id)).toSorted()).toEqual([ad, me].toSorted());
    await expect(seen(member)).rejects.toBeInstanceOf(ForbiddenError);
    for (const id of [op, ot]) await expect(getOverseer(admin, id)).rejects.toBeInstanceOf(NotFoundError);
    await expect(getOverseer(otherAdmin, me)).rejects.toBeInstanceOf(NotFoundError);
  });

  it("are dismissed by whoever manages them, with sessions and factors", async () => {
    const leaving = await ctxAs(portal, LOMBOK);
    const { overseerId } = leaving.overseer;
    for (const stranger of [operator, otherAdmin])
      await expect(dismissOverseer(stranger, overseerId)).rejects.toBeInstanceOf(NotFoundError);
    await expect(dismissOverseer(member, overseerId)).rejects.toBeInstanceOf(ForbiddenError);
    const token = await seedOverseerSession(portal.directory, leaving.now, overseerId);
    await dismissOverseer(admin, overseerId);
    expect(await ctxOfToken(portal.ctx(), token)).toBeNull();
    expect(await getOverseer(admin, overseerId)).toMatchObject({
      state: "dismissed",
      sessionCount: 0,
      hasTotp: false,
    });
    await expect(dismissOverseer(admin, overseerId)).rejects.toBeInstanceOf(ConflictError);
    expect(await auditOf(portal, overseerId)).toEqual(["overseer.dismiss"]);
  });

  it("do not dismiss themselves, nor the last operator", async () => {
    const own = operator.overseer.overseerId;
    await expect(dismissOverseer(operator, own)).rejects.toThrow(
      new ForbiddenError(OVERSEER_REFUSALS["own-account"]),
    );
    const alone = await createTestPortal();
    const last = await ctxAs(alone);
    const gone = await ctxAs(alone);
    await dismissOverseer(last, gone.overseer.overseerId);
    // A session that outlived its operator's dismissal by a moment.
    await expect(dismissOverseer(gone, last.overseer.overseerId)).rejects.toThrow(
      new ForbiddenError(OVERSEER_REFUSALS["last-operator"]),
    );
    await alone.stop();
  });

  it("are signed out everywhere by whoever manages them", async () => {
    const { overseerId } = member.overseer;
    const token = await seedOverseerSession(portal.directory, member.now, overseerId);
    await expect(signOutEverywhere(otherAdmin, overseerId)).rejects.toBeInstanceOf(NotFoundError);
    await signOutEverywhere(admin, overseerId);
    expect(await ctxOfToken(portal.ctx(), token)).toBeNull();
  });

  it("change their own password, which ends their other sessions", async () => {
    const ctx = await ctxAs(portal);
    const other = await seedOverseerSession(portal.directory, ctx.now, ctx.overseer.overseerId);
    const change = (kata_sandi: string, kata_sandi_baru: string) =>
      changeOverseerPassword(ctx, { kata_sandi, kata_sandi_baru, ulangi: kata_sandi_baru });
    await expect(change("salah sekali", "pohon kelapa tinggi")).rejects.toMatchObject({
      field: "kata_sandi",
    });
    await expect(change(PASSWORD, PASSWORD)).rejects.toMatchObject({ field: "kata_sandi_baru" });
    await change(PASSWORD, "pohon kelapa tinggi");
    expect(await ctxOfToken(portal.ctx(), other)).toBeNull();
  });

  it("may nothing before their second factor", async () => {
    const owing = await ctxAs(portal, {}, { owes: true });
    await expect(listOverseers(owing)).rejects.toBeInstanceOf(ForbiddenError);
    await expect(loadOperatorHome(owing)).rejects.toBeInstanceOf(ForbiddenError);
    await expect(inviteByOperator(owing, { nama: "A", peran: "operator" })).rejects.toBeInstanceOf(
      ForbiddenError,
    );
    await expect(dismissOverseer(owing, operator.overseer.overseerId)).rejects.toBeInstanceOf(ForbiddenError);
  });

  it("have a home that tells what there is, a kabupaten's of its own villages alone", async () => {
    expect(await loadOperatorHome(operator)).toMatchObject({ active: 0, suspended: 0 });
    expect(await loadRegencyHome(member)).toEqual({ villages: [] });
    await expect(loadRegencyHome(operator)).rejects.toBeInstanceOf(ForbiddenError);
    await expect(loadOperatorHome(admin)).rejects.toBeInstanceOf(ForbiddenError);
  });
});
