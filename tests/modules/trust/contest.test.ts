import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { OWN_LETTER } from "#app/modules/trust/claim-rules.ts";
import { contestVillage } from "#app/modules/trust/contest-village.server.ts";
import { decideClaim } from "#app/modules/trust/decide-claim.server.ts";
import { decideObjection } from "#app/modules/trust/decide-objection.server.ts";
import { trustDue } from "#app/modules/trust/due.ts";
import type { ContestInput } from "#app/modules/trust/input.ts";
import { listClaims } from "#app/modules/trust/list-claims.server.ts";
import { loadClaim } from "#app/modules/trust/load-claim.server.ts";
import { readLetter } from "#app/modules/trust/read-letter.server.ts";
import { renewTicket } from "#app/modules/trust/renew-ticket.server.ts";
import { replyToContest } from "#app/modules/trust/reply-to-contest.server.ts";
import { reverseContest } from "#app/modules/trust/reverse-contest.server.ts";
import { verifyVillage } from "#app/modules/trust/verify-village.server.ts";
import {
  ConflictError,
  FieldError,
  ForbiddenError,
  LimitError,
  NotFoundError,
} from "#app/platform/errors.ts";
import { sha256Hex } from "#app/platform/ids.ts";
import { erasures } from "#db/directory/schema/backups.ts";
import { claimReplies, claimTickets } from "#db/directory/schema/trust.ts";
import { createTestPortal, type TestPortal } from "#tests/support/test-portal.ts";
import { days, NOW, setTrustStage, type TrustStage } from "./trust-stage.ts";

const LETTER = () => new File(["%PDF-1.4\n%%EOF"], "surat.pdf", { type: "application/pdf" });
const REASON = "Surat keputusannya sudah dicabut.";

let portal: TestPortal;
let stage: TrustStage;
beforeAll(async () => {
  portal = await createTestPortal();
});
afterAll(() => portal.stop());
beforeEach(async () => {
  stage = await setTrustStage(portal);
});

const contestOf = (overrides: Partial<ContestInput> = {}): ContestInput => ({
  kode_desa: stage.regionCode,
  nama: "Lalu Muhammad",
  jabatan: "kepala-desa",
  telepon: "6281999000111",
  nomor_sk: "141/77/Pem/2025",
  pernyataan: "Saya Kepala Desa yang dilantik tahun 2025.",
  berkas: LETTER(),
  ...overrides,
});
const file = (now = NOW, overrides: Partial<ContestInput> = {}) =>
  contestVillage(stage.portal.ctx({ now }), contestOf(overrides));
const decision = (putusan: "terima" | "tolak" | "batalkan", versi = 1) => ({
  putusan,
  versi,
  alasan: putusan === "terima" ? undefined : REASON,
});
const accept = async (id: string, now = NOW, role: "operator" | "kabupaten-member" = "kabupaten-member") =>
  decideClaim(stage.above(role, now), id, decision("terima"));
const stateOf = async (id: string) => (await stage.claims()).find((claim) => claim.id === id)?.state;
const erasure = async () =>
  (
    await portal.directory
      .select()
      .from(erasures)
      .where(eq(erasures.villageId, stage.seeded.tenant.villageId))
  )[0];
const replies = () =>
  portal.directory
    .select()
    .from(claimReplies)
    .where(eq(claimReplies.villageId, stage.seeded.tenant.villageId));
const tickets = () =>
  portal.directory.select().from(claimTickets).where(eq(claimTickets.regionCode, stage.regionCode));
const objection = async () => (await replies()).find(({ kind }) => kind === "objection");

