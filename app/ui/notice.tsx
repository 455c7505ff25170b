import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { Icon, type IconName } from "./icons.tsx";

export type NoticeTone = "info" | "warning" | "danger" | "success";

const TONES: Record<NoticeTone, { icon: IconName; box: string; mark: string }> = {
  info: { icon: "info", box: "border-line-strong bg-mist", mark: "text-ink-soft" },
  success: { icon: "check-circle", box: "border-laut bg-laut-soft", mark: "text-laut" },
  warning: { icon: "warning", box: "border-sogan bg-sogan-soft", mark: "text-sogan" },
  danger: { icon: "stop", box: "border-merah bg-merah-soft", mark: "text-merah" },
};

export type NoticeProps = { tone?: NoticeTone; title?: ReactNode; children?: ReactNode; actions?: ReactNode };

/** Something to know before going on. For the result of an action there is Flash. */
export function Notice({ tone = "info", title, children, actions }: NoticeProps) {
  const { icon, box, mark } = TONES[tone];
  return (
    <div className={cx("flex max-w-text gap-3 rounded-md border border-l-4 p-4", box)}>
      <Icon name={icon} className={cx("mt-0.5", mark)} />
      <div className="flex min-w-0 flex-col gap-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div>{children}</div>}
        {actions && <div className="mt-2 flex flex-wrap gap-3">{actions}</div>}
      </div>
    </div>
  );
}

export type FlashProps = {
  tone?: "success" | "warning" | "danger";
  children: ReactNode;
  /** The next step: where most people go from here. */
  next?: { href: string; label: string };
};

/** What just happened and what comes next, at the top of the page after an action. */
export function Flash({ tone = "success", children, next }: FlashProps) {
  return (
    <div role="status" className="mb-6 print:hidden">
      <Notice tone={tone}>
        <p className="font-semibold">{children}</p>
        {next && (
          <a href={next.href} className="inline-flex min-h-11 items-center gap-1">
            {next.label}
            <Icon name="arrow-right" />
          </a>
        )}
      </Notice>
    </div>
  );
}
