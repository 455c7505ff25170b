/** Kinds of area from large to small; each lies within one of a larger kind, or at the top. */
export const AREA_KINDS = ["dusun", "rw", "rt"] as const;
export type AreaKind = (typeof AREA_KINDS)[number];

/** One area as people name it: a dusun by its name without the word, RT and RW by their number. */
export interface AreaPart {
  kind: AreaKind;
  name: string;
}

/** Where an area lies, from the top: Dusun Montong, RW 01, RT 02. */
export type AreaPath = AreaPart[];

export interface AreaNode extends AreaPart {
  id: string;
  children: AreaNode[];
}

interface AreaRow extends AreaPart {
  id: string;
  parentId: string | null;
}

/** Is `lower` smaller than `upper`, so that it may lie within? */
export function isBelow(lower: AreaKind, upper: AreaKind): boolean {
  return AREA_KINDS.indexOf(lower) > AREA_KINDS.indexOf(upper);
}

/** How an area is written: `Dusun Montong`, `RT 02`. */
export function areaLabel({ kind, name }: AreaPart, hamletTerm = "Dusun"): string {
  return `${kind === "dusun" ? hamletTerm : kind.toUpperCase()} ${name}`;
}

/** Under which two areas in the same place count as one: case, blanks and leading zeros don't matter. */
export function areaKey({ kind, name }: AreaPart): string {
  const plain = name.toLowerCase().replace(/\s+/g, " ").trim();
  return `${kind}:${kind === "dusun" ? plain : plain.replace(/^0+(?=\d)/, "")}`;
}

/** The rows as a tree, each level by kind and name; a row whose parent is missing stands at the top. */
export function areaTree(rows: readonly AreaRow[]): AreaNode[] {
  const nodes = new Map(rows.map((row) => [row.id, { ...row, children: [] as AreaNode[] }]));
  const top: AreaNode[] = [];
  for (const node of nodes.values()) {
    const parent = node.parentId ? nodes.get(node.parentId) : undefined;
    (parent?.children ?? top).push(node);
  }
  const order = (list: AreaNode[]) => {
    list.sort(compareAreas);
    for (const node of list) order(node.children);
  };
  order(top);
  return top;
}

function compareAreas(a: AreaPart, b: AreaPart): number {
  const byKind = AREA_KINDS.indexOf(a.kind) - AREA_KINDS.indexOf(b.kind);
  return byKind || a.name.localeCompare(b.name, "id", { numeric: true });
}