describe("a contest", () => {
  it("keeps letter and phone apart from the village, and tells it", async () => {
    const id = await file();
    const [claim] = await stage.claims();
    expect(claim).toMatchObject({ id, kind: "contest", state: "waiting", letterType: "application/pdf" });
    expect(claim?.letterKey).toMatch(new RegExp(`^sanggahan/${id}/`));
    expect(stage.portal.files.held.has(claim?.letterKey ?? "")).toBe(true);
    expect(JSON.stringify(claim)).not.toContain("1999000111");
    await trustDue.run(await stage.job());
    expect(await stage.news()).toEqual(["Pendaftaran desa Anda disanggah"]);
    const head = await stage.office("kepala-desa");
    const reply = { pernyataan: "Kami dilantik dengan sah.", berkas: null };
    expect(await replyToContest(head, id, reply)).toBe("answer");
    expect(await replies()).toMatchObject([{ kind: "answer", state: "given", name: "Drs. H. Sahrum, M.Si" }]);
  });

  it("is one of the same form sent twice, and leaves no letter of a second", async () => {
    const before = portal.files.held.size;
    const ctx = stage.portal.ctx({ submitKey: "kunci-yang-sama" });
    const ids = [await contestVillage(ctx, contestOf()), await contestVillage(ctx, contestOf())];
    expect(ids[0]).toBe(ids[1]);
    expect(await stage.claims()).toHaveLength(1);
    expect(portal.files.held.size - before).toBe(1);
  });

  it("is refused without a letter, of another kind of file, of a village that nobody has signed up", async () => {
    const before = portal.files.held.size;
    await expect(file(NOW, { berkas: null })).rejects.toThrow(FieldError);
    await expect(file(NOW, { berkas: new File(["<svg/>"], "surat.pdf") })).rejects.toThrow(FieldError);
    const free = await file(NOW, { kode_desa: "52.01.14.2001" }).catch((error: unknown) => error);
    expect(free).toMatchObject({ field: "kode_desa" });
    expect([await stage.claims(), portal.files.held.size - before]).toEqual([[], 0]);
  });

  it("is limited to five an hour from one network", async () => {
    for (let turn = 0; turn < 5; turn++) await file();
    await expect(file()).rejects.toThrow(LimitError);
    await contestVillage(stage.portal.ctx({ address: "198.51.100.4" }), contestOf());
  });

  it("that is refused changes nothing for the village but gives it 14 days", async () => {
    const id = await file(days(55));
    await decideClaim(stage.above("kabupaten-member", days(58)), id, decision("tolak"));
    expect(await stage.village()).toMatchObject({ state: "active", trialEndsAt: days(72).toISOString() });
    await trustDue.run(await stage.job(days(58)));
    expect(await stage.news()).toContain("Sanggahan atas desa Anda ditolak");
    const late = { pernyataan: "Terima kasih banyak.", berkas: null };
    await expect(replyToContest(await stage.office("kepala-desa"), id, late)).rejects.toThrow(ConflictError);
  });

  it("of a verified village is for operators alone, and another's is nobody's", async () => {
    stage = await setTrustStage(portal, true);
    const id = await file();
    await expect(accept(id)).rejects.toThrow(NotFoundError);
    await accept(id, NOW, "operator");
    expect(await stage.village()).toMatchObject({ state: "suspended", trialEndsAt: days(30).toISOString() });
  });

  it("is answered by the village's leaders alone, and only its own", async () => {
    const id = await file();
    const reply = { pernyataan: "Kami dilantik dengan sah.", berkas: null };
    await expect(replyToContest(await stage.office("kaur-keuangan"), id, reply)).rejects.toThrow(
      ForbiddenError,
    );
    const head = await stage.office("kepala-desa");
    const elsewhere = { ...head, tenant: { ...head.tenant, villageId: crypto.randomUUID() } };
    await expect(replyToContest(elsewhere, id, reply)).rejects.toThrow(NotFoundError);
  });
});

