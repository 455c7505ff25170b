import { type AreaNode, areaLabel, areaTree } from "#app/modules/village/area-rules.ts";
import type { OptionGroup } from "#app/ui/choice-fields.tsx";

interface Area {
  id: string;
  kind: "dusun" | "rw" | "rt";
  name: string;
  parentId: string | null;
}

/** Areas for a select box, dusun by dusun. @param valueOf what each is sent as */
export function areaOptions(
  areas: readonly Area[],
  hamletTerm: string,
  sentAs: (area: Area) => string = ({ id }) => id,
): OptionGroup[] {
  const known = new Map(areas.map((area) => [area.id, area]));
  return areaTree(areas).map((node) => {
    const option = (each: AreaNode, label: string) => {
      const area = known.get(each.id);
      return { value: area ? sentAs(area) : each.id, label };
    };
    const name = areaLabel(node, hamletTerm);
    return {
      label: name,
      options: [option(node, name), ...below(node, "").map(([each, label]) => option(each, label))],
    };
  });
}

/** `RW 01`, `RT 02 / RW 01` */
function below(node: AreaNode, suffix: string): [AreaNode, string][] {
  return node.children.flatMap((child): [AreaNode, string][] => {
    const label = areaLabel(child) + suffix;
    return [[child, label], ...below(child, ` / ${areaLabel(child)}`)];
  });
}
