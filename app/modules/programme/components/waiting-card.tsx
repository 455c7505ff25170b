import { Card } from "#app/ui/card.tsx";
import { Checkbox } from "#app/ui/choice-fields.tsx";
import { formatDate } from "#app/ui/format.ts";
import { SrOnly } from "#app/ui/text.tsx";
import { formatQuantity } from "../format-rules.ts";
import type { WaitingUpdate } from "../load-waiting-updates.server.ts";
import { quarterName } from "../running-words.ts";
import { ERRORS } from "../words.ts";
import { EvidenceList } from "./evidence-list.tsx";
import { ValueDoubts } from "./value-doubts.tsx";

/** A report in the Kepala Desa's list: what it says, what lies behind it, and the tick that approves it. */
export function WaitingCard({ item }: { item: WaitingUpdate }) {
  const period = quarterName(item.quarter, item.year);
  return (
    <Card
      title={item.activityName}
      href={`/kantor/program-kerja/pembaruan/${item.id}`}
      badge={<span className="text-sm text-ink-soft">{period}</span>}
    >
      <p className="text-sm text-ink-soft">
        Keadaan {formatDate(item.asOf)}
        {item.author && ` · ditulis ${item.author}`}
      </p>
      <ul>
        {item.values.map(({ id, name, unit, value, target, replaces }) => (
          <li key={id}>
            {name}: <strong>{formatQuantity(value)}</strong> {unit}
            <span className="text-ink-soft"> (target {formatQuantity(target)})</span>
            <ValueDoubts value={value} unit={unit} replaces={replaces} />
          </li>
        ))}
      </ul>
      {item.note && <p className="max-w-text whitespace-pre-line">{item.note}</p>}
      <EvidenceList items={item.evidence} />
      {item.mayApprove ? (
        <Checkbox
          id={`laporan-${item.id}`}
          name="laporan"
          value={`${item.id}:${item.version}`}
          label={
            <>
              Setujui laporan ini
              <SrOnly>{`: ${item.activityName}, ${period}`}</SrOnly>
            </>
          }
        />
      ) : (
        <p className="text-sm text-ink-soft">{ERRORS.ownUpdate}</p>
      )}
    </Card>
  );
}
