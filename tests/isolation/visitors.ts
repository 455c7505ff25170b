import { eq } from "drizzle-orm";
import { POSITIONS, type Position, permissionsOf } from "#app/modules/accounts/permissions.ts";
import type { OwnedRoute } from "#app/platform/http/route-spec.ts";
import { RESIDENT_COOKIE, SESSION_COOKIE } from "#app/platform/http/session-cookie.ts";
import { newSession } from "#app/platform/sessions/sessions.ts";
import { seedResident } from "#app/seed/seed-resident.ts";
import { seedResidentAccount } from "#app/seed/seed-resident-account.ts";
import { accounts, sessions } from "#db/village/schema/accounts.ts";
import { residents } from "#db/village/schema/population.ts";
import { residentAccounts } from "#db/village/schema/residents.ts";
import { type AppVillage, seedTestVillage, type TestApp } from "#tests/support/app.ts";
import { startResidentSession } from "#tests/support/resident-client.ts";

/** What the guard must do with one request. */
export type Expected =
  | "pass"
  | "to-sign-in"
  | "to-resident-sign-in"
  | "to-unlock"
  | "to-second-factor"
  | "to-desk"
  | "forbidden";

/** Somebody who tries every address. */
export interface Visitor {
  name: string;
  /** Cookie of the session; the office's unless told. */
  cookie?: string;
  /** A session token that no earlier request has touched. */
  freshToken(): Promise<string | null>;
  expects(route: OwnedRoute): Expected;
}

/** The villages in which the walk happens: one that is visited, one whose official tries to come over. */
export interface Stage {
  village: AppVillage;
  visitors: Visitor[];
}

/** A village with one official of every position, the one who signed up, a dismissed and two locked ones. */
export async function setStage(app: TestApp): Promise<Stage> {
  const people = [
    ...POSITIONS.map((position) => ({ name: position, positions: [position] })),
    { name: "pendaftar", positions: [], isAdmin: true },
    { name: "tanpa-jabatan", positions: [] },
    { name: "diberhentikan", positions: ["kepala-desa"] },
    { name: "dikunci", positions: ["kepala-desa"] },
    { name: "lama-diam", positions: ["kepala-desa"] },
    // Of their own: a form may end all other sessions of the account that sends it.
    { name: "sebelum-kode", positions: ["kepala-desa"] },
    { name: "sebelum-kode-terkunci", positions: ["kepala-desa"] },
  ];
  const village = await seedTestVillage(app, { accounts: people });
  const other = await seedTestVillage(app, { accounts: [{ name: "tetangga", positions: ["kepala-desa"] }] });
  const idOf = (name: string) =>
    village.people[people.findIndex((each) => each.name === name)]?.accountId ?? "";
  const idle = new Date(village.ctx.now.getTime() - 21 * 60_000).toISOString();
  const lockedAt = village.ctx.now.toISOString();
  const { db } = village.ctx;
  await db
    .update(accounts)
    .set({ state: "dismissed" })
    .where(eq(accounts.id, idOf("diberhentikan")));
  const entitled = (name: string, held: Set<string>): Visitor => ({
    name,
    freshToken: () => startSession(village, idOf(name)),
    expects: (route) => {
      if (route.permission === "second-factor") return "to-desk";
      if (route.permission === "resident") return "to-resident-sign-in";
      return isOpenTo(route, held) ? "pass" : "forbidden";
    },
  });
  const residentVisitors = await seedResidentVisitors(village, other);
  const visitors: Visitor[] = [
    ...distinctPositions().map((position) => entitled(position, permissionsOf([position], false))),
    entitled("pendaftar", permissionsOf([], true)),
    entitled("tanpa-jabatan", new Set()),
    { name: "siapa pun", freshToken: async () => null, expects: asNobody },
    {
      name: "penebak",
      freshToken: async () => `${crypto.randomUUID()}.${"2".repeat(32)}`,
      expects: asNobody,
    },
    {
      name: "tetangga",
      freshToken: () => startSession(other, other.people[0]?.accountId ?? ""),
      expects: asNobody,
    },
    {
      name: "diberhentikan",
      freshToken: () => startSession(village, idOf("diberhentikan")),
      expects: asNobody,
    },
    {
      name: "sebelum-kode",
      freshToken: () => startSession(village, idOf("sebelum-kode"), { owesSecondFactor: true }),
      expects: asOwing,
    },
    {
      name: "sebelum-kode-terkunci",
      freshToken: () =>
        startSession(village, idOf("sebelum-kode-terkunci"), { owesSecondFactor: true, lockedAt }),
      expects: asOwing,
    },
    {
      name: "dikunci",
      freshToken: () => startSession(village, idOf("dikunci"), { lockedAt }),
      expects: asLocked,
    },
    {
      name: "lama-diam",
      freshToken: () => startSession(village, idOf("lama-diam"), { lastSeenAt: idle }),
      expects: asLocked,
    },
    ...residentVisitors,
  ];
  return { village, visitors };
}

