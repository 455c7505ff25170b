import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { OfficeCtx, VillageCtx } from "#app/context.ts";
import { activateAccount } from "#app/modules/resident-accounts/activate-account.server.ts";
import { activationSlip } from "#app/modules/resident-accounts/activation-slip.server.ts";
import { changeAccountState } from "#app/modules/resident-accounts/change-account-state.server.ts";
import { changePin } from "#app/modules/resident-accounts/change-pin.server.ts";
import { issueSlip } from "#app/modules/resident-accounts/issue-slip.server.ts";
import {
  isKnownFor,
  type ResidentDevice,
  rememberDevice,
  residentDeviceFrom,
} from "#app/modules/resident-accounts/known-device.server.ts";
import { loadResidentAccount } from "#app/modules/resident-accounts/load-resident-account.server.ts";
import { signInResident } from "#app/modules/resident-accounts/sign-in-resident.server.ts";
import { selectOpenSlip, slipCode } from "#app/modules/resident-accounts/slips.server.ts";
import { ConflictError, FieldError, ForbiddenError, LimitError } from "#app/platform/errors.ts";
import { newToken } from "#app/platform/ids.ts";
import { readSessionToken } from "#app/platform/sessions/sessions.ts";
import { seedResident } from "#app/seed/seed-resident.ts";
import { signInAttempts } from "#db/village/schema/accounts.ts";
import { residents } from "#db/village/schema/population.ts";
import { residentAccounts, residentSlips } from "#db/village/schema/residents.ts";
import { villageProfile } from "#db/village/schema/village.ts";
import { residentCtx, TEST_PIN } from "../../support/resident-client.ts";
import { createTestVillage, type TestVillage } from "../../support/test-village.ts";

let village: TestVillage;
let office: OfficeCtx;
let serial = 0;
/** A NIK that no other test uses. */
const newNik = () => `520109120685${String(++serial).padStart(4, "0")}`;

beforeAll(async () => {
  village = await createTestVillage();
  office = await village.ctxAs("kasi-pelayanan");
  await village.db.insert(villageProfile).values({
    id: 1,
    name: "Sesela",
    regionCode: "52.01.09.2003",
    districtName: "Gunungsari",
    regencyName: "Kabupaten Lombok Barat",
    provinceName: "Nusa Tenggara Barat",
    timeZone: "WITA",
    updatedAt: village.now().toISOString(),
  });
});

/** A browser that was never here. */
const stranger = (): ResidentDevice => ({ name: "Chrome", token: newToken(), marks: [] });

/** The same browser after somebody has signed in on it. */
async function seenAgain(ctx: VillageCtx, device: ResidentDevice, nik: string): Promise<ResidentDevice> {
  const headers = await rememberDevice(ctx, new Headers(), device, nik);
  const cookie = headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  return residentDeviceFrom(ctx, new Request("http://sesela.localhost/", { headers: { cookie } }));
}

/** Every test comes from a network of its own, whose tries count apart. */
function visitor(nth = ++serial) {
  return { ...village.anonymous(), address: `10.${nth >> 8}.${nth & 255}.7` };
}

async function somebody(person: Parameters<typeof seedResident>[1] = {}) {
  const nik = newNik();
  return { nik, id: await seedResident(village.anonymous(), { nik, birthDate: "1985-06-12", ...person }) };
}

async function codeFor(residentId: string): Promise<string> {
  await issueSlip(office, residentId);
  const [slip] = await selectOpenSlip(village.db, residentId, village.now());
  if (!slip) throw new Error("no slip");
  return (await slipCode(office, slip)) ?? "";
}

const pins = { pin_baru: TEST_PIN, pin_lagi: TEST_PIN };
const said = (work: Promise<unknown>) => work.then(() => null).catch((error: Error) => error.message);

