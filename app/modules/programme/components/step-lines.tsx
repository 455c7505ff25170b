import { formatDate } from "#app/ui/format.ts";
import { Icon } from "#app/ui/icons.tsx";

export interface StepView {
  id: string;
  title: string;
  owner: string | null;
  dueOn: string | null;
  doneAt: string | null;
}

/** Steps with owner and date; a done one is ticked, an overdue one says so. */
export function StepLines({ steps, today }: { steps: readonly StepView[]; today: string }) {
  return (
    <ul className="flex flex-col gap-2">
      {steps.map((step) => (
        <li key={step.id} className="flex items-start gap-2">
          <Icon name={step.doneAt ? "check-circle" : "circle"} className="mt-0.5 size-5 text-laut" />
          <span>
            <span className="font-semibold">{step.title}</span>
            <span className="block text-sm text-ink-soft">{stepMeta(step, today)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

export function stepMeta(step: StepView, today: string): string {
  const isOverdue = !step.doneAt && step.dueOn !== null && step.dueOn < today;
  return [
    step.owner ?? "Belum ada pemilik",
    step.dueOn && `sampai ${formatDate(step.dueOn)}`,
    isOverdue && "terlambat",
    step.doneAt && "selesai",
  ]
    .filter(Boolean)
    .join(" · ");
}
