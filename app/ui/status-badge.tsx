import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { Icon, type IconName } from "./icons.tsx";

export type StatusTone = "neutral" | "waiting" | "good" | "warn" | "bad";

const TONES: Record<StatusTone, { icon: IconName; look: string }> = {
  neutral: { icon: "circle", look: "border-line-strong bg-white text-ink" },
  waiting: { icon: "clock", look: "border-sogan bg-white text-sogan" },
  good: { icon: "check", look: "border-laut bg-laut-soft text-laut-dark" },
  warn: { icon: "warning", look: "border-sogan bg-sogan-soft text-sogan" },
  bad: { icon: "cross", look: "border-merah bg-merah-soft text-merah" },
};

export type StatusBadgeProps = { tone?: StatusTone; icon?: IconName; children: ReactNode };

/** A state in words, with a shape of its own: readable without colour and on paper. */
export function StatusBadge({ tone = "neutral", icon, children }: StatusBadgeProps) {
  const { icon: usual, look } = TONES[tone];
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1.5 rounded-full border align-middle py-0.5 pr-3 pl-2 text-sm font-semibold md:whitespace-nowrap",
        look,
      )}
    >
      <Icon name={icon ?? usual} className="size-4" />
      {children}
    </span>
  );
}
