import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { askByLetter } from "#app/modules/trust/ask-by-letter.server.ts";
import { askByList } from "#app/modules/trust/ask-by-list.server.ts";
import { decideClaim } from "#app/modules/trust/decide-claim.server.ts";
import { trustDue } from "#app/modules/trust/due.ts";
import { verifyVillage } from "#app/modules/trust/verify-village.server.ts";
import { TRUST_NEWS, TRUST_WORDS } from "#app/modules/trust/words.ts";
import {
  ConflictError,
  FieldError,
  ForbiddenError,
  LimitError,
  NotFoundError,
} from "#app/platform/errors.ts";
import { storeUpload } from "#app/platform/files/store-upload.ts";
import { createTestPortal, type TestPortal } from "#tests/support/test-portal.ts";
import { days, PHONE, setTrustStage, type TrustStage } from "./trust-stage.ts";

const DECREE = "SK Bupati Nomor 141/12/Pem/2024";
const PDF = new File(["%PDF-1.4\n%%EOF"], "surat.pdf", { type: "application/pdf" });

let portal: TestPortal;
let stage: TrustStage;
beforeAll(async () => {
  portal = await createTestPortal();
});
afterAll(() => portal.stop());
beforeEach(async () => {
  stage = await setTrustStage(portal);
});

const byList = async (nomor_sk: string, now?: Date) =>
  askByList(await stage.office("kepala-desa", now), { nomor_sk });

async function byLetter(now?: Date, submitKey: string | null = null) {
  const ctx = { ...(await stage.office("kepala-desa", now)), submitKey };
  const { id } = await storeUpload(ctx, PDF, { purpose: "letter", accept: ["pdf"] });
  await askByLetter(ctx, { nomor_sk: DECREE, keterangan: "Surat dari Camat.", berkas: id });
}

const waiting = async () => (await stage.claims()).find((claim) => claim.state === "waiting");
const decision = (putusan: "terima" | "tolak", versi = 1) =>
  ({ putusan, versi, alasan: putusan === "tolak" ? "Stempelnya tidak terbaca." : undefined }) as const;

describe("by the kabupaten's list", () => {
  it("verifies at once whoever stands in it by decree, name and phone, ends the trial and tells the village", async () => {
    await stage.list([{ name: "SAHRUM", decree: "141/012/PEM/2024", phone: PHONE }]);
    await byList(DECREE);
    expect(await stage.village()).toMatchObject({ trust: "verified", trialEndsAt: null, epoch: 2 });
    expect(await stage.claims()).toMatchObject([{ basis: "list", state: "accepted" }]);
    expect(await stage.actions()).toEqual(["claim.ask", "village.verify"]);
    expect(stage.portal.sent).toContainEqual({
      kind: "run-village-due",
      villageId: stage.seeded.tenant.villageId,
    });
    await trustDue.run(await stage.job());
    await trustDue.run(await stage.job());
    expect(await stage.news()).toEqual([TRUST_NEWS.verified.title]);
  });

  it.each([
    ["another decree", { decree: "141/13/Pem/2024" }],
    ["another name", { name: "Sahrul" }],
    ["another phone", { phone: "6281234567891" }],
    ["another village", { regionCode: "52.01.14.2001" }],
  ])("says the same of %s as of a kabupaten without a list, and changes nothing", async (_, other) => {
    await expect(byList(DECREE)).rejects.toThrow(TRUST_WORDS.notListed);
    await stage.list([{ name: "Sahrum", decree: DECREE, phone: PHONE, ...other }]);
    const refusal = await byList(DECREE).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(FieldError);
    expect(refusal).toMatchObject({ field: "nomor_sk", message: TRUST_WORDS.notListed });
    expect(await stage.village()).toMatchObject({ trust: "unverified", epoch: 1 });
    expect(await stage.claims()).toHaveLength(1);
  });

  it("verifies later by itself once a list has come that names him", async () => {
    await expect(byList(DECREE)).rejects.toThrow(FieldError);
    await stage.list([{ name: "Sahrum", decree: DECREE, phone: PHONE }]);
    await trustDue.run(await stage.job());
    expect(await stage.village()).toMatchObject({ trust: "verified" });
    expect(await stage.news()).toEqual([TRUST_NEWS.verified.title]);
  });

  it("lets a village try five times a day, so that nobody finds the list out", async () => {
    for (let turn = 0; turn < 5; turn++) await expect(byList(`141/${turn}`)).rejects.toThrow(FieldError);
    await stage.list([{ name: "Sahrum", decree: DECREE, phone: PHONE }]);
    await expect(byList(DECREE)).rejects.toThrow(LimitError);
    await byList(DECREE, days(1));
    expect((await stage.village()).trust).toBe("verified");
  });

  it("keeps phones sealed, and takes the same form twice as one", async () => {
    await stage.list([{ name: "Sahrum", decree: DECREE, phone: PHONE }]);
    const ctx = await stage.office("kepala-desa", undefined, { submitKey: "kunci-yang-sama" });
    await askByList(ctx, { nomor_sk: DECREE });
    await askByList(ctx, { nomor_sk: DECREE });
    const found = await stage.claims();
    expect(found).toHaveLength(1);
    expect(JSON.stringify(found)).not.toContain(PHONE.slice(4));
  });

  it("refuses who may not, and a village that is verified", async () => {
    await expect(askByList(await stage.office("kaur-keuangan"), { nomor_sk: DECREE })).rejects.toThrow(
      ForbiddenError,
    );
    await verifyVillage(stage.above("operator"), stage.seeded.tenant.villageId);
    await expect(byList(DECREE)).rejects.toThrow(ConflictError);
  });
});

