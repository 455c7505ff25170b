import { routes as accounts } from "./modules/accounts/routes.ts";
import { routes as complaints } from "./modules/complaints/routes.ts";
import { routes as console } from "./modules/console/routes.ts";
import { routes as correspondence } from "./modules/correspondence/routes.ts";
import { routes as data } from "./modules/data/routes.ts";
import { routes as desk } from "./modules/desk/routes.ts";
import { routes as dukcapil } from "./modules/dukcapil/routes.ts";
import { routes as information } from "./modules/information/routes.ts";
import { kindRoutes as letterKinds } from "./modules/letters/kind-routes.ts";
import { routes as letters } from "./modules/letters/routes.ts";
import { routes as lists } from "./modules/lists/routes.ts";
import { routes as overseers } from "./modules/overseers/routes.ts";
import { routes as permits } from "./modules/permits/routes.ts";
import { routes as population } from "./modules/population/routes.ts";
import { routes as portal } from "./modules/portal/routes.ts";
import { routes as privacy } from "./modules/privacy/routes.ts";
import { routes as programme } from "./modules/programme/routes.ts";
import { routes as receipts } from "./modules/receipts/routes.ts";
import { routes as registers } from "./modules/registers/routes.ts";
import { routes as residentAccounts } from "./modules/resident-accounts/routes.ts";
import { routes as residentImport } from "./modules/resident-import/routes.ts";
import { routes as residentLetters } from "./modules/resident-letters/routes.ts";
import { routes as serviceStandard } from "./modules/service-standard/routes.ts";
import { routes as signup } from "./modules/signup/routes.ts";
import { routes as trust } from "./modules/trust/routes.ts";
import { routes as village } from "./modules/village/routes.ts";
import type { OwnedRoute, RouteSpec } from "./platform/http/route-spec.ts";

const TABLES: Record<string, readonly RouteSpec[]> = {
  signup,
  overseers,
  console,
  trust,
  village,
  portal,
  information,
  data,
  accounts,
  desk,
  dukcapil,
  privacy,
  programme,
  correspondence,
  lists,
  letters: [...letterKinds, ...letters],
  permits,
  population,
  registers,
  receipts,
  complaints,
  "service-standard": serviceStandard,
  "resident-import": residentImport,
  "resident-accounts": residentAccounts,
  "resident-letters": residentLetters,
};

/** Every address of Balai with its owner: read by the build, the guard and the tests. */
export const routeTable: readonly OwnedRoute[] = Object.entries(TABLES).flatMap(([owner, routes]) =>
  routes.map((route) => ({ ...route, owner })),
);
