import type { ReactNode } from "react";
import { Button, ButtonLink } from "./button.tsx";
import { Icon } from "./icons.tsx";
import { UI_WORDS } from "./words.ts";

export type FilterBarProps = {
  /** Where the answer is shown; without it the same page. */
  action?: string;
  /** Shown while a filter is on: the address without it. */
  resetHref?: string;
  children: ReactNode;
};

/** A form that narrows a list by its address, folded on a phone while no filter is on. */
export function FilterBar({ action, resetHref, children }: FilterBarProps) {
  return (
    <details open={resetHref !== undefined} className="fold mb-6 rounded-md bg-mist px-4 print:hidden">
      <summary className="flex min-h-11 items-center gap-2 font-semibold">
        <Icon name="search" />
        {UI_WORDS.filter}
      </summary>
      <search>
        <form
          method="get"
          action={action}
          className="flex flex-col gap-4 py-4 md:flex-row md:flex-wrap md:items-end"
        >
          {children}
          <div className="flex flex-wrap gap-3">
            <Button variant="secondary">{UI_WORDS.applyFilter}</Button>
            {resetHref !== undefined && (
              <ButtonLink variant="quiet" href={resetHref}>
                {UI_WORDS.resetFilter}
              </ButtonLink>
            )}
          </div>
        </form>
      </search>
    </details>
  );
}
