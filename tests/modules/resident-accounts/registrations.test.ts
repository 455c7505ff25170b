import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { decideCorrection } from "#app/modules/resident-accounts/decide-correction.server.ts";
import { decideRegistration } from "#app/modules/resident-accounts/decide-registration.server.ts";
import { RegisterInput } from "#app/modules/resident-accounts/input.ts";
import { loadOwnData } from "#app/modules/resident-accounts/own-data.server.ts";
import { residentAccountData } from "#app/modules/resident-accounts/person-data.server.ts";
import { proposeCorrection } from "#app/modules/resident-accounts/propose-correction.server.ts";
import { KTP_PHOTO, registerResident } from "#app/modules/resident-accounts/register-resident.server.ts";
import { loadRegistration, openTyped } from "#app/modules/resident-accounts/registrations.server.ts";
import { residentAccountRetention } from "#app/modules/resident-accounts/retention.ts";
import { signInResident } from "#app/modules/resident-accounts/sign-in-resident.server.ts";
import { ConflictError, FieldError, ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { storeUpload } from "#app/platform/files/store-upload.ts";
import { runRetention } from "#app/platform/privacy/run-retention.ts";
import { write } from "#app/platform/write.ts";
import { seedHousehold, seedResident } from "#app/seed/seed-resident.ts";
import { residentEvents, residents } from "#db/village/schema/population.ts";
import {
  correctionProposals,
  residentAccounts,
  residentRegistrations,
} from "#db/village/schema/residents.ts";
import { files } from "#db/village/schema/village.ts";
import { residentCtx, TEST_PIN } from "../../support/resident-client.ts";
import type { TestVillage } from "../../support/test-village.ts";
import { createPopulationVillage } from "../population/population-village.ts";

const PHOTO = readFileSync(new URL("../../platform/image/fixtures/sawah.jpg", import.meta.url));

const STRANGER = { name: "Chrome", token: "", marks: [] };

let village: TestVillage;
let office: OfficeCtx;
let serial = 0;
const newNik = () => `520109120685${String(++serial).padStart(4, "0")}`;

beforeAll(async () => {
  ({ village } = await createPopulationVillage());
  office = await village.ctxAs("kasi-pemerintahan");
});

async function register(nik: string) {
  const ctx = village.anonymous();
  const photo = await storeUpload(ctx, new File([PHOTO], "ktp.jpg", { type: "image/jpeg" }), KTP_PHOTO);
  const input = RegisterInput.parse({
    nik,
    nama: "Lalu Suwandi",
    tanggal_lahir: "1985-06-12",
    telepon: "0812 7000 1234",
    pin_baru: TEST_PIN,
    pin_lagi: TEST_PIN,
    berkas: photo.id,
  });
  await registerResident(ctx, input);
  const rows = await village.db.select().from(residentRegistrations);
  const row = rows.find(({ photoId }) => photoId === photo.id);
  return { id: row?.id ?? "", photo, row };
}

const accept = { versi: 1, putusan: "terima" as const, alasan: null };

describe("registering by oneself", () => {
  it("keeps the same of a NIK that the register knows and of one that it does not, and makes no account", async () => {
    const nik = newNik();
    await seedResident(village.anonymous(), { nik });
    const [known, unknown] = [await register(nik), await register(newNik())];
    const shape = (row: typeof known.row) =>
      Object.entries(row ?? {}).map(([key, value]) => [key, typeof value]);
    expect(shape(known.row)).toEqual(shape(unknown.row));
    expect(known.row?.typedSealed).not.toContain(nik);
    expect(await village.db.$count(residentAccounts)).toBe(0);
    await expect(signInResident(village.anonymous(), { nik, pin: TEST_PIN }, STRANGER)).rejects.toThrow(
      FieldError,
    );
  });

  it("opens the account once it is accepted; photo, typed data and PIN go with the decision", async () => {
    const nik = newNik();
    await seedResident(village.anonymous(), { nik, birthDate: "1985-06-12" });
    const { id, photo } = await register(nik);
    expect((await loadRegistration(office, id)).match?.hasAccount).toBe(false);
    await decideRegistration(office, id, accept);
    await signInResident(village.anonymous(), { nik, pin: TEST_PIN }, STRANGER);
    const [row] = await village.db
      .select()
      .from(residentRegistrations)
      .where(eq(residentRegistrations.id, id));
    expect(row).toMatchObject({ state: "accepted", passwordHash: "", photoId: null });
    expect(await openTyped(office, { typedSealed: row?.typedSealed ?? "" })).toEqual({});
    expect(await village.db.$count(files, eq(files.id, photo.id))).toBe(0);
    expect(await village.files.get(photo.storageKey)).toBeNull();
    await expect(decideRegistration(office, id, accept)).rejects.toThrow(ConflictError);
    await expect(loadRegistration(office, id)).rejects.toThrow(NotFoundError);
  });

  it("is refused with a reason, and not accepted for a NIK that nobody here has, or that has an account", async () => {
    const { id, photo } = await register(newNik());
    await expect(decideRegistration(office, id, accept)).rejects.toThrow(ConflictError);
    await decideRegistration(office, id, { versi: 1, putusan: "tolak", alasan: "Foto tidak terbaca." });
    expect(await village.files.get(photo.storageKey)).toBeNull();
    const nik = newNik();
    await residentCtx(village, await seedResident(village.anonymous(), { nik }));
    const again = await register(nik);
    await expect(decideRegistration(office, again.id, accept)).rejects.toThrow(ConflictError);
  });

  it("is decided by whoever may, in a village that may hold accounts", async () => {
    const { id } = await register(newNik());
    const dusun = await village.ctxAs("kepala-dusun");
    await expect(decideRegistration(dusun, id, accept)).rejects.toThrow(ForbiddenError);
    const trial = { ...office, tenant: { ...office.tenant, isVerified: false } };
    await expect(decideRegistration(trial, id, accept)).rejects.toThrow(ForbiddenError);
  });

  it("fills nobody's list with one NIK, and waits no longer than a month", async () => {
    const nik = newNik();
    const made = [await register(nik), await register(nik), await register(nik), await register(nik)];
    expect(made.filter(({ row }) => row !== undefined)).toHaveLength(3);
    const later = { ...village.anonymous(), now: new Date("2026-12-26T02:00:00.000Z") };
    await runRetention(later, residentAccountRetention);
    expect(await village.db.$count(residentRegistrations, eq(residentRegistrations.state, "waiting"))).toBe(
      0,
    );
    expect(await village.files.get(made[0]?.photo.storageKey ?? "")).toBeNull();
  });
});

describe("a correction that a resident proposes", () => {
  it("stands sealed beside what is recorded, and writes an event once it is accepted", async () => {
    const { residentIds } = await seedHousehold(village.anonymous(), {
      number: "5201091206150009",
      members: [{ nik: newNik() }],
    });
    const ctx = await residentCtx(village, residentIds[0]);
    const { residentId } = ctx.resident;
    await proposeCorrection(ctx, "name", { isi: "Lalu Ahmad Fauzan", keterangan: null });
    await expect(proposeCorrection(ctx, "name", { isi: "Lalu", keterangan: null })).rejects.toThrow(
      ConflictError,
    );
    const [row] = await village.db
      .select()
      .from(correctionProposals)
      .where(eq(correctionProposals.residentId, residentId));
    expect(row?.valueSealed).not.toContain("Fauzan");
    await decideCorrection(office, row?.id ?? "", accept);
    await expect(decideCorrection(office, row?.id ?? "", accept)).rejects.toThrow(ConflictError);
    const [resident] = await village.db.select().from(residents).where(eq(residents.id, residentId));
    expect(resident?.name).toBe("Lalu Ahmad Fauzan");
    const events = await village.db
      .select()
      .from(residentEvents)
      .where(eq(residentEvents.residentId, residentId));
    expect(events.map(({ kind }) => kind)).toEqual(["opening", "correction"]);
    expect((await loadOwnData(ctx)).proposals[0]).toMatchObject({
      state: "accepted",
      text: "Lalu Ahmad Fauzan",
    });
  });

  it("is refused with a reason that he reads; the register stays as it is", async () => {
    const ctx = await residentCtx(village);
    await proposeCorrection(ctx, "religion", { isi: "2", keterangan: null });
    const [row] = await village.db
      .select()
      .from(correctionProposals)
      .where(eq(correctionProposals.residentId, ctx.resident.residentId));
    await decideCorrection(office, row?.id ?? "", { versi: 1, putusan: "tolak", alasan: "Bawa KTP-nya." });
    const data = await loadOwnData(ctx);
    expect(data.proposals[0]).toMatchObject({ state: "refused", answer: "Bawa KTP-nya." });
    expect(data.fields.find(({ key }) => key === "religion")?.value).toBe("Islam");
  });

  it("is not taken for a NIK, for a code that there is not, or by whoever may not decide", async () => {
    const ctx = await residentCtx(village);
    await expect(proposeCorrection(ctx, "nik", { isi: "1", keterangan: null })).rejects.toThrow(
      NotFoundError,
    );
    await expect(proposeCorrection(ctx, "religion", { isi: "99", keterangan: null })).rejects.toThrow(
      FieldError,
    );
    await proposeCorrection(ctx, "religion", { isi: "3", keterangan: null });
    const [row] = await village.db
      .select()
      .from(correctionProposals)
      .where(eq(correctionProposals.residentId, ctx.resident.residentId));
    const dusun = await village.ctxAs("kepala-dusun");
    await expect(decideCorrection(dusun, row?.id ?? "", accept)).rejects.toThrow(ForbiddenError);
  });
});

describe("who asks that his data goes", () => {
  it("has neither account nor proposals afterwards", async () => {
    const ctx = await residentCtx(village);
    await proposeCorrection(ctx, "religion", { isi: "3", keterangan: null });
    const { residentId } = ctx.resident;
    const removed = await write(office, async (work) => {
      const what = await residentAccountData.remove(office, work, residentId);
      await work.audit({ action: "resident.change", entity: "resident", entityId: residentId });
      return what;
    });
    expect(removed).toHaveLength(2);
    expect(await village.db.$count(residentAccounts, eq(residentAccounts.residentId, residentId))).toBe(0);
  });
});
