import type { OversightCtx } from "#app/context.ts";
import { type OverseerRole, oversightPermissionsOf } from "#app/modules/overseers/permissions.ts";
import { newId } from "#app/platform/ids.ts";
import { villageHosts, villages } from "#db/directory/schema/villages.ts";
import { villageDatabaseName } from "#db/names.ts";
import type { TestPortal } from "#tests/support/test-portal.ts";

export const NOW = new Date("2026-11-24T02:00:00.000Z");
export const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);

type VillageRow = typeof villages.$inferSelect;

/** Somebody above the villages, with what his role may; `owes` before his second factor, who may nothing. */
export function above(
  portal: TestPortal,
  role: OverseerRole,
  { owes = false, ...overrides }: Partial<OversightCtx> & { owes?: boolean } = {},
): OversightCtx {
  const isOperator = role === "operator";
  return {
    ...portal.ctx({ now: NOW }),
    overseer: {
      overseerId: `orang-${role}`,
      sessionId: "sesi",
      name: `Penguji ${role}`,
      kind: isOperator ? "operator" : "kabupaten",
      regencyCode: isOperator ? null : "52.01",
      regencyName: isOperator ? null : "Kabupaten Lombok Barat",
      isAdmin: role !== "kabupaten-member",
      owesSecondFactor: owes,
      permissions: owes ? new Set() : oversightPermissionsOf(role),
    },
    ...overrides,
  };
}

/** Everybody whom the console is none of. */
export function strangers(portal: TestPortal): OversightCtx[] {
  return [
    above(portal, "kabupaten-admin"),
    above(portal, "kabupaten-member"),
    above(portal, "operator", { owes: true }),
  ];
}

let made = 0;

/** A village as the directory knows it; it has no database. */
export async function addVillage(
  portal: TestPortal,
  facts: Partial<VillageRow> & { host?: string } = {},
): Promise<VillageRow> {
  made++;
  const { host, ...own } = facts;
  const id = newId(NOW);
  const number = String(made).padStart(3, "0");
  const row: typeof villages.$inferInsert = {
    id,
    slug: `desa-${number}`,
    name: `Desa ${number}`,
    regionCode: `52.01.14.2${number}`,
    state: "active",
    trust: "verified",
    timeZone: "WITA",
    home: portal.home.name,
    database: villageDatabaseName(id),
    createdAt: NOW.toISOString(),
    ...own,
  };
  await portal.directory.insert(villages).values(row);
  if (host) await portal.directory.insert(villageHosts).values({ host, villageId: id, kind: "alias" });
  const [kept] = await portal.directory.select().from(villages);
  if (!kept) throw new Error("no village");
  return { ...kept, ...row, id } as VillageRow;
}
