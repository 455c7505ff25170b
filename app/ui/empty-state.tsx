import type { ReactNode } from "react";
import { Icon, type IconName } from "./icons.tsx";

export type EmptyStateProps = { icon?: IconName; title: ReactNode; children?: ReactNode; action?: ReactNode };

/** An empty list: what belongs here, and the button that starts it. */
export function EmptyState({ icon = "list", title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-start gap-2 rounded-md border-2 border-dashed border-line p-5 md:p-6">
      <Icon name={icon} className="size-8 text-sogan" />
      <p className="text-lg font-semibold">{title}</p>
      {children && <div className="max-w-text text-ink-soft">{children}</div>}
      {action && <div className="mt-2 flex flex-wrap gap-3">{action}</div>}
    </div>
  );
}