describe("an activation slip", () => {
  it("opens an account once, by its code and the NIK, and lets its person in", async () => {
    const { id, nik } = await somebody();
    const kode = await codeFor(id);
    const token = await activateAccount(visitor(), { kode, nik, ...pins }, "Chrome di Android");
    const parts = readSessionToken(token);
    const found = parts && (await loadResidentAccount(village.anonymous(), parts));
    expect(found?.resident.residentId).toBe(id);
    await expect(signInResident(visitor(), { nik, pin: TEST_PIN }, stranger())).resolves.toMatch(/\./);
    await expect(activateAccount(visitor(), { kode, nik, ...pins }, "Chrome")).rejects.toThrow(FieldError);
  });

  it("says the same of a wrong code, another's NIK, an old slip and one that was replaced", async () => {
    const [one, two] = [await somebody(), await somebody()];
    const old = await codeFor(one.id);
    const kode = await codeFor(one.id);
    const wrong = await said(activateAccount(visitor(), { kode: "22222-22222", nik: one.nik, ...pins }, "x"));
    expect(wrong).not.toBeNull();
    expect(await said(activateAccount(visitor(), { kode, nik: two.nik, ...pins }, "x"))).toBe(wrong);
    expect(await said(activateAccount(visitor(), { kode: old, nik: one.nik, ...pins }, "x"))).toBe(wrong);
    const later = { ...visitor(), now: new Date(village.now().getTime() + 15 * 86_400_000) };
    expect(await said(activateAccount(later, { kode, nik: one.nik, ...pins }, "x"))).toBe(wrong);
  });

  it("gives a forgotten PIN a new one, and ends the sessions of the old", async () => {
    const { id, nik } = await somebody();
    const first = await activateAccount(visitor(), { kode: await codeFor(id), nik, ...pins }, "Chrome");
    const again = { kode: await codeFor(id), nik, pin_baru: "590317", pin_lagi: "590317" };
    await activateAccount(visitor(), again, "Chrome");
    const parts = readSessionToken(first);
    expect(parts && (await loadResidentAccount(village.anonymous(), parts))).toBeNull();
    expect(await said(signInResident(visitor(), { nik, pin: TEST_PIN }, stranger()))).not.toBeNull();
    await signInResident(visitor(), { nik, pin: "590317" }, stranger());
  });

  it("is kept as a hash alone, is printed again as it was, and names no NIK", async () => {
    const { id, nik } = await somebody();
    const kode = await codeFor(id);
    const [row] = await village.db.select().from(residentSlips).where(eq(residentSlips.residentId, id));
    expect(JSON.stringify(row)).not.toContain(kode);
    const text = new TextDecoder("latin1").decode(await activationSlip(office, id));
    expect(text).toMatch(/^%PDF/);
    expect(text).not.toContain(nik);
  });

  it("is not made for the dead, for whoever has no NIK, in a village on trial, or by whoever may not", async () => {
    const dead = await somebody({ status: 2 });
    await expect(issueSlip(office, dead.id)).rejects.toThrow(ConflictError);
    const nameless = await seedResident(village.anonymous());
    await expect(issueSlip(office, nameless)).rejects.toThrow(ConflictError);
    const { id } = await somebody();
    const trial = { ...office, tenant: { ...office.tenant, isVerified: false } };
    await expect(issueSlip(trial, id)).rejects.toThrow(ForbiddenError);
    const dusun = await village.ctxAs("kepala-dusun");
    await expect(issueSlip(dusun, id)).rejects.toThrow(ForbiddenError);
  });

  it("refuses a PIN that is easy to guess", async () => {
    const { id, nik } = await somebody();
    const kode = await codeFor(id);
    const weak = { kode, nik, pin_baru: "120685", pin_lagi: "120685" };
    await expect(activateAccount(visitor(), weak, "Chrome")).rejects.toMatchObject({ field: "pin_baru" });
  });
});

