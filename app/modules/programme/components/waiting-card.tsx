import { Card } from "#app/ui/card.tsx";
import { Checkbox } from "#app/ui/choice-fields.tsx";
import type { WaitingUpdate } from "../load-waiting-updates.server.ts";
import { quarterName } from "../running-words.ts";
import { ERRORS } from "../words.ts";
import { EvidenceList } from "./evidence-list.tsx";
import { UpdateFacts } from "./update-facts.tsx";

/** A report in the Kepala Desa's list: what it says, what lies behind it, and the tick that approves it. */
export function WaitingCard({ item }: { item: WaitingUpdate }) {
  const period = quarterName(item.quarter, item.year);
  return (
    <Card
      title={item.activityName}
      href={`/kantor/program-kerja/pembaruan/${item.id}`}
      badge={<span className="text-sm text-ink-soft">{period}</span>}
    >
      <UpdateFacts asOf={item.asOf} author={item.author} note={item.note} values={item.values} />
      <EvidenceList items={item.evidence} />
      {item.mayApprove ? (
        <Checkbox
          id={`laporan-${item.id}`}
          name="laporan"
          value={`${item.id}:${item.version}`}
          label={`Setujui ${item.activityName}, ${period}`}
        />
      ) : (
        <p className="text-sm text-ink-soft">{ERRORS.ownUpdate}</p>
      )}
    </Card>
  );
}
