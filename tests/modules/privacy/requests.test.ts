import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { dismissAccount } from "#app/modules/accounts/dismiss-account.server.ts";
import { answerRequest } from "#app/modules/privacy/answer-request.server.ts";
import { openRequest } from "#app/modules/privacy/open-request.server.ts";
import { makePersonFile } from "#app/modules/privacy/person-file.server.ts";
import { findPersons } from "#app/modules/privacy/person-kinds.server.ts";
import { listRequests, loadRequest } from "#app/modules/privacy/requests.server.ts";
import { ConflictError, FieldError, ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { personData, personKinds } from "#app/registry.server.ts";
import { seedAccount } from "#app/seed/seed-account.ts";
import { dueJobs } from "#db/directory/schema/jobs.ts";
import { accounts, auditLog, positionTerms } from "#db/village/schema/accounts.ts";
import { inboxItems } from "#db/village/schema/jobs.ts";
import { personRequests } from "#db/village/schema/privacy.ts";
import { accessLog, knownDevices } from "#db/village/schema/security.ts";
import { createVillage, profileOf } from "#tests/modules/village/support.ts";
import { readPdfText } from "#tests/support/pdf-text.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";

const REGISTER = { kinds: personKinds, data: personData };
const PHONE = "6281234567890";
let village: TestVillage;
let head: OfficeCtx;
let bahar: string;
beforeEach(async () => {
  village = await createVillage();
  head = await village.ctxAs("kepala-desa");
  bahar = await seedPerson("Bahar", PHONE);
});

const seedPerson = async (name: string, phone: string) =>
  (
    await seedAccount(village.anonymous(), {
      name,
      phone,
      username: name.toLowerCase(),
      positions: ["kaur-umum"],
    })
  ).accountId;
const asked = (
  kind: "access" | "correction" | "deletion",
  more: { jam?: string; tanggal?: string; orang?: string } = {},
) => ({
  orang: `account:${bahar}`,
  jenis: kind,
  dikenali: "Menunjukkan KTP",
  tanggal: "2026-11-24",
  jam: "09:30",
  isi: "Nomor lama salah.",
  ...more,
});
const open = (kind: "access" | "correction" | "deletion" = "access", ctx = head, more = {}) =>
  openRequest(ctx, asked(kind, more), REGISTER);
const answer = (id: string, putusan: "penuhi" | "tolak", { ctx = head, versi = 1 } = {}) =>
  answerRequest(ctx, id, { putusan, jawaban: "Berkasnya sudah diserahkan.", versi }, REGISTER);
const row = async (id: string) =>
  (await village.db.select().from(personRequests).where(eq(personRequests.id, id)))[0];
const file = async (id: string, format: "pdf" | "json", ctx = head) =>
  makePersonFile(ctx, id, format, await profileOf(village), REGISTER);

describe("what a person asks of his data", () => {
  it("is due 3 x 24 hours after it came in, by the clock of the village, and watched", async () => {
    const { id, name, dueAt } = await open();
    expect([name, dueAt]).toEqual(["Bahar", "2026-11-27T01:30:00.000Z"]);
    expect(await row(id)).toMatchObject({
      kind: "access",
      subject: "account",
      subjectId: bahar,
      subjectName: "Bahar",
      state: "open",
      askedAt: "2026-11-24T01:30:00.000Z",
      createdBy: head.actor.accountId,
    });
    const due = await head.directory
      .select()
      .from(dueJobs)
      .where(eq(dueJobs.villageId, village.tenant.villageId));
    expect(due).toMatchObject([{ kind: "privacy", dueAt: "2026-11-26T01:30:00.000Z" }]);
  });

  it("is refused for nobody that is known, for a moment to come, and for one of long ago", async () => {
    for (const orang of ["account:tidak-ada", "resident:1", `akun:${bahar}`])
      await expect(open("access", head, { orang })).rejects.toThrow("Orang ini tidak ada di data desa");
    await expect(open("access", head, { jam: "10:01" })).rejects.toThrow("Waktunya belum terjadi");
    await expect(open("access", head, { tanggal: "2025-11-20" })).rejects.toThrow("Paling lama setahun");
    expect(await village.db.$count(personRequests)).toBe(0);
  });

  it("is recorded once for a form that is sent twice", async () => {
    const submitKey = newId(village.now());
    const ctx = await village.ctxAs("kepala-desa", { submitKey });
    expect(await open("access", ctx)).toEqual(await open("access", ctx));
    expect(await village.db.$count(personRequests)).toBe(1);
  });

  it("is seen and answered by who leads the village alone; another village does not know it", async () => {
    const { id } = await open();
    for (const position of ["kasi-pemerintahan", "operator", "kaur-umum", "ketua-bpd", "kepala-dusun"]) {
      const ctx = await village.ctxAs(position, { isAdmin: true });
      await expect(listRequests(ctx, null)).rejects.toThrow(ForbiddenError);
      await expect(loadRequest(ctx, id, REGISTER)).rejects.toThrow(ForbiddenError);
      await expect(open("access", ctx)).rejects.toThrow(ForbiddenError);
      await expect(answer(id, "penuhi", { ctx })).rejects.toThrow(ForbiddenError);
      await expect(file(id, "json", ctx)).rejects.toThrow(ForbiddenError);
      await expect(findPersons(ctx, REGISTER, "")).rejects.toThrow(ForbiddenError);
    }
    const other = await createTestVillage();
    const stranger = await other.ctxAs("kepala-desa");
    await expect(loadRequest(stranger, id, REGISTER)).rejects.toThrow(NotFoundError);
    await expect(answer(id, "penuhi", { ctx: stranger })).rejects.toThrow(NotFoundError);
    await expect(file(id, "pdf", stranger)).rejects.toThrow(NotFoundError);
    await expect(open("access", stranger)).rejects.toThrow(FieldError);
    expect(await findPersons(stranger, REGISTER, "Bahar")).toEqual([]);
  });

  it("finds persons by a part of the name, taking signs of patterns as they are", async () => {
    await seedPerson("Sahrum_1", "6281299999999");
    const names = async (text: string) => (await findPersons(head, REGISTER, text)).map(({ name }) => name);
    expect(await names("aha")).toEqual(["Bahar"]);
    expect(await names("m_1")).toEqual(["Sahrum_1"]);
    expect(await names("%")).toEqual([]);
    expect(await names("")).toHaveLength(3);
  });
});

describe("the answer", () => {
  it("ends the request with its reason, quiets its messages, and is given once", async () => {
    const { id } = await open();
    await village.db.insert(inboxItems).values({
      id: "k",
      accountId: head.actor.accountId,
      onceKey: `person-request-pressing:${id}`,
      title: "-",
      href: "/kantor",
      createdAt: head.now.toISOString(),
    });
    await answer(id, "tolak");
    expect(await row(id)).toMatchObject({
      state: "refused",
      answer: "Berkasnya sudah diserahkan.",
      answeredBy: head.actor.accountId,
      answeredAt: head.now.toISOString(),
      version: 2,
    });
    expect((await village.db.select().from(inboxItems))[0]?.readAt).not.toBeNull();
    await expect(answer(id, "penuhi", { versi: 2 })).rejects.toThrow(ConflictError);
    const { open: waiting, answered } = await listRequests(head, null);
    expect([waiting.length, answered.map((each) => each.id)]).toEqual([0, [id]]);
  });

  it("is refused for a page made from an older state, and in the hours after a recovery", async () => {
    const { id } = await open();
    await expect(answer(id, "penuhi", { versi: 7 })).rejects.toThrow(ConflictError);
    const actor = { ...head.actor, signingBlockedUntil: "2026-11-25T00:00:00.000Z" };
    await expect(answer(id, "penuhi", { ctx: { ...head, actor } })).rejects.toThrow("baru saja dipulihkan");
    expect((await row(id))?.state).toBe("open");
  });
});

describe("deletion", () => {
  const account = async () => (await village.db.select().from(accounts).where(eq(accounts.id, bahar)))[0];

  it("is not granted while the account is needed, and its page says why", async () => {
    const { id } = await open("deletion");
    const { fates } = await loadRequest(head, id, REGISTER);
    expect(fates.filter(({ isRemoved }) => isRemoved)).toEqual([]);
    expect(fates[0]?.reason).toContain("masih aktif");
    await expect(answer(id, "penuhi")).rejects.toThrow(FieldError);
    expect([(await row(id))?.state, (await account())?.phoneSealed]).toEqual(["open", expect.any(String)]);
    await answer(id, "tolak");
    expect((await row(id))?.state).toBe("refused");
  });

  it("takes of a dismissed account all but the archive, in one step with the answer", async () => {
    await village.db.insert(knownDevices).values({
      accountId: head.actor.accountId,
      deviceHash: "-",
      device: "-",
      firstSeenAt: "2026-11-01",
      lastSeenAt: "2026-11-01",
    });
    await village.db.insert(inboxItems).values({
      id: "b",
      accountId: bahar,
      onceKey: "b",
      title: "-",
      href: "/kantor",
      createdAt: head.now.toISOString(),
    });
    await dismissAccount(head, bahar);
    const { id } = await open("deletion");
    expect((await loadRequest(head, id, REGISTER)).fates.map(({ isRemoved }) => isRemoved)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    await answer(id, "penuhi");
    expect(await account()).toMatchObject({
      name: "Bahar",
      username: "bahar",
      phoneSealed: null,
      phoneIndex: null,
    });
    expect(await village.db.$count(inboxItems, eq(inboxItems.accountId, bahar))).toBe(0);
    expect(await village.db.$count(positionTerms, eq(positionTerms.accountId, bahar))).toBe(1);
    expect(await village.db.$count(knownDevices)).toBe(1);
    const actions = await village.db.select().from(auditLog).where(eq(auditLog.entityId, id));
    expect(actions.map(({ action }) => action).sort()).toEqual([
      "person-request.fulfil",
      "person-request.open",
      "person-request.remove",
    ]);
    // Asked again, nothing is left to take.
    const again = await open("deletion");
    await expect(answer(again.id, "penuhi")).rejects.toThrow("Tidak ada data yang boleh dihapus");
  });
});

describe("the file of all that is held", () => {
  it("holds everything in the clear but secrets, and is in the access log before it leaves", async () => {
    const { id } = await open();
    const { bytes, fileName } = await file(id, "json");
    const text = new TextDecoder().decode(bytes);
    expect(fileName).toBe("data-pribadi-2026-11-24.json");
    const held = JSON.parse(text);
    expect(held).toMatchObject({ desa: "Sesela", nama: "Bahar" });
    const facts = held.bagian.flatMap((part: { data: { nama: string; isi: string }[] }) => part.data);
    expect(facts).toContainEqual({ nama: "Nomor telepon", isi: "081234567890" });
    expect(facts).toContainEqual({ nama: "Nama pengguna", isi: "bahar" });
    expect(facts.some(({ nama }: { nama: string }) => nama === "Kaur Tata Usaha dan Umum")).toBe(true);
    const [stored] = await village.db.select().from(accounts).where(eq(accounts.id, bahar));
    for (const secret of [stored?.passwordHash, stored?.phoneSealed, stored?.phoneIndex])
      expect(secret && text.includes(secret)).toBeFalsy();
    expect(await village.db.select().from(accessLog)).toMatchObject([
      {
        kind: "export",
        what: "privacy.person-file",
        subject: "account",
        subjectId: bahar,
        rowCount: facts.length,
        accountId: head.actor.accountId,
      },
    ]);
  });

  it("comes on paper too, also after the answer, and names the look that the file itself was", async () => {
    const { id } = await open();
    await answer(id, "penuhi");
    await file(id, "json");
    const { bytes, mediaType } = await file(id, "pdf");
    expect(mediaType).toBe("application/pdf");
    const text = (await readPdfText(bytes)).join(" ");
    for (const part of [
      "DATA PRIBADI YANG DISIMPAN DESA",
      "Bahar",
      "081234567890",
      "mengambil berkas semua data",
    ])
      expect(text).toContain(part);
  });

  it("is not made of a person who is gone, and then nothing is logged", async () => {
    const { id } = await open();
    await village.db.update(personRequests).set({ subjectId: "pergi" });
    await expect(file(id, "json")).rejects.toThrow(NotFoundError);
    expect(await village.db.$count(accessLog)).toBe(0);
  });

  it("shows on the request's page how much there is, and none of it", async () => {
    const { id } = await open();
    village.takeRoundTrips();
    const page = await loadRequest(head, id, REGISTER);
    expect(village.takeRoundTrips()).toBe(1);
    expect(page.held.find(({ title }) => title === "Akun")?.count).toBeGreaterThan(3);
    expect(JSON.stringify(page)).not.toMatch(/1234567890/);
  });
});
