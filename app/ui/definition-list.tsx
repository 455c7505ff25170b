import type { ReactNode } from "react";

export type Definition = { term: ReactNode; value: ReactNode; key?: string };

/** Facts of one record: name and value, side by side where there is room. An empty value shows a dash. */
export function DefinitionList({ items }: { items: readonly Definition[] }) {
  return (
    <dl className="flex flex-col">
      {items.map(({ term, value, key }, index) => (
        <div
          key={key ?? (typeof term === "string" ? term : index)}
          className="grid gap-x-6 border-b border-line py-2.5 md:grid-cols-[14rem_1fr]"
        >
          <dt className="text-sm text-ink-soft md:text-base">{term}</dt>
          <dd className="min-w-0">{value ?? <span aria-hidden="true">–</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