/** A resident with an account, and those whose session opens nothing: a neighbour's, a blocked one's, a dead one's. */
async function seedResidentVisitors(village: AppVillage, other: AppVillage): Promise<Visitor[]> {
  const { db } = village.ctx;
  const accountIn = async ({ ctx }: AppVillage) => {
    const residentId = await seedResident(ctx);
    return { residentId, accountId: await seedResidentAccount(ctx, residentId, "") };
  };
  const [own, foreign, blocked, dead] = [
    await accountIn(village),
    await accountIn(other),
    await accountIn(village),
    await accountIn(village),
  ];
  await db
    .update(residentAccounts)
    .set({ state: "blocked" })
    .where(eq(residentAccounts.id, blocked.accountId));
  await db.update(residents).set({ status: 2 }).where(eq(residents.id, dead.residentId));
  const visitor = (
    name: string,
    { ctx }: AppVillage,
    accountId: string,
    expects: Visitor["expects"],
    cookie = RESIDENT_COOKIE,
  ): Visitor => ({ name, cookie, freshToken: () => startResidentSession(ctx, accountId), expects });
  return [
    visitor("warga", village, own.accountId, asResident),
    visitor("warga di kantor", village, own.accountId, asNobody, SESSION_COOKIE),
    visitor("warga tetangga", other, foreign.accountId, asNobody),
    visitor("warga diblokir", village, blocked.accountId, asNobody),
    visitor("warga meninggal", village, dead.accountId, asNobody),
  ];
}

function asResident(route: OwnedRoute): Expected {
  return route.permission === "resident" ? "pass" : asNobody(route);
}

/** Positions of which no two hold the same permissions: the guard asks for permissions alone. */
function distinctPositions(): Position[] {
  const held = (position: Position) => [...permissionsOf([position], false)].sort().join();
  return POSITIONS.filter(
    (position, at) => POSITIONS.findIndex((each) => held(each) === held(position)) === at,
  );
}

function asOwing(route: OwnedRoute): Expected {
  if (route.permission === "resident") return "to-resident-sign-in";
  if (route.permission === "public" || route.permission === "second-factor") return "pass";
  return "to-second-factor";
}

function isOpenTo(route: OwnedRoute, held: ReadonlySet<string>): boolean {
  return route.permission === "public" || route.permission === "signed-in" || held.has(route.permission);
}

function asNobody(route: OwnedRoute): Expected {
  if (route.permission === "resident") return "to-resident-sign-in";
  return route.permission === "public" ? "pass" : "to-sign-in";
}

function asLocked(route: OwnedRoute): Expected {
  if (route.permission === "resident") return "to-resident-sign-in";
  if (route.permission === "second-factor") return "to-desk";
  return isOpenTo(route, new Set()) ? "pass" : "to-unlock";
}

async function startSession(
  village: AppVillage,
  accountId: string,
  state: { lockedAt?: string; lastSeenAt?: string; owesSecondFactor?: boolean } = {},
): Promise<string> {
  const { token, row } = await newSession(accountId, "Penguji", village.ctx.now);
  await village.ctx.db.insert(sessions).values({ ...row, ...state });
  return token;
}