describe("by a letter", () => {
  it("goes to the kabupaten, whose people accept it", async () => {
    await byLetter();
    const claim = await waiting();
    expect(claim).toMatchObject({ kind: "verification", basis: "letter", decree: DECREE });
    const done = await decideClaim(stage.above("kabupaten-member"), claim?.id ?? "", decision("terima"));
    expect(done).toEqual({ kind: "verification", isAccepted: true, ticket: null });
    expect(await stage.village()).toMatchObject({ trust: "verified" });
    expect(await stage.claims()).toMatchObject([{ state: "accepted", decidedBy: "orang-kabupaten-member" }]);
  });

  it("is refused with a reason that the village reads, after which it has 14 days and may ask again", async () => {
    await byLetter(days(55));
    await decideClaim(stage.above("operator", days(59)), (await waiting())?.id ?? "", decision("tolak"));
    expect(await stage.village()).toMatchObject({
      trust: "unverified",
      trialEndsAt: days(73).toISOString(),
    });
    await trustDue.run(await stage.job(days(59)));
    expect(await stage.news()).toContain("Surat pengantar ditolak");
    await byLetter(days(60));
    expect(await waiting()).toBeDefined();
  });

  it("waits alone, and is sent once however often the form is", async () => {
    await byLetter(undefined, "kunci-yang-sama");
    await byLetter(undefined, "kunci-yang-sama").catch(() => {});
    expect(await stage.claims()).toHaveLength(1);
    await expect(byLetter()).rejects.toThrow(TRUST_WORDS.letterWaits);
  });

  it("is out of reach of another kabupaten, decided once, and only as it was shown", async () => {
    await byLetter();
    const id = (await waiting())?.id ?? "";
    const ctx = stage.above("kabupaten-admin");
    const stranger = { ...ctx, overseer: { ...ctx.overseer, regencyCode: "52.71" } };
    await expect(decideClaim(stranger, id, decision("terima"))).rejects.toThrow(NotFoundError);
    await expect(decideClaim(ctx, id, decision("terima", 2))).rejects.toThrow(ConflictError);
    const both = await Promise.allSettled([
      decideClaim(stage.above("operator"), id, decision("tolak")),
      decideClaim(ctx, id, decision("terima")),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const actions = await stage.actions();
    expect(actions.filter((action) => /^claim\.(accept|refuse)$/.test(action))).toHaveLength(1);
  });

  it("refuses whoever has no such permission", async () => {
    await byLetter();
    const ctx = stage.above("operator");
    const nobody = { ...ctx, overseer: { ...ctx.overseer, permissions: new Set<string>() } };
    await expect(decideClaim(nobody, (await waiting())?.id ?? "", decision("terima"))).rejects.toThrow(
      ForbiddenError,
    );
  });
});

it("by hand is one verb that says whether anything changed", async () => {
  const ctx = stage.above("operator");
  expect(await verifyVillage(ctx, stage.seeded.tenant.villageId)).toBe(true);
  expect(await verifyVillage(ctx, stage.seeded.tenant.villageId)).toBe(false);
  expect(await stage.actions()).toEqual(["village.verify"]);
});