describe("an accepted contest", () => {
  it("suspends the village at once, refuses what else waits, and gives a ticket whose hash alone is kept", async () => {
    const other = await file();
    const id = await file();
    const done = await accept(id);
    expect(done.ticket).toMatch(/^[a-z2-9]{32}$/);
    expect(await stage.village()).toMatchObject({ state: "suspended", trialEndsAt: days(7).toISOString() });
    expect(await stateOf(other)).toBe("refused");
    const [ticket] = await tickets();
    expect(ticket).toMatchObject({ tokenHash: await sha256Hex(done.ticket ?? "") });
    expect(JSON.stringify(ticket)).not.toContain(done.ticket);
    const renewed = await renewTicket(stage.above("kabupaten-member"), id);
    const [later] = await tickets();
    expect(later?.tokenHash).toBe(await sha256Hex(renewed ?? ""));
  });

  it("erases the village after seven days, not before", async () => {
    await accept(await file());
    expect((await trustDue.run(await stage.job(days(6)))).nextDueAt).toEqual(days(7));
    expect(await stage.village()).toMatchObject({ state: "suspended" });
    await trustDue.run(await stage.job(days(7)));
    expect(await stage.village()).toMatchObject({ state: "erased" });
    expect(await erasure()).toMatchObject({ reason: "claim-refused", askedBy: "Balai" });
  });

  it("waits for the operator where the village objects, once", async () => {
    const id = await file();
    await accept(id);
    const head = await stage.office("kepala-desa", days(6));
    const words = { pernyataan: "Putusan itu keliru sama sekali.", berkas: null };
    expect(await replyToContest(head, id, words)).toBe("objection");
    await expect(replyToContest(head, id, words)).rejects.toThrow(ConflictError);
    await trustDue.run(await stage.job(days(40)));
    expect(await stage.village()).toMatchObject({ state: "suspended" });
    const reply = await objection();
    const kabupaten = stage.above("kabupaten-admin", days(40));
    await expect(decideObjection(kabupaten, reply?.id ?? "", decision("tolak"))).rejects.toThrow(
      ForbiddenError,
    );
    await decideObjection(stage.above("operator", days(40)), reply?.id ?? "", decision("tolak"));
    await trustDue.run(await stage.job(days(40.5)));
    expect(await stage.village()).toMatchObject({ state: "suspended" });
    expect(await stage.news()).toContain("Keberatan Anda ditolak");
    await trustDue.run(await stage.job(days(41)));
    expect(await stage.village()).toMatchObject({ state: "erased" });
  });

  it("is undone by an objection that is upheld: the village is active, the ticket worth nothing", async () => {
    const id = await file();
    await accept(id);
    const words = { pernyataan: "Putusan itu keliru sama sekali.", berkas: null };
    await replyToContest(await stage.office("kepala-desa", days(2)), id, words);
    await decideObjection(
      stage.above("operator", days(3)),
      (await objection())?.id ?? "",
      decision("terima"),
    );
    expect(await stage.village()).toMatchObject({
      state: "active",
      suspendedReason: null,
      trialEndsAt: days(17).toISOString(),
    });
    expect(await tickets()).toEqual([]);
    await expect(renewTicket(stage.above("operator"), id)).rejects.toThrow(ConflictError);
    await trustDue.run(await stage.job(days(9)));
    expect(await stage.village()).toMatchObject({ state: "active" });
    expect(await stage.news()).toContain("Keberatan Anda diterima");
  });

  it("is taken back by an operator alone, and only as it was shown", async () => {
    const id = await file();
    await accept(id);
    const back = decision("batalkan", 2);
    await expect(reverseContest(stage.above("kabupaten-admin"), id, back)).rejects.toThrow(ForbiddenError);
    await expect(reverseContest(stage.above("operator"), id, decision("batalkan"))).rejects.toThrow(
      ConflictError,
    );
    await reverseContest(stage.above("operator"), id, back);
    expect(await stage.village()).toMatchObject({ state: "active" });
    expect(await stateOf(id)).toBe("refused");
  });
});

describe("the queue", () => {
  it("shows what waits, the oldest first, to its kabupaten and to operators; contests of verified villages to these alone", async () => {
    const id = await file();
    const shown = async (role: "operator" | "kabupaten-member", isDecided = false) => {
      const { claims } = await listClaims(stage.above(role), { isDecided, after: null });
      return claims.filter(({ regionCode }) => regionCode === stage.regionCode).map((claim) => claim.id);
    };
    expect([await shown("operator"), await shown("kabupaten-member")]).toEqual([[id], [id]]);
    expect(await shown("kabupaten-member", true)).toEqual([]);
    await verifyVillage(stage.above("operator"), stage.seeded.tenant.villageId);
    expect([await shown("operator"), await shown("kabupaten-member")]).toEqual([[id], []]);
    await expect(loadClaim(stage.above("kabupaten-member"), id)).rejects.toThrow(NotFoundError);
    expect(await loadClaim(stage.above("operator"), id)).toMatchObject({ phone: "6281999000111" });
    await decideClaim(stage.above("operator"), id, decision("tolak"));
    expect([await shown("operator"), await shown("operator", true)]).toEqual([[], [id]]);
  });

  it("goes on behind the last of a page", async () => {
    const ids = [await file(), await file(days(1)), await file(days(2))];
    const ctx = stage.above("operator");
    const first = (await stage.claims())[0];
    const after = `${first?.askedAt}~${first?.id}`;
    const { claims } = await listClaims(ctx, { isDecided: false, after });
    const own = claims.filter(({ regionCode }) => regionCode === stage.regionCode);
    expect(own.map(({ id }) => id)).toEqual(ids.slice(1));
  });

  it("gives letters to those who decide alone, and writes down that they were read", async () => {
    const id = await file();
    const letter = await readLetter(stage.above("kabupaten-member"), id, OWN_LETTER);
    expect(new TextDecoder().decode(letter.bytes)).toContain("%PDF");
    expect(await stage.actions()).toContain("claim.read-letter");
    const ctx = stage.above("kabupaten-admin");
    const stranger = { ...ctx, overseer: { ...ctx.overseer, regencyCode: "52.71" } };
    await expect(readLetter(stranger, id, OWN_LETTER)).rejects.toThrow(NotFoundError);
    await expect(readLetter(ctx, id, crypto.randomUUID())).rejects.toThrow(NotFoundError);
  });
});
