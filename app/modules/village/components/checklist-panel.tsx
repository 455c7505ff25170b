import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { ProgressBar } from "#app/ui/progress.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import type { Checklist } from "../checklist-rules.ts";
import { CHECKLIST_WORDS } from "../words.ts";

/** The first hour on Meja kerja: how far it is and the next steps. Nothing once it is finished. */
export function ChecklistPanel({ checklist }: { checklist: Checklist | null }) {
  if (!checklist || checklist.isFinished) return null;
  const open = checklist.steps.filter((step) => step.state === "open");
  return (
    <Card title="Persiapan awal" actions={<ButtonLink href="/kantor/mulai">Lihat semua langkah</ButtonLink>}>
      <ChecklistProgress checklist={checklist} />
      <TaskList
        label="Langkah berikutnya"
        items={open.slice(0, 3).map(({ key, href, title, detail }) => ({ key, href, title, meta: detail }))}
      />
    </Card>
  );
}

/** `3 dari 6` with a bar. */
export function ChecklistProgress({ checklist }: { checklist: Checklist }) {
  const { settledCount, steps } = checklist;
  return (
    <ProgressBar
      label={`Langkah selesai: ${CHECKLIST_WORDS.progress(settledCount, steps.length)}`}
      percent={(settledCount / steps.length) * 100}
      decimals={0}
    />
  );
}
