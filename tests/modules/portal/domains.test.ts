import { and, eq, like } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { addDomain } from "#app/modules/portal/add-domain.server.ts";
import { checkDomain } from "#app/modules/portal/check-domain.server.ts";
import { domainsDue } from "#app/modules/portal/due.ts";
import { releaseDomain } from "#app/modules/portal/release-domain.server.ts";
import { createDnsOverHttps } from "#app/platform/dns/dns-over-https.ts";
import { ConflictError, FieldError, ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { createSession } from "#app/platform/sessions/sessions.ts";
import { directoryAudit } from "#db/directory/schema/overseers.ts";
import { villageHosts, villages } from "#db/directory/schema/villages.ts";
import { auditLog, sessions } from "#db/village/schema/accounts.ts";
import { inboxItems } from "#db/village/schema/jobs.ts";
import { customDomains } from "#db/village/schema/portal.ts";
import { type ResolverDouble, startResolver } from "#tests/platform/dns/resolver-double.ts";
import type { TestVillage } from "#tests/support/test-village.ts";
import { createVillage } from "../village/support.ts";

let village: TestVillage;
let resolver: ResolverDouble;
let host: string;
let count = 0;

beforeAll(async () => {
  resolver = await startResolver();
  village = await createVillage({});
  await register(village);
});
afterAll(() => resolver.close());
beforeEach(() => {
  host = `${village.tenant.slug}-${++count}.desa.id`;
  resolver.breakdown = null;
  resolver.zone = { "A localhost": ["203.0.113.7"] };
});

/** The village's row in the directory, which hosts hang on. */
async function register({ tenant, anonymous }: TestVillage) {
  await anonymous()
    .directory.insert(villages)
    .values({
      id: tenant.villageId,
      slug: tenant.slug,
      name: tenant.name,
      regionCode: `99.${tenant.villageId.slice(-12)}`,
      state: "active",
      timeZone: "WITA",
      home: tenant.home,
      database: tenant.database,
      createdAt: "2026-11-24T00:00:00.000Z",
    });
}

async function headOf(of: TestVillage): Promise<OfficeCtx> {
  const dns = { resolver: createDnsOverHttps(resolver.address), authority: "letsencrypt.org" };
  return { ...(await of.ctxAs("kepala-desa")), dns };
}

const rowOf = async (id: string, of = village) =>
  (await of.db.select().from(customDomains).where(eq(customDomains.id, id)))[0];
const holderOf = async (name: string) =>
  (await village.anonymous().directory.select().from(villageHosts).where(eq(villageHosts.host, name)))[0];
const target = (of: TestVillage) => `${of.tenant.slug}.localhost`;

async function check(ctx: OfficeCtx, id: string, of = village) {
  return checkDomain(ctx, id, { versi: (await rowOf(id, of))?.version ?? 0 });
}

async function entered(of = village) {
  const ctx = await headOf(of);
  return { ctx, ...(await addDomain(ctx, { alamat: host })) };
}

describe("a host of the village's own", () => {
  it("is served once its alias points here and no sooner, and both sides write it down", async () => {
    const { ctx, id } = await entered();
    expect(await check(ctx, id)).toEqual({ works: false });
    expect(await rowOf(id)).toMatchObject({ state: "waiting" });
    expect(await holderOf(host)).toBeUndefined();
    resolver.zone[`CNAME ${host}`] = [`${target(village)}.`];
    expect(await check(ctx, id)).toEqual({ works: true });
    expect(await rowOf(id)).toMatchObject({ state: "working" });
    expect(await holderOf(host)).toMatchObject({ villageId: village.tenant.villageId, kind: "alias" });
    const own = await village.db.select().from(auditLog).where(eq(auditLog.entityId, id));
    expect(own.map(({ action }) => action).toSorted()).toEqual([
      "domain.add",
      "domain.check",
      "domain.check",
    ]);
    const above = await ctx.directory
      .select()
      .from(directoryAudit)
      .where(eq(directoryAudit.villageId, village.tenant.villageId));
    expect(above.some(({ action, details }) => action === "host.serve" && details.alamat === host)).toBe(
      true,
    );
  });

  it.each([
    ["no record", {}, "belum ada di DNS"],
    ["a foreign address", { A: ["198.51.100.1"] }, "bukan ke Balai"],
    ["the right address without a proof", { A: ["203.0.113.7"] }, "Belum ada catatan TXT"],
    ["another village's alias", { CNAME: ["midang.localhost."] }, "menunjuk ke midang.localhost"],
  ] as [string, Record<string, string[]>, string][])(
    "is not served with %s, and says why",
    async (_what, records, part) => {
      const { ctx, id } = await entered();
      for (const [type, values] of Object.entries(records)) resolver.zone[`${type} ${host}`] = values;
      expect(await check(ctx, id)).toEqual({ works: false });
      const wrong = (await rowOf(id))?.findings
        .filter(({ isWrong }) => isWrong)
        .map(({ sentence }) => sentence);
      expect(wrong?.join(" ")).toContain(part);
      expect(await holderOf(host)).toBeUndefined();
      await releaseDomain(ctx, id, { versi: 2 });
    },
  );

  it("may point by address where a TXT proves whose it is, and a CAA of a name above holds too", async () => {
    const { ctx, id } = await entered();
    resolver.zone[`A ${host}`] = ["203.0.113.7"];
    resolver.zone[`TXT _balai.${host}`] = [`"balai-desa=${village.tenant.slug}"`];
    resolver.zone["CAA desa.id"] = ['0 issue "digicert.com"'];
    expect(await check(ctx, id)).toEqual({ works: false });
    expect((await rowOf(id))?.findings.at(-1)?.sentence).toContain("melarang letsencrypt.org");
    resolver.zone[`CAA ${host}`] = ['0 issue "letsencrypt.org"'];
    expect(await check(ctx, id)).toEqual({ works: true });
    await releaseDomain(ctx, id, { versi: 3 });
    expect([await rowOf(id), await holderOf(host)]).toEqual([undefined, undefined]);
  });

  it("is let go when it turns wrong, but not because nobody answered", async () => {
    const { ctx, id } = await entered();
    resolver.zone[`CNAME ${host}`] = [target(village)];
    await check(ctx, id);
    resolver.breakdown = 503;
    await expect(check(ctx, id)).rejects.toThrow(ConflictError);
    expect(await holderOf(host)).toBeDefined();
    resolver.breakdown = null;
    resolver.zone[`CNAME ${host}`] = ["lain.example.com"];
    expect(await check(ctx, id)).toEqual({ works: false });
    expect([(await rowOf(id))?.state, await holderOf(host)]).toEqual(["broken", undefined]);
    await releaseDomain(ctx, id, { versi: (await rowOf(id))?.version ?? 0 });
  });

  it("is looked at each night: its leaders hear when it turns wrong, and three nights elsewhere switch it off", async () => {
    const { ctx, id } = await entered();
    resolver.zone[`CNAME ${host}`] = [target(village)];
    await check(ctx, id);
    await createSession(village.db, ctx.actor.accountId, "Uji", ctx.now);
    const night = async (day: number, zone: Record<string, string[]> = resolver.zone) => {
      resolver.zone = zone;
      const now = new Date(Date.UTC(2026, 11, day, 19));
      const { nextDueAt } = await domainsDue.run({ ...village.anonymous(), dns: ctx.dns, now });
      const told = await village.db
        .select()
        .from(inboxItems)
        .where(
          and(eq(inboxItems.accountId, ctx.actor.accountId), like(inboxItems.onceKey, `domain:${id}:%`)),
        );
      const { state, failedChecks } = (await rowOf(id)) ?? {};
      return { state, failedChecks, told: told.length, served: Boolean(await holderOf(host)), nextDueAt };
    };
    const sessionsOf = () => village.db.select().from(sessions);
    const right = { "A localhost": ["203.0.113.7"], [`CNAME ${host}`]: [target(village)] };
    const strange = { ...right, [`CNAME ${host}`]: ["lain.example.com"] };
    expect(await night(1)).toMatchObject({ state: "working", failedChecks: 0, told: 0, served: true });
    expect(await night(2, { "A localhost": ["203.0.113.7"] })).toMatchObject({ state: "broken", told: 1 });
    expect(await sessionsOf()).toHaveLength(1);
    expect(await night(3, right)).toMatchObject({ state: "working", failedChecks: 0, told: 2 });
    // Somebody else answers there: whoever signed in at that name signs in anew.
    expect(await night(4, strange)).toMatchObject({
      state: "broken",
      failedChecks: 1,
      told: 3,
      served: true,
    });
    expect(await sessionsOf()).toEqual([]);
    // Run twice for one night, or asked when nobody answers: nothing counts.
    expect(await night(4, strange)).toMatchObject({ failedChecks: 1, told: 3 });
    resolver.breakdown = 503;
    expect(await night(5, strange)).toMatchObject({ failedChecks: 1, served: true });
    resolver.breakdown = null;
    expect(await night(5, strange)).toMatchObject({ failedChecks: 2, told: 3, served: true });
    expect(await night(6, strange)).toMatchObject({ failedChecks: 3, told: 4, served: false });
    expect(await night(7, right)).toMatchObject({ state: "broken", served: false });
    expect(await check(ctx, id)).toEqual({ works: true });
    expect(await rowOf(id)).toMatchObject({ state: "working", failedChecks: 0 });
    await releaseDomain(ctx, id, { versi: (await rowOf(id))?.version ?? 0 });
  });

  it("is one village's alone, though another points it at itself later, and free again once let go", async () => {
    const { ctx, id } = await entered();
    resolver.zone[`CNAME ${host}`] = [target(village)];
    await check(ctx, id);
    const other = await createVillage();
    await register(other);
    const theirs = await headOf(other);
    await expect(addDomain(theirs, { alamat: host })).rejects.toThrow(FieldError);
    await releaseDomain(ctx, id, { versi: 2 });
    const { id: theirId } = await addDomain(theirs, { alamat: host });
    expect(await check(theirs, theirId, other)).toEqual({ works: false });
    resolver.zone[`CNAME ${host}`] = [target(other)];
    expect(await check(theirs, theirId, other)).toEqual({ works: true });
    const again = await addDomain(ctx, { alamat: `www.${host}` });
    await expect(checkDomain(theirs, again.id, { versi: 1 })).rejects.toThrow(NotFoundError);
    await releaseDomain(ctx, again.id, { versi: 1 });
    expect(await holderOf(host)).toMatchObject({ villageId: other.tenant.villageId });
  });

  it("is nothing for a village on trial, to which a name that another left behind may lead", async () => {
    const { ctx, id } = await entered();
    resolver.zone[`CNAME ${host}`] = [`${target(village)}.`];
    const trial = { ...ctx, tenant: { ...ctx.tenant, isVerified: false } };
    await expect(addDomain(trial, { alamat: `www.${host}` })).rejects.toThrow("masa uji coba");
    await expect(check(trial, id)).rejects.toThrow("masa uji coba");
    expect(await holderOf(host)).toBeUndefined();
    await releaseDomain(ctx, id, { versi: 1 });
  });

  it("is set by whoever leads the village", async () => {
    const kasi = await village.ctxAs("kasi-pemerintahan");
    await expect(addDomain(kasi, { alamat: host })).rejects.toThrow(ForbiddenError);
    await expect(addDomain(await headOf(village), { alamat: "lain.localhost" })).rejects.toThrow(FieldError);
  });
});
