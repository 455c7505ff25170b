import type { ModuleSwitch } from "#app/registry.ts";
import { Card, CardGrid } from "#app/ui/card.tsx";

/** The parts of Balai that this person may open and the village has switched on. */
export function ModuleTiles({ modules }: { modules: readonly ModuleSwitch[] }) {
  if (modules.length === 0) return null;
  return (
    <CardGrid>
      {modules.map(({ key, name, href, purpose }) => (
        <Card key={key} title={name} href={href}>
          <p>{purpose}</p>
        </Card>
      ))}
    </CardGrid>
  );
}
