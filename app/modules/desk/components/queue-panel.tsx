import type { QueueItem } from "#app/platform/desk-queue.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { DESK_WORDS } from "../words.ts";

interface QueuePanelProps {
  waiting: readonly QueueItem[];
  current: readonly QueueItem[];
}

/** What waits for this person, and below it the work of this month. */
export function QueuePanel({ waiting, current }: QueuePanelProps) {
  return (
    <>
      <section className="flex flex-col gap-3">
        <h2 className="text-lg">
          {DESK_WORDS.waiting}{" "}
          {waiting.length > 0 && <span className="tabular-nums">({waiting.length})</span>}
        </h2>
        {waiting.length === 0 ? (
          <EmptyState icon="check-circle" title={DESK_WORDS.nothing}>
            {DESK_WORDS.nothingHint}
          </EmptyState>
        ) : (
          <TaskList label={DESK_WORDS.waiting} items={waiting.map(taskOf)} />
        )}
      </section>
      {current.length > 0 && (
        <section className="flex flex-col gap-3">
          <h2 className="text-lg">{DESK_WORDS.current}</h2>
          <TaskList label={DESK_WORDS.current} items={current.map(taskOf)} />
        </section>
      )}
    </>
  );
}

function taskOf({ key, href, title, meta, isLate }: QueueItem) {
  const badge = isLate ? <StatusBadge tone="warn">{DESK_WORDS.late}</StatusBadge> : undefined;
  return { key, href, title, meta, badge };
}