describe("signing in", () => {
  it("says the same of an unknown NIK, a wrong PIN, a blocked account and a dead holder", async () => {
    const people = [await somebody(), await somebody(), await somebody()];
    for (const { id, nik } of people)
      await activateAccount(visitor(), { kode: await codeFor(id), nik, ...pins }, "Chrome");
    const [open, blocked, dead] = people;
    if (!open || !blocked || !dead) throw new Error("too few people");
    await village.db.update(residents).set({ status: 2 }).where(eq(residents.id, dead.id));
    await changeAccountState(office, blocked.id, { versi: 1, keadaan: "blokir" });
    const tryOne = (nik: string, pin: string) => said(signInResident(visitor(), { nik, pin }, stranger()));
    const unknown = await tryOne("5201091206859999", TEST_PIN);
    expect(unknown).not.toBeNull();
    expect(await tryOne(open.nik, "999999")).toBe(unknown);
    expect(await tryOne(blocked.nik, TEST_PIN)).toBe(unknown);
    expect(await tryOne(dead.nik, TEST_PIN)).toBe(unknown);
    expect(await tryOne(open.nik, TEST_PIN)).toBeNull();
  });

  it("is locked after five tries at one NIK, wherever they come from, known or not; a slip opens it again", async () => {
    const { id, nik } = await somebody();
    await activateAccount(visitor(), { kode: await codeFor(id), nik, ...pins }, "Chrome");
    for (const tried of [nik, "5201091206858888"]) {
      for (let nth = 0; nth < 5; nth++)
        await expect(signInResident(visitor(), { nik: tried, pin: "111222" }, stranger())).rejects.toThrow(
          FieldError,
        );
      await expect(signInResident(visitor(), { nik: tried, pin: TEST_PIN }, stranger())).rejects.toThrow(
        LimitError,
      );
    }
    await activateAccount(visitor(), { kode: await codeFor(id), nik, ...pins }, "Chrome");
    await signInResident(visitor(), { nik, pin: TEST_PIN }, stranger());
  });

  it("is not locked at a device of its own by whoever tries elsewhere, from any net, and no stranger gains tries by that", async () => {
    const { id, nik } = await somebody();
    await activateAccount(visitor(), { kode: await codeFor(id), nik, ...pins }, "Chrome");
    const home = visitor();
    const phone = await seenAgain(home, stranger(), nik);
    const { marks } = await seenAgain(home, stranger(), newNik());
    const forged = [stranger(), { ...stranger(), marks: phone.marks }, { ...stranger(), marks }];
    for (let nth = 0; nth < 70; nth++)
      await said(signInResident(home, { nik, pin: "111222" }, forged[nth % 3] ?? stranger()));
    for (const device of forged)
      await expect(signInResident(visitor(), { nik, pin: TEST_PIN }, device)).rejects.toThrow(LimitError);
    await signInResident(home, { nik, pin: TEST_PIN }, phone);
    // The lock on strangers stands.
    await expect(signInResident(visitor(), { nik, pin: TEST_PIN }, stranger())).rejects.toThrow(LimitError);
    // At the known device a guesser has as few tries as elsewhere, and what it knows is one NIK and no other.
    for (let nth = 0; nth < 5; nth++)
      await expect(signInResident(home, { nik, pin: "111222" }, phone)).rejects.toThrow(FieldError);
    await expect(signInResident(home, { nik, pin: TEST_PIN }, phone)).rejects.toThrow(LimitError);
    expect(await isKnownFor(village.anonymous(), phone, newNik())).toBe(false);
  });

  it("is locked for a day after fifteen tries in one", async () => {
    const { id, nik } = await somebody();
    await activateAccount(visitor(), { kode: await codeFor(id), nik, ...pins }, "Chrome");
    const at = (minutes: number) => ({
      ...visitor(),
      now: new Date(village.now().getTime() + minutes * 60_000),
    });
    for (let nth = 0; nth < 15; nth++)
      await said(signInResident(at(20 * Math.floor(nth / 5)), { nik, pin: "111222" }, stranger()));
    await expect(signInResident(at(6 * 60), { nik, pin: TEST_PIN }, stranger())).rejects.toThrow(LimitError);
    await signInResident(at(26 * 60), { nik, pin: TEST_PIN }, stranger());
  });

  it("is locked for an address that tries many NIKs", async () => {
    const from = visitor();
    for (let nth = 0; nth < 60; nth++)
      await said(signInResident(from, { nik: newNik(), pin: "111222" }, stranger()));
    await expect(signInResident(from, { nik: newNik(), pin: "111222" }, stranger())).rejects.toThrow(
      LimitError,
    );
    // From there it locks nobody else out, and writes down nothing of what it tries.
    const nik = newNik();
    await residentCtx(village, await seedResident(village.anonymous(), { nik }));
    const counted = () => village.db.$count(signInAttempts);
    await said(signInResident(from, { nik: newNik(), pin: "111222" }, stranger()));
    const before = await counted();
    for (let nth = 0; nth < 6; nth++)
      await expect(signInResident(from, { nik, pin: "111222" }, stranger())).rejects.toThrow(LimitError);
    expect(await counted()).toBe(before);
    await signInResident(visitor(), { nik, pin: TEST_PIN }, stranger());
  });
});

describe("an account of one's own", () => {
  it("takes a new PIN for the present one, and leaves other devices out", async () => {
    const nik = newNik();
    const ctx = await residentCtx(village, await seedResident(village.anonymous(), { nik }));
    const other = await signInResident(visitor(), { nik, pin: TEST_PIN }, stranger());
    await expect(
      changePin(ctx, { pin: "000000", pin_baru: "590317", pin_lagi: "590317" }),
    ).rejects.toMatchObject({ field: "pin" });
    await changePin(ctx, { pin: TEST_PIN, pin_baru: "590317", pin_lagi: "590317" });
    const parts = readSessionToken(other);
    expect(parts && (await loadResidentAccount(village.anonymous(), parts))).toBeNull();
    await signInResident(visitor(), { nik, pin: "590317" }, stranger());
  });

  it("is no account in another village", async () => {
    const neighbour = await createTestVillage();
    const { id, nik } = await somebody();
    const token = await activateAccount(visitor(), { kode: await codeFor(id), nik, ...pins }, "Chrome");
    const parts = readSessionToken(token);
    expect(parts && (await loadResidentAccount(neighbour.anonymous(), parts))).toBeNull();
    expect(
      await said(signInResident(neighbour.anonymous(), { nik, pin: TEST_PIN }, stranger())),
    ).not.toBeNull();
  });

  it("blocks once for two officials at the same time", async () => {
    const ctx = await residentCtx(village);
    const { residentId } = ctx.resident;
    await changeAccountState(office, residentId, { versi: 1, keadaan: "blokir" });
    await expect(changeAccountState(office, residentId, { versi: 1, keadaan: "buka" })).rejects.toThrow(
      ConflictError,
    );
    const [row] = await village.db
      .select()
      .from(residentAccounts)
      .where(eq(residentAccounts.residentId, residentId));
    expect(row?.state).toBe("blocked");
  });
});
