import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { acceptTerms } from "#app/modules/privacy/accept-terms.server.ts";
import { loadTerms } from "#app/modules/privacy/load-terms.server.ts";
import { ConflictError, ForbiddenError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { hashTerms, TERMS_VERSIONS, type TermsVersion } from "#app/platform/privacy/processor-terms.ts";
import { requireTerms } from "#app/platform/privacy/require-terms.ts";
import { auditLog } from "#db/village/schema/accounts.ts";
import { termsAcceptances } from "#db/village/schema/privacy.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";

const FIRST = TERMS_VERSIONS[0] as TermsVersion;
const NEXT: TermsVersion = { version: "2027-01", since: "2027-01-01", sections: [] };
let village: TestVillage;
beforeEach(async () => {
  village = await createTestVillage();
});

const input = async (terms = FIRST) => ({
  versi: terms.version,
  sidik: await hashTerms(terms),
  setuju: "on" as const,
});
const accept = async (ctx: OfficeCtx) => acceptTerms(ctx, await input());
const require = (versions = TERMS_VERSIONS) => requireTerms(village.anonymous(), village.db, versions);
const accepted = () => village.db.select().from(termsAcceptances);

describe("the terms with the platform", () => {
  it("keep residents out until the Kepala Desa has accepted them, once and on record", async () => {
    await expect(require()).rejects.toThrow(ConflictError);
    const head = await village.ctxAs("kepala-desa");
    expect(await loadTerms(head)).toMatchObject({
      standing: { state: "missing" },
      mayAccept: true,
      acceptances: [],
    });
    await accept(head);
    await expect(require()).resolves.toBeUndefined();
    expect(await accepted()).toMatchObject([
      {
        version: FIRST.version,
        textHash: await hashTerms(FIRST),
        acceptedBy: head.actor.accountId,
        acceptedName: head.actor.name,
        acceptedPosition: "kepala-desa",
        acceptedAt: head.now.toISOString(),
      },
    ]);
    await expect(accept(head)).rejects.toThrow(`sudah disetujui oleh ${head.actor.name}`);
    expect(await village.db.select().from(auditLog).where(eq(auditLog.action, "terms.accept"))).toHaveLength(
      1,
    );
    expect(await loadTerms(head)).toMatchObject({
      standing: { state: "accepted" },
      acceptances: [{ version: FIRST.version }],
    });
  });

  it("are accepted by whoever signed the village up while no Kepala Desa has joined, and by nobody else", async () => {
    const secretary = await village.ctxAs("sekretaris-desa");
    await expect(accept(secretary)).rejects.toThrow(ForbiddenError);
    const admin = await village.ctxAs("kasi-pemerintahan", { isAdmin: true });
    expect((await loadTerms(admin)).mayAccept).toBe(true);
    await accept(admin);
    expect(await accepted()).toMatchObject([
      { acceptedPosition: "pendaftar", acceptedName: admin.actor.name },
    ]);
  });

  it("are the Kepala Desa's alone once he has joined", async () => {
    const admin = await village.ctxAs("kasi-pemerintahan", { isAdmin: true });
    await village.ctxAs("kepala-desa");
    expect((await loadTerms(admin)).mayAccept).toBe(false);
    await expect(accept(admin)).rejects.toThrow("disetujui Kepala Desa");
    expect(await accepted()).toEqual([]);
  });

  it("are not shown to hamlets and the council, nor accepted in the hours after a recovery", async () => {
    for (const position of ["kepala-dusun", "ketua-bpd"])
      await expect(village.ctxAs(position).then((ctx) => loadTerms(ctx))).rejects.toThrow(ForbiddenError);
    const head = await village.ctxAs("kepala-desa");
    const actor = { ...head.actor, signingBlockedUntil: "2026-11-24T12:00:00.000Z" };
    await expect(accept({ ...head, actor })).rejects.toThrow("baru saja dipulihkan");
  });

  it("are refused where the page held another text than the present one", async () => {
    const head = await village.ctxAs("kepala-desa");
    const read = await input();
    await expect(acceptTerms(head, { ...read, sidik: "0".repeat(64) })).rejects.toThrow("Teks perjanjian");
    await expect(acceptTerms(head, { ...read, versi: "2025-01" })).rejects.toThrow("Teks perjanjian");
    expect(await accepted()).toEqual([]);
  });

  it("take the same submit twice for one", async () => {
    const head = await village.ctxAs("kepala-desa", { submitKey: newId(village.now()) });
    await accept(head);
    await accept(head);
    expect(await accepted()).toHaveLength(1);
  });

  it("ask again when a new version begins, let work go on for thirty days, then stop it until it is accepted", async () => {
    const versions = [FIRST, NEXT];
    await accept(await village.ctxAs("kepala-desa"));
    village.setNow("2027-01-10T02:00:00.000Z");
    const head = await village.ctxAs("kepala-desa");
    expect((await loadTerms(head, versions)).standing).toEqual({ state: "renew", until: "2027-01-31" });
    await expect(require(versions)).resolves.toBeUndefined();
    village.setNow("2027-01-31T02:00:00.000Z");
    await expect(require(versions)).rejects.toThrow(ConflictError);
    await acceptTerms(await village.ctxAs("kepala-desa"), await input(NEXT), versions);
    await expect(require(versions)).resolves.toBeUndefined();
    expect((await accepted()).map(({ version }) => version).sort()).toEqual(["2026-11", "2027-01"]);
  });

  it("of one village bind no other", async () => {
    const other = await createTestVillage();
    await accept(await other.ctxAs("kepala-desa"));
    await expect(require()).rejects.toThrow(ConflictError);
  });
});
