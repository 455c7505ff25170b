import { useLocation } from "react-router";
import { ButtonLink } from "./button.tsx";
import { UI_WORDS } from "./words.ts";

type DownloadLinksProps = {
  /** Key of the list: `penduduk`. */
  list: string;
  /** What of the page's path says which list it is: `{ tahun: 2026 }`. */
  of?: Record<string, string | number>;
};

/** All of a list to take along, as the page's address narrows it. Each file is logged. */
export function DownloadLinks({ list, of = {} }: DownloadLinksProps) {
  const query = new URLSearchParams(useLocation().search);
  for (const [name, value] of Object.entries(of)) query.set(name, String(value));
  const text = query.toString();
  const href = (format: string) => `/kantor/unduh/${list}.${format}${text && `?${text}`}`;
  return (
    <div className="mt-6 flex flex-col gap-2 print:hidden">
      <p className="text-sm text-ink-soft">{UI_WORDS.downloadHint}</p>
      <p className="flex flex-wrap gap-3">
        <ButtonLink href={href("xlsx")} icon="download">
          {UI_WORDS.downloadXlsx}
        </ButtonLink>
        <ButtonLink href={href("csv")} icon="download" variant="quiet">
          {UI_WORDS.downloadCsv}
        </ButtonLink>
      </p>
    </div>
  );
}
