import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { formatDate } from "#app/ui/format.ts";
import type { ActivityView } from "../activity-view.server.ts";
import { formatQuantity } from "../format-rules.ts";
import { quarterName } from "../running-words.ts";
import { EMPTY } from "../words.ts";
import { EvidenceList } from "./evidence-list.tsx";
import { UpdateStateBadge } from "./update-state-badge.tsx";

/** Reports of an activity, newest first, each with what it says and what lies behind it. */
export function ActivityUpdates({ view }: { view: ActivityView }) {
  const action = view.may.update && (
    <ButtonLink icon="plus" href={`/kantor/program-kerja/kegiatan/${view.id}/pembaruan/baru`}>
      {EMPTY.updates.action}
    </ButtonLink>
  );
  if (view.updates.length === 0) {
    return (
      <EmptyState icon="send" title="Belum ada laporan" action={action}>
        Laporan kemajuan tiap triwulan tampil di sini.
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      {view.updates.map((update) => (
        <Card
          key={update.id}
          title={quarterName(update.quarter, view.year)}
          href={`/kantor/program-kerja/pembaruan/${update.id}`}
          badge={<UpdateStateBadge state={update.state} />}
        >
          <p className="text-sm text-ink-soft">
            Keadaan {formatDate(update.asOf)}
            {update.author && ` · ditulis ${update.author}`}
            {update.state === "approved" && update.decider && ` · disetujui ${update.decider}`}
          </p>
          <ul>
            {update.values.map(({ indicatorId, value }) => {
              const indicator = view.indicators.find((each) => each.id === indicatorId);
              if (!indicator) return null;
              return (
                <li key={indicatorId}>
                  {indicator.name}: <strong>{formatQuantity(value)}</strong> {indicator.unit}
                </li>
              );
            })}
          </ul>
          {update.note && <p className="max-w-text whitespace-pre-line">{update.note}</p>}
          {update.state === "returned" && update.returnReason && (
            <p className="font-semibold">Alasan dikembalikan: {update.returnReason}</p>
          )}
          <EvidenceList items={update.evidence} />
        </Card>
      ))}
    </div>
  );
}
