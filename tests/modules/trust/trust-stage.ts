import { eq, isNull, sql } from "drizzle-orm";
import type { OfficeCtx, OversightCtx, VillageCtx } from "#app/context.ts";
import { type OverseerRole, oversightPermissionsOf } from "#app/modules/overseers/permissions.ts";
import { decreeKey, nameKey } from "#app/modules/trust/match-rules.ts";
import { newId } from "#app/platform/ids.ts";
import type { Overseer } from "#app/platform/overseer.ts";
import { type SeededVillage, seedVillage } from "#app/seed/seed-village.ts";
import { directoryAudit } from "#db/directory/schema/overseers.ts";
import { claims, listedOfficials, officialLists } from "#db/directory/schema/trust.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { openDirectory } from "#db/open.ts";
import { inboxItems } from "#db/village/schema/jobs.ts";
import { letClockSettle } from "#tests/support/settled-clock.ts";
import { TEST_MASTER_KEYS, testKeys } from "#tests/support/test-keys.ts";
import type { TestPortal } from "#tests/support/test-portal.ts";

/** The start of every suite here. */
export const NOW = new Date("2026-11-24T02:00:00.000Z");
export const days = (count: number, from = NOW) => new Date(from.getTime() + count * 86_400_000);
export const PHONE = "6281234567890";

/** A portal with a village in its trial, and whoever acts on it at any moment. */
export interface TrustStage {
  portal: TestPortal;
  seeded: SeededVillage;
  regionCode: string;
  /** Somebody of the village at a moment; what stands in the directory counts, not what the seed said. */
  office(position: string, now?: Date, overrides?: Partial<OfficeCtx>): Promise<OfficeCtx>;
  /** The village's own work without a page. */
  job(now?: Date): Promise<VillageCtx>;
  above(role: OverseerRole, now?: Date, overrides?: Partial<OversightCtx>): OversightCtx;
  village(): Promise<typeof villages.$inferSelect>;
  claims(): Promise<(typeof claims.$inferSelect)[]>;
  /** Titles of messages to the Kepala Desa, the latest last. */
  news(): Promise<string[]>;
  /** Actions in the directory's audit, the latest last. */
  actions(): Promise<string[]>;
  /** Puts a list of officials in force for a kabupaten. */
  list(rows: { name: string; decree: string; phone: string; regionCode?: string }[]): Promise<void>;
}

let villagesMade = 0;

/** A village of its own in a suite's portal: code, address name and network are new each time. */
export async function setTrustStage(shared: TestPortal, isVerified = false): Promise<TrustStage> {
  villagesMade++;
  const regionCode = `52.01.14.${2100 + villagesMade}`;
  const address = `192.0.2.${villagesMade}`;
  const ctx: TestPortal["ctx"] = (overrides) => shared.ctx({ address, ...overrides });
  const portal: TestPortal = { ...shared, ctx };
  const site = {
    home: portal.home,
    config: portal.ctx().config,
    files: portal.files,
    signingKey: Buffer.alloc(32, 1).toString("base64"),
    masterKeys: TEST_MASTER_KEYS,
    now: NOW,
  };
  const seeded = await seedVillage(site, {
    slug: `senggigi-${villagesMade}`,
    name: "Senggigi",
    regionCode,
    district: "Batulayar",
    regency: "Kabupaten Lombok Barat",
    province: "Nusa Tenggara Barat",
    timeZone: "WITA",
    isVerified,
    accounts: [
      { name: "Drs. H. Sahrum, M.Si", positions: ["kepala-desa"], phone: PHONE },
      { name: "Nurhayati", positions: ["kasi-pemerintahan"], phone: "6281200000002", isAdmin: true },
      { name: "Baiq Ratna", positions: ["kaur-keuangan"], phone: "6281200000003" },
    ],
  });
  const { villageId } = seeded.tenant;
  const village = async () => {
    const [row] = await portal.directory.select().from(villages).where(eq(villages.id, villageId));
    if (!row) throw new Error("no village");
    return row;
  };
  const job = async (now = NOW): Promise<VillageCtx> => {
    const row = await village();
    const directory = openDirectory(portal.home);
    await letClockSettle(directory, now);
    return {
      ...seeded.ctx,
      ...testKeys(directory, now),
      directory,
      now,
      requestId: newId(now),
      queue: portal.ctx().queue,
      tenant: {
        ...seeded.tenant,
        isVerified: row.trust === "verified",
        trialEndsAt: row.trialEndsAt,
        isSuspended: row.state === "suspended",
        suspendedReason: row.suspendedReason,
      },
    };
  };
  const list: TrustStage["list"] = async (rows) => {
    const listId = newId(NOW);
    const at = NOW.toISOString();
    await portal.directory
      .update(officialLists)
      .set({ replacedAt: at })
      .where(isNull(officialLists.replacedAt));
    await portal.directory.insert(officialLists).values({
      id: listId,
      regencyCode: "52.01",
      fileName: "perangkat.xlsx",
      uploadedBy: "x",
      uploadedAt: at,
      rowCount: rows.length,
      inForceAt: at,
    });
    for (const { name, decree, phone, regionCode: code = regionCode } of rows)
      await portal.directory.insert(listedOfficials).values({
        id: newId(NOW),
        listId,
        regionCode: code,
        position: "Kepala Desa",
        name,
        nameKey: nameKey(name),
        decree,
        decreeKey: decreeKey(decree),
        phoneIndex: await portal.ctx().directoryKeys.index("listed_officials.phone", phone),
      });
  };
  return {
    portal,
    seeded,
    regionCode,
    village,
    job,
    list,
    office: async (position, now = NOW, overrides = {}) => {
      const person = seeded.people.find(({ actor }) =>
        actor.positions.some((held) => held.position === position),
      );
      if (!person) throw new Error(`nobody is ${position}`);
      return { ...(await job(now)), actor: person.actor, ...overrides };
    },
    above: (role, now = NOW, overrides = {}) => ({
      ...portal.ctx({ now }),
      overseer: overseerOf(role),
      ...overrides,
    }),
    claims: () =>
      portal.directory.select().from(claims).where(eq(claims.villageId, villageId)).orderBy(claims.askedAt),
    news: async () => {
      const head = seeded.people[0]?.accountId ?? "";
      const rows = await seeded.ctx.db
        .select()
        .from(inboxItems)
        .where(eq(inboxItems.accountId, head))
        .orderBy(sql`rowid`);
      return rows.map(({ title }) => title);
    },
    actions: async () => {
      const rows = await portal.directory
        .select()
        .from(directoryAudit)
        .where(eq(directoryAudit.villageId, villageId))
        .orderBy(sql`rowid`);
      return rows.map(({ action }) => action);
    },
  };
}

function overseerOf(role: OverseerRole): Overseer {
  const isOperator = role === "operator";
  return {
    overseerId: `orang-${role}`,
    sessionId: "sesi",
    name: `Penguji ${role}`,
    kind: isOperator ? "operator" : "kabupaten",
    regencyCode: isOperator ? null : "52.01",
    regencyName: isOperator ? null : "Kabupaten Lombok Barat",
    isAdmin: role !== "kabupaten-member",
    owesSecondFactor: false,
    permissions: oversightPermissionsOf(role),
  };
}
