import { eq, isNull } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { resumeSignup } from "#app/modules/signup/resume-signup.server.ts";
import { startSignup } from "#app/modules/signup/start-signup.server.ts";
import { dueJobs } from "#db/directory/schema/jobs.ts";
import { signups, villageHosts, villages } from "#db/directory/schema/villages.ts";
import { ProvisionError } from "#db/homes/home.ts";
import { createProvisioner } from "#db/homes/homes.ts";
import { openVillage } from "#db/open.ts";
import { accounts, auditLog, positionTerms } from "#db/village/schema/accounts.ts";
import { villageProfile } from "#db/village/schema/village.ts";
import { createTestPortal, REGIONS, signupOf, type TestPortal } from "#tests/support/test-portal.ts";

vi.setConfig({ testTimeout: 180_000 });

/**
 * A machine that dies once the given request has had its effect: its answer and all later requests are lost. Dying
 * before a request is dying after the one before it.
 */
function dieAfter(request: number): { wasReached(): boolean } {
  const send = globalThis.fetch;
  let count = 0;
  vi.stubGlobal("fetch", async (...args: Parameters<typeof fetch>) => {
    count++;
    if (count > request) throw new Error("power cut");
    const answer = await send(...args);
    if (count === request) throw new Error("power cut");
    return answer;
  });
  return { wasReached: () => count > request || (request > 0 && count === request) };
}

/** Villages of made-up codes, one for each cut. */
const VILLAGES = Array.from(
  { length: 200 },
  (_, index) => [`52.01.14.2${100 + index}`, `Desa ${index}`] as const,
);

describe("a sign-up that is cut off", () => {
  let portal: TestPortal;
  let used = 0;
  beforeAll(async () => {
    portal = await createTestPortal([...REGIONS, ...VILLAGES], 50);
  });
  afterEach(() => vi.unstubAllGlobals());
  afterAll(() => portal.stop());

  const nextForm = () => {
    const [code] = VILLAGES[used++] ?? ["", ""];
    return signupOf({ kode_desa: code, subdomain: `potong-${used}` });
  };

  /** The sweep an hour later: whatever lease the dead one held is over. */
  const sweepLater = async () => {
    const ctx = portal.ctx({ now: new Date("2026-11-24T03:00:00.000Z") });
    const open = await portal.directory.select().from(signups).where(isNull(signups.finishedAt));
    for (const { id } of open) await resumeSignup(ctx, id);
  };

  const expectOneVillage = async (slug: string) => {
    const rows = await portal.directory.select().from(villages).where(eq(villages.slug, slug));
    expect(rows).toMatchObject([{ state: "active" }]);
    const village = { id: rows[0]?.id ?? "", database: rows[0]?.database ?? "" };
    const isOurs = eq(signups.villageId, village.id);
    expect(await portal.directory.select().from(signups).where(isOurs)).toMatchObject([
      { step: "active", firstAccount: null },
    ]);
    for (const table of [villageHosts, dueJobs])
      expect(await portal.directory.select().from(table).where(eq(table.villageId, village.id))).toHaveLength(
        1,
      );
    const db = openVillage(portal.home, village);
    for (const table of [accounts, positionTerms, villageProfile, auditLog])
      expect(await db.select().from(table)).toHaveLength(1);
  };

  const countDatabases = async () => {
    const answer = await fetch(`${portal.home.adminUrl}v1/namespaces`);
    const { namespaces } = (await answer.json()) as { namespaces: string[] };
    return namespaces.filter((name) => name.startsWith("desa-")).length;
  };

  type Form = ReturnType<typeof nextForm>;
  const ways: Record<string, (form: Form) => Promise<unknown>> = {
    "the same form": (form) => startSignup(portal.ctx({ address: form.subdomain }), form),
    "the sweep": async (form) => {
      await sweepLater();
      // Cut off before the reservation there is nothing to sweep: the person sends the form again.
      await startSignup(portal.ctx({ address: form.subdomain }), form);
    },
    "both at once": (form) =>
      Promise.all([startSignup(portal.ctx({ address: form.subdomain }), form), sweepLater()]),
  };

  // Every request is cut once; which way goes on after it, turn by turn.
  it.each([...Object.keys(ways).entries()])(
    "%i: is finished by %s, wherever it was cut off",
    async (turn: number, way: string) => {
      for (let request = turn; ; request += 3) {
        const form = nextForm();
        const death = dieAfter(request);
        await startSignup(portal.ctx({ address: form.subdomain }), form).catch(() => null);
        vi.unstubAllGlobals();
        if (!death.wasReached()) {
          expect(request).toBeGreaterThan(20);
          break;
        }
        await ways[way]?.(form);
        await expectOneVillage(form.subdomain);
      }
      expect(await countDatabases()).toBe((await portal.directory.select().from(villages)).length);
    },
  );

  it("waits while databases can't be made, says so, and is finished by the sweep", async () => {
    let isDown = true;
    const homes = portal.homesWith({
      createDatabase: async (name) => {
        if (isDown) throw new ProvisionError("create: 503", 503);
        await createProvisioner(portal.home).createDatabase(name);
      },
    });
    const form = nextForm();
    expect(await startSignup(portal.ctx({ homes }), form)).toMatchObject({ state: "pending" });
    const open = await portal.directory.select().from(signups).where(isNull(signups.finishedAt));
    expect(open).toMatchObject([
      { step: "reserved", leasedUntil: null, lastError: expect.stringContaining("503") },
    ]);
    isDown = false;
    expect(await resumeSignup(portal.ctx({ homes }), open[0]?.id ?? "")).toBe("active");
    await expectOneVillage(form.subdomain);
  });

  it("is left alone by the sweep while somebody is at it", async () => {
    dieAfter(12);
    await startSignup(portal.ctx(), nextForm()).catch(() => null);
    vi.unstubAllGlobals();
    const [before] = await portal.directory.select().from(signups).where(isNull(signups.finishedAt));
    expect(before?.leasedUntil).not.toBeNull();
    expect(await resumeSignup(portal.ctx(), before?.id ?? "")).toBe("pending");
    expect(await portal.directory.select().from(signups).where(isNull(signups.finishedAt))).toEqual([before]);
  });
});
