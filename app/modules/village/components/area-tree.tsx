import { type AreaNode, areaLabel } from "../area-rules.ts";

/** Dusun, RW and RT as nested lists; each name leads to where it is renamed or retired. */
export function AreaTree({ nodes, hamletTerm }: { nodes: readonly AreaNode[]; hamletTerm: string }) {
  return (
    <ul className="flex flex-col">
      {nodes.map((node) => (
        <li key={node.id} className="border-b border-line last:border-0">
          <AreaLink node={node} hamletTerm={hamletTerm} />
          {node.children.length > 0 && <AreaBranch nodes={node.children} hamletTerm={hamletTerm} />}
        </li>
      ))}
    </ul>
  );
}

// RT without anything below stand side by side; whatever has a list of its own goes under the other.
function AreaBranch({ nodes, hamletTerm }: { nodes: readonly AreaNode[]; hamletTerm: string }) {
  const leaves = nodes.filter((node) => node.children.length === 0);
  const branches = nodes.filter((node) => node.children.length > 0);
  return (
    <div className="border-l-2 border-line pb-2 pl-3 md:ml-2">
      {branches.length > 0 && <AreaTree nodes={branches} hamletTerm={hamletTerm} />}
      <ul className="flex flex-wrap gap-x-2">
        {leaves.map((node) => (
          <li key={node.id}>
            <AreaLink node={node} hamletTerm={hamletTerm} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function AreaLink({ node, hamletTerm }: { node: AreaNode; hamletTerm: string }) {
  return (
    <a
      href={`/kantor/pengaturan/wilayah/${node.id}`}
      className="inline-flex min-h-11 min-w-11 items-center px-1"
    >
      {areaLabel(node, hamletTerm)}
    </a>
  );
}
