import type { ReactNode } from "react";
import { cx } from "./cx.ts";

const COLUMNS = {
  2: "md:grid-cols-2",
  3: "md:grid-cols-3",
  4: "grid-cols-2 md:grid-cols-4",
} as const;

/** The fields of a form, one under the other. */
export function FormStack({ children }: { children: ReactNode }) {
  return <div className="flex flex-col gap-6">{children}</div>;
}

/** A part of a long form with its own heading. */
export function FormSection({
  title,
  lead,
  children,
}: {
  title: ReactNode;
  lead?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="flex flex-col gap-5 border-t border-line pt-6 first:border-0 first:pt-0">
      <div>
        <h2 className="text-lg">{title}</h2>
        {lead && <p className="max-w-text text-ink-soft">{lead}</p>}
      </div>
      {children}
    </section>
  );
}

/** Short fields side by side on a wide screen; four quarters go two by two on a phone. */
export function FieldRow({ columns = 2, children }: { columns?: 2 | 3 | 4; children: ReactNode }) {
  return <div className={cx("grid max-w-text items-end gap-x-4 gap-y-5", COLUMNS[columns])}>{children}</div>;
}

/** The buttons that end a form: full width on a phone, the main one first. */
export function FormActions({ children }: { children: ReactNode }) {
  return (
    <div className="mt-8 flex flex-col gap-3 border-t border-line pt-5 sm:flex-row sm:flex-wrap sm:items-center print:hidden">
      {children}
    </div>
  );
}
