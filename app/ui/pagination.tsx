import { ButtonLink } from "./button.tsx";
import { UI_WORDS } from "./words.ts";

export type PaginationProps = {
  /** The page before; missing on the first. */
  previousHref?: string;
  nextHref?: string;
  /** What is shown, e.g. `Menampilkan 50 dari 1.204 penduduk`. */
  summary?: string;
};

/** Steps through a list by key, so there are no page numbers. Nothing where all fits on one page. */
export function Pagination({ previousHref, nextHref, summary }: PaginationProps) {
  if (!previousHref && !nextHref && !summary) return null;
  return (
    <nav
      aria-label={UI_WORDS.pages}
      className="mt-6 flex flex-wrap items-center justify-between gap-3 print:hidden"
    >
      <p className="text-sm text-ink-soft">{summary}</p>
      <div className="flex flex-wrap gap-3">
        {previousHref && (
          <ButtonLink href={previousHref} icon="arrow-left">
            {UI_WORDS.newer}
          </ButtonLink>
        )}
        {nextHref && (
          <ButtonLink href={nextHref} iconEnd="arrow-right">
            {UI_WORDS.older}
          </ButtonLink>
        )}
      </div>
    </nav>
  );
}
