import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { changePosition } from "#app/modules/accounts/change-position.server.ts";
import { dismissAccount } from "#app/modules/accounts/dismiss-account.server.ts";
import { endPosition } from "#app/modules/accounts/end-position.server.ts";
import { givePosition } from "#app/modules/accounts/give-position.server.ts";
import { EndPositionInput, GivePositionInput } from "#app/modules/accounts/input.ts";
import { listPeople, personLabel } from "#app/modules/accounts/people.server.ts";
import { reinstateAccount } from "#app/modules/accounts/reinstate-account.server.ts";
import { getResetFacts, resetPassword } from "#app/modules/accounts/reset-password.server.ts";
import { getPerson } from "#app/modules/accounts/roster.server.ts";
import { setPassword } from "#app/modules/accounts/set-password.server.ts";
import { signIn } from "#app/modules/accounts/sign-in.server.ts";
import { END_WORDS, inLocalWords } from "#app/modules/accounts/words.ts";
import { ConflictError, FieldError, ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { accounts, auditLog, positionTerms, sessions } from "#db/village/schema/accounts.ts";
import { inboxItems } from "#db/village/schema/jobs.ts";
import { areas } from "#db/village/schema/village.ts";
import { TEST_DEVICE } from "#tests/support/test-device.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";
import { ctxOfToken, seedWithPassword } from "./person-with-password.ts";

vi.setConfig({ testTimeout: 30_000 });

const PASSWORD = "jagung manis kuning";
let village: TestVillage;
let head: OfficeCtx;
let secretary: OfficeCtx;
let made: string;
beforeEach(async () => {
  village = await createTestVillage();
  head = await village.ctxAs("kepala-desa");
  secretary = await village.ctxAs("sekretaris-desa");
  const person = { name: "Made", username: "made", password: PASSWORD, positions: ["kaur-keuangan"] };
  made = await seedWithPassword(village, person);
});

const duty = (more: Record<string, string> = {}) =>
  GivePositionInput.parse({ jabatan: "kaur-umum", status: "plt", mulai: "2026-11-24", ...more });

async function termOf(accountId: string) {
  const [term] = await village.db.select().from(positionTerms).where(eq(positionTerms.accountId, accountId));
  if (!term) throw new Error("no term");
  return { accountId, termId: term.id, versi: term.version };
}

const actions = async () => (await village.db.select().from(auditLog)).map((row) => row.action);

describe("giving a position", () => {
  it("adds it beside the ones held, with status and start", async () => {
    await givePosition(head, made, duty({ keputusan: "141/05/2026" }));
    const people = await listPeople(head);
    expect(people.map((each) => personLabel(each))).toContain(
      "Made (Kaur Keuangan, Plt. Kaur Tata Usaha dan Umum)",
    );
    expect(await actions()).toEqual(["position.give"]);
  });

  it("counts from its first day on, and once for a double submit", async () => {
    const ctx = { ...secretary, submitKey: "kunci-beri-01" };
    await givePosition(ctx, made, duty({ mulai: "2026-12-01" }));
    await givePosition(ctx, made, duty({ mulai: "2026-12-01" }));
    const person = await getPerson(head, made);
    expect(person.terms.map((term) => [term.position, term.isHeld])).toEqual([
      ["kaur-keuangan", true],
      ["kaur-umum", false],
    ]);
  });

  it("refuses everybody but Kepala Desa and Sekdes once a Kepala Desa has joined", async () => {
    const admin = await village.ctxAs("kasi-pemerintahan", { isAdmin: true });
    const kaur = await village.ctxAs("kaur-umum");
    for (const ctx of [admin, kaur])
      await expect(givePosition(ctx, made, duty())).rejects.toThrow(ForbiddenError);
  });

  it("refuses a position for oneself, for a stranger, for a dismissed account, and one that is held", async () => {
    await expect(givePosition(head, head.actor.accountId, duty())).rejects.toThrow("sendiri");
    const elsewhere = await createTestVillage();
    const stranger = await elsewhere.ctxAs("kepala-desa");
    await expect(givePosition(stranger, made, duty())).rejects.toThrow(NotFoundError);
    const held = givePosition(head, made, duty({ jabatan: "kaur-keuangan" }));
    await expect(held).rejects.toMatchObject({ field: "jabatan" });
    await expect(held).rejects.toThrow("mulai 24 November 2026");
    await dismissAccount(head, made);
    await expect(givePosition(head, made, duty())).rejects.toThrow(ConflictError);
  });
});

describe("changing and ending a position", () => {
  const change = { status: "pj", mulai: "2026-10-01" } as const;

  it("corrects status and start, and refuses a form that is stale", async () => {
    const { versi, ...ref } = await termOf(made);
    await changePosition(head, ref, { ...change, versi });
    expect((await getPerson(head, made)).terms[0]).toMatchObject({ status: "pj", startsOn: "2026-10-01" });
    await expect(changePosition(secretary, ref, { ...change, versi })).rejects.toThrow(ConflictError);
    await expect(endPosition(secretary, ref, { berakhir: "2026-11-24", versi })).rejects.toThrow(
      ConflictError,
    );
    expect(await actions()).toEqual(["position.change"]);
  });

  it("ends it on its day, at once where that is today, and not before it began", async () => {
    const { versi, ...ref } = await termOf(made);
    await expect(endPosition(head, ref, { berakhir: "2026-11-01", versi })).rejects.toThrow(FieldError);
    await endPosition(head, ref, { berakhir: "2026-11-24", versi });
    const { token } = await signIn(
      village.anonymous(),
      { identitas: "made", kata_sandi: PASSWORD },
      TEST_DEVICE,
    );
    expect((await ctxOfToken(village, token)).actor.permissions.size).toBe(0);
    await expect(changePosition(head, ref, { ...change, versi: versi + 1 })).rejects.toThrow(
      "sudah berakhir",
    );
  });

  it("lets a leader lay his own down but not change it or put its end off", async () => {
    const { versi, ...ref } = await termOf(head.actor.accountId);
    await givePosition(secretary, made, duty({ jabatan: "kepala-desa", status: "plh" }));
    await expect(changePosition(head, ref, { ...change, versi })).rejects.toThrow(ForbiddenError);
    await endPosition(head, ref, { berakhir: "2027-01-01", versi });
    const later = { berakhir: "2028-01-01", versi: versi + 1 };
    await expect(endPosition(head, ref, later)).rejects.toThrow(ForbiddenError);
    await endPosition(secretary, ref, later);
  });

  it("refuses another's term under a wrong person, and other positions", async () => {
    const { versi, termId } = await termOf(made);
    const wrong = { accountId: secretary.actor.accountId, termId };
    await expect(changePosition(head, wrong, { ...change, versi })).rejects.toThrow(NotFoundError);
    const kasi = await village.ctxAs("kasi-pelayanan");
    const ref = { accountId: made, termId };
    await expect(changePosition(kasi, ref, { ...change, versi })).rejects.toThrow(ForbiddenError);
    await expect(endPosition(kasi, ref, { berakhir: "2026-11-24", versi })).rejects.toThrow(ForbiddenError);
  });

  it("never leaves a village without somebody who can manage people", async () => {
    const own = await termOf(secretary.actor.accountId);
    const other = await termOf(head.actor.accountId);
    await endPosition(secretary, other, { berakhir: "2026-11-24", versi: other.versi });
    await expect(endPosition(secretary, own, { berakhir: "2027-01-01", versi: own.versi })).rejects.toThrow(
      ConflictError,
    );
    expect((await getPerson(secretary, secretary.actor.accountId)).terms[0]?.endsOn).toBeNull();
  });
});

describe("an office of which there is one", () => {
  const asHead = (more: Record<string, string> = {}) =>
    givePosition(secretary, made, duty({ jabatan: "kepala-desa", status: "definitif", ...more }));

  it("goes to nobody else while it is held, and to a successor from the day on which it ends", async () => {
    await expect(asHead()).rejects.toMatchObject({ field: "jabatan" });
    await expect(asHead({ status: "pj" })).rejects.toThrow("dipegang Pemegang kepala-desa mulai 24 November");
    const { versi, ...ref } = await termOf(head.actor.accountId);
    await endPosition(secretary, ref, { berakhir: "2026-12-01", versi });
    await expect(asHead({ mulai: "2026-11-30" })).rejects.toMatchObject({ field: "jabatan" });
    await asHead({ mulai: "2026-12-01" });
    const later = { berakhir: "2026-12-02", versi: versi + 1 };
    await expect(endPosition(secretary, ref, later)).rejects.toMatchObject({ field: "berakhir" });
  });

  it("bears one Plh. beside its holder, who can't be made more by a change", async () => {
    await asHead({ status: "plh" });
    await expect(asHead({ status: "plh" })).rejects.toMatchObject({ field: "jabatan" });
    const terms = await village.db.select().from(positionTerms).where(eq(positionTerms.accountId, made));
    const plh = terms.find((term) => term.status === "plh");
    const ref = { accountId: made, termId: plh?.id ?? "" };
    const change = { status: "definitif", mulai: "2026-11-24", versi: 1 } as const;
    await expect(changePosition(secretary, ref, change)).rejects.toMatchObject({ field: "mulai" });
  });

  it("is not left to nobody by a Kepala Desa himself, but is ended by the Sekretaris", async () => {
    const { versi, ...ref } = await termOf(head.actor.accountId);
    const today = { berakhir: "2026-11-24", versi };
    await expect(endPosition(head, ref, today)).rejects.toMatchObject({ field: "berakhir" });
    await endPosition(secretary, ref, today);
  });

  it("is not ended by one press: the form holds a sentence to be ticked", () => {
    const form = { berakhir: "2026-11-24", versi: "1" };
    expect(EndPositionInput.safeParse(form).success).toBe(false);
    expect(EndPositionInput.safeParse({ ...form, yakin: "on" }).success).toBe(true);
    expect(END_WORDS.consequence("kepala-desa", "Kepala Desa", "Fauzi, S.IP.")).toBe(
      "Ya, akhiri jabatan Kepala Desa. Sejak tanggal itu Fauzi, S.IP. tidak lagi dapat menyetujui program kerja dan laporan, dan tidak lagi mengatur jabatan.",
    );
  });
});

describe("local words", () => {
  it("take the place of the usual ones in sentences, and only where the village has set them", () => {
    const terms = { headTerm: "Keuchik", hamletTerm: "Jurong" };
    const sentence = "Ajukan kepada Kepala Desa. Dusun, RW, dan RT; Kepala Dusun.";
    expect(inLocalWords(sentence, terms)).toBe("Ajukan kepada Keuchik. Jurong, RW, dan RT; Kepala Jurong.");
    expect(inLocalWords(sentence, null)).toBe(sentence);
  });
});

describe("the area of a position", () => {
  it("is named with what it lies in, by the village's own word", async () => {
    const at = "2026-11-24T00:00:00.000Z";
    await village.db.insert(areas).values([
      { id: "d", kind: "dusun", name: "Senggigi", parentId: null, createdAt: at },
      { id: "w", kind: "rw", name: "02", parentId: "d", createdAt: at },
      { id: "t", kind: "rt", name: "01", parentId: "w", createdAt: at },
      { id: "x", kind: "rt", name: "01", parentId: "d", createdAt: at },
    ]);
    await givePosition(head, made, duty({ jabatan: "ketua-rt", wilayah: "t" }));
    const { areas: choices, terms } = await getPerson(head, made);
    expect(choices.map((each) => each.name).sort()).toEqual([
      "01, Dusun Senggigi",
      "01, RW 02, Dusun Senggigi",
      "02, Dusun Senggigi",
      "Senggigi",
    ]);
    const ofRt = terms.find((term) => term.position === "ketua-rt");
    expect(ofRt?.areaName).toBe("01, RW 02, Dusun Senggigi");
    expect(terms.filter((term) => term.areaName === null)).toHaveLength(1);
  });
});

describe("dismissing an account", () => {
  it("ends sessions and positions at once, and opens again without either", async () => {
    const { token } = await signIn(
      village.anonymous(),
      { identitas: "made", kata_sandi: PASSWORD },
      TEST_DEVICE,
    );
    await dismissAccount(secretary, made);
    await expect(ctxOfToken(village, token)).rejects.toThrow("not signed in");
    expect(await village.db.select().from(sessions)).toEqual([]);
    await expect(
      signIn(village.anonymous(), { identitas: "made", kata_sandi: PASSWORD }, TEST_DEVICE),
    ).rejects.toThrow(FieldError);
    expect((await listPeople(head)).map((each) => each.name)).not.toContain("Made");
    await reinstateAccount(head, made);
    const again = await signIn(village.anonymous(), { identitas: "made", kata_sandi: PASSWORD }, TEST_DEVICE);
    expect((await ctxOfToken(village, again.token)).actor.positions).toEqual([]);
    expect(await actions()).toEqual(["account.dismiss", "account.reinstate"]);
  });

  it("takes the rights of who signed up away for good", async () => {
    const admin = await village.ctxAs("kasi-pemerintahan", { isAdmin: true });
    const isAdmin = eq(accounts.id, admin.actor.accountId);
    await village.db.update(accounts).set({ username: "pendaftar" }).where(isAdmin);
    await dismissAccount(head, admin.actor.accountId);
    await reinstateAccount(head, admin.actor.accountId);
    const [row] = await village.db.select().from(accounts).where(isAdmin);
    expect(row?.isAdmin).toBe(false);
  });

  it("is not undone once nothing is left by which the person could sign in", async () => {
    await dismissAccount(head, made);
    await village.db.update(accounts).set({ username: null }).where(eq(accounts.id, made));
    await expect(reinstateAccount(head, made)).rejects.toThrow("sudah dihapus sesuai masa simpan");
  });

  it("refuses oneself, twice, other positions, another village's, and the last one who could manage people", async () => {
    await expect(dismissAccount(head, head.actor.accountId)).rejects.toThrow(ForbiddenError);
    await dismissAccount(head, made);
    await expect(dismissAccount(head, made)).rejects.toThrow(ConflictError);
    await expect(reinstateAccount(await village.ctxAs("operator"), made)).rejects.toThrow(ForbiddenError);
    await expect(reinstateAccount(head, head.actor.accountId)).rejects.toThrow(ConflictError);
    const elsewhere = await createTestVillage();
    const stranger = await elsewhere.ctxAs("kepala-desa");
    await expect(dismissAccount(stranger, secretary.actor.accountId)).rejects.toThrow(NotFoundError);

    const { versi, ...ref } = await termOf(head.actor.accountId);
    await endPosition(secretary, ref, { berakhir: "2027-01-01", versi });
    await expect(dismissAccount(head, secretary.actor.accountId)).rejects.toThrow(ConflictError);
  });
});

describe("a link for a new password", () => {
  const input = { kata_sandi: "pohon kelapa tinggi", ulangi: "pohon kelapa tinggi" };
  const use = (token: string, typed = input) =>
    setPassword(village.anonymous(), { token, device: TEST_DEVICE }, typed);

  async function reset(ctx = secretary, accountId = made): Promise<string> {
    const { token } = await resetPassword(ctx, accountId);
    if (!token) throw new Error("no token");
    return token;
  }

  it("sets it once, ends the other sessions, opens a locked account, and its person is told", async () => {
    const old = await signIn(village.anonymous(), { identitas: "made", kata_sandi: PASSWORD }, TEST_DEVICE);
    const token = await reset();
    expect(await getResetFacts(head, made, token)).toMatchObject({ isShown: true });
    const { token: session } = await use(token);
    await expect(ctxOfToken(village, old.token)).rejects.toThrow("not signed in");
    expect((await ctxOfToken(village, session)).actor.name).toBe("Made");
    const [notice] = await village.db.select().from(inboxItems);
    expect(notice?.accountId).toBe(made);
    await expect(use(token, { kata_sandi: "ombak laut selatan", ulangi: "" })).rejects.toThrow(ConflictError);
    expect((await use(token)).accountId).toBe(made);
    expect(await getResetFacts(head, made, token)).toMatchObject({ isShown: false });
  });

  it("dies by a newer link, after a day, with the account, and was never good elsewhere", async () => {
    const first = await reset();
    const second = await reset(head);
    await expect(use(first)).rejects.toThrow(ConflictError);
    const elsewhere = await createTestVillage();
    await expect(
      setPassword(elsewhere.anonymous(), { token: second, device: TEST_DEVICE }, input),
    ).rejects.toThrow(NotFoundError);
    village.setNow("2026-11-25T02:00:01.000Z");
    await expect(use(second)).rejects.toThrow(ConflictError);
    const third = await reset({ ...head, now: village.now() });
    await dismissAccount(head, made);
    await expect(use(third)).rejects.toThrow(ConflictError);
  });

  it("is refused for oneself, by other positions, and by who signed up for a leader", async () => {
    await expect(resetPassword(head, head.actor.accountId)).rejects.toThrow(ForbiddenError);
    await expect(resetPassword(await village.ctxAs("operator"), made)).rejects.toThrow(ForbiddenError);
    village = await createTestVillage();
    const admin = await village.ctxAs("kasi-pemerintahan", { isAdmin: true });
    const leader = await village.ctxAs("sekretaris-desa");
    await expect(resetPassword(admin, leader.actor.accountId)).rejects.toThrow(ForbiddenError);
    const operator = await village.ctxAs("operator");
    await resetPassword(admin, operator.actor.accountId);
  });

  it("refuses an easy password and stays open", async () => {
    const token = await reset();
    await expect(use(token, { kata_sandi: "made2026", ulangi: "made2026" })).rejects.toThrow(FieldError);
    await use(token);
  });
});
