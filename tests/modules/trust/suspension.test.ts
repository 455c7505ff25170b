import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SuspensionInput } from "#app/modules/console/input.ts";
import { decideClaim } from "#app/modules/trust/decide-claim.server.ts";
import { trustDue } from "#app/modules/trust/due.ts";
import { liftSuspension, suspendVillage } from "#app/modules/trust/suspend-village.server.ts";
import { TRUST_WORDS } from "#app/modules/trust/words.ts";
import { ConflictError, ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { directoryAudit } from "#db/directory/schema/overseers.ts";
import { claims } from "#db/directory/schema/trust.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { createTestPortal, type TestPortal } from "#tests/support/test-portal.ts";
import { days, NOW, setTrustStage, type TrustStage } from "./trust-stage.ts";

let portal: TestPortal;
let stage: TrustStage;
beforeAll(async () => {
  portal = await createTestPortal();
});
afterAll(() => portal.stop());
beforeEach(async () => {
  stage = await setTrustStage(portal);
});

const REASON = { alasan: "Akun desa ini dipakai orang yang bukan perangkatnya." };
const ENDED = { alasan: "Kepala Desa sudah datang dan membuktikan jabatannya." };
const villageId = () => stage.seeded.tenant.villageId;

async function accept(now: Date): Promise<void> {
  const id = newId(now);
  const { regionCode } = stage;
  const asked = { name: "Lalu Tohir", position: "kepala-desa", phoneSealed: "", askedAt: now.toISOString() };
  const claim = { id, kind: "contest", villageId: villageId(), regionCode, basis: "letter" } as const;
  await portal.directory.insert(claims).values({ ...claim, ...asked, state: "waiting" });
  await decideClaim(stage.above("operator", now), id, { putusan: "terima", alasan: undefined, versi: 1 });
}

describe("a suspension by hand", () => {
  it("tells the village why, keeps a record, and ends cached answers", async () => {
    const before = await stage.village();
    await suspendVillage(stage.above("operator"), villageId(), REASON);
    const after = await stage.village();
    expect(after).toMatchObject({ state: "suspended", suspendedReason: REASON.alasan });
    expect(after.suspendedAt).toBe(NOW.toISOString());
    expect(after.epoch).toBe(before.epoch + 1);
    await trustDue.run(await stage.job());
    await trustDue.run(await stage.job());
    expect(await stage.news()).toEqual(["Desa Anda ditangguhkan"]);
    const [row] = await portal.directory
      .select()
      .from(directoryAudit)
      .where(eq(directoryAudit.villageId, villageId()));
    expect(row).toMatchObject({ action: "village.suspend", details: { reason: REASON.alasan } });
  });

  it("erases nothing, also where the trial ends meanwhile, and gives time once it is lifted", async () => {
    await suspendVillage(stage.above("operator"), villageId(), REASON);
    await trustDue.run(await stage.job(days(61)));
    expect((await stage.village()).state).toBe("suspended");
    await liftSuspension(stage.above("operator", days(70)), villageId(), ENDED);
    const after = await stage.village();
    expect(after).toMatchObject({ state: "active", suspendedAt: null, suspendedReason: null });
    expect(after.trialEndsAt).toBe(days(84).toISOString());
    await trustDue.run(await stage.job(days(70)));
    expect(await stage.news()).toContain("Penangguhan desa Anda dicabut");
  });

  it("never lets its reason stand for the end of a trial", async () => {
    await suspendVillage(stage.above("operator"), villageId(), { alasan: TRUST_WORDS.trialOver });
    await trustDue.run(await stage.job(days(61)));
    expect((await stage.village()).state).toBe("suspended");
    await liftSuspension(stage.above("operator"), villageId(), ENDED);
    expect((await stage.village()).state).toBe("active");
  });

  it("is done once, however often its form is sent", async () => {
    const ctx = stage.above("operator", NOW, { submitKey: "kunci-penangguhan" });
    await suspendVillage(ctx, villageId(), REASON);
    await suspendVillage(ctx, villageId(), REASON);
    expect(await stage.actions()).toEqual(["village.suspend"]);
    await expect(suspendVillage(stage.above("operator"), villageId(), REASON)).rejects.toThrow(
      new ConflictError(TRUST_WORDS.alreadySuspended),
    );
  });

  it("is refused to people of a kabupaten, without a reason, and for a village that is not there", async () => {
    for (const role of ["kabupaten-admin", "kabupaten-member"] as const)
      for (const verb of [suspendVillage, liftSuspension])
        await expect(verb(stage.above(role), villageId(), REASON)).rejects.toThrow(ForbiddenError);
    await expect(suspendVillage(stage.above("operator"), newId(NOW), REASON)).rejects.toThrow(NotFoundError);
    expect(SuspensionInput.safeParse({ alasan: "  " }).success).toBe(false);
    expect((await stage.village()).state).toBe("active");
  });

  it("is not lifted where it never was, nor where a contest or the end of the trial has made it", async () => {
    const lift = (now = NOW) => liftSuspension(stage.above("operator", now), villageId(), ENDED);
    await expect(lift()).rejects.toThrow(TRUST_WORDS.notSuspended);
    await accept(NOW);
    await expect(lift()).rejects.toThrow(TRUST_WORDS.lostByContest);
    stage = await setTrustStage(portal);
    // As the first of an end's two steps leaves it.
    const takenOut = { state: "suspended", suspendedReason: TRUST_WORDS.trialOver } as const;
    await portal.directory.update(villages).set(takenOut).where(eq(villages.id, villageId()));
    await expect(lift()).rejects.toThrow(TRUST_WORDS.beingErased);
  });
});
