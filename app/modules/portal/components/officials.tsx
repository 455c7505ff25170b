import type { OfficialGroup } from "#app/modules/village/official-rules.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import type { Official } from "../load-front.server.ts";
import { FRONT_WORDS } from "../words.ts";

const HEADINGS: [OfficialGroup, string][] = [
  ["office", "Perangkat desa"],
  ["hamlet", "Wilayah"],
  ["council", "Badan Permusyawaratan Desa (BPD)"],
];

/** Who serves the village today, by office, hamlets and council. */
export function Officials({ officials }: { officials: readonly Official[] }) {
  const groups = HEADINGS.map(([group, heading]) => ({
    group,
    heading,
    members: officials.filter((official) => official.group === group),
  })).filter(({ group, members }) => members.length > 0 || group === "office");
  return groups.map(({ group, heading, members }) => (
    <section key={group} aria-labelledby={`pejabat-${group}`} className="max-w-text">
      <h2 id={`pejabat-${group}`} className="mb-2 text-lg">
        {heading}
      </h2>
      {members.length === 0 && <p className="text-ink-soft">{FRONT_WORDS.noOfficials}</p>}
      <DefinitionList items={members.map(({ key, title, name }) => ({ key, term: title, value: name }))} />
    </section>
  ));
}
