import type { ReactNode } from "react";
import { Icon } from "./icons.tsx";
import { MAIN_ID } from "./nav.tsx";
import { UI_WORDS } from "./words.ts";

export function SkipLink() {
  return (
    <a
      href={`#${MAIN_ID}`}
      className="btn btn-primary sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-30"
    >
      {UI_WORDS.skipToMain}
    </a>
  );
}

export type BrandProps = {
  href: string;
  name: ReactNode;
  /** Second line: kecamatan and kabupaten, or what the portal is. */
  place?: ReactNode;
  /** The kabupaten's emblem; without it a drawing of a hall. */
  emblemSrc?: string;
};

export function Brand({ href, name, place, emblemSrc }: BrandProps) {
  return (
    <a href={href} className="flex min-h-11 min-w-0 items-center gap-3 text-ink no-underline hover:underline">
      {emblemSrc ? (
        <img src={emblemSrc} alt="" width="40" height="48" className="h-12 w-10 flex-none object-contain" />
      ) : (
        <span className="flex size-11 flex-none items-center justify-center rounded-sm bg-laut text-white print:bg-white print:text-ink">
          <Icon name="balai" className="size-7" />
        </span>
      )}
      <span className="flex min-w-0 flex-col">
        <span className="text-lg leading-tight font-bold">{name}</span>
        {place && <span className="text-sm text-ink-soft">{place}</span>}
      </span>
    </a>
  );
}

/** The one `<main>` of a page, where the skip link lands. */
export function Main({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <main id={MAIN_ID} tabIndex={-1} className={className}>
      {children}
    </main>
  );
}
