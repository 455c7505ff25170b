import { layout, type RouteConfig, type RouteConfigEntry, route } from "@react-router/dev/routes";
import { type OwnedRoute, routeId } from "./platform/http/route-spec.ts";
import { routeTable } from "./route-table.ts";

const LAYOUTS = ["portal", "oversight", "village", "office", "resident", "bare"] as const;

function entryOf(spec: OwnedRoute): RouteConfigEntry {
  const file = `modules/${spec.owner}/pages/${spec.page}.tsx`;
  return route(spec.address, file, { id: routeId(spec) });
}

export default LAYOUTS.map((name) => {
  const entries = routeTable.filter((spec) => spec.layout === name).map(entryOf);
  return layout(`layouts/${name}.tsx`, entries);
}) satisfies RouteConfig;
