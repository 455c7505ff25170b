import { Button, ButtonLink } from "#app/ui/button.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { type RegisterKey, ROWS_AT_ONCE } from "../register-rules.ts";
import { FILE_WORDS } from "../words.ts";

interface RegisterDownloadsProps {
  register: RegisterKey;
  /** The choice as part of an address. */
  query: string;
  total: number;
}

/** The register on paper and as a sheet: a short one at once, a long one as a file that a job makes. */
export function RegisterDownloads({ register, query, total }: RegisterDownloadsProps) {
  const href = (ending: string) => `/kantor/register/unduh/${register}.${ending}${query && `?${query}`}`;
  if (total <= ROWS_AT_ONCE)
    return (
      <p className="mt-6 flex flex-wrap gap-3 print:hidden">
        <ButtonLink href={href("pdf")} icon="print">
          Cetak (PDF)
        </ButtonLink>
        <ButtonLink href={href("xlsx")} icon="download" variant="quiet">
          Unduh XLSX
        </ButtonLink>
        <ButtonLink href={href("csv")} icon="download" variant="quiet">
          Unduh CSV
        </ButtonLink>
      </p>
    );
  return (
    <form method="post" className="mt-6 flex flex-col gap-3 print:hidden">
      <SubmitKey />
      <p className="max-w-text text-sm text-ink-soft">{FILE_WORDS.long(total)}</p>
      <div className="flex flex-wrap gap-3">
        <Button name="format" value="pdf" variant="secondary" icon="print">
          Siapkan PDF
        </Button>
        <Button name="format" value="xlsx" variant="secondary" icon="download">
          Siapkan XLSX
        </Button>
        <Button name="format" value="csv" variant="secondary" icon="download">
          Siapkan CSV
        </Button>
        <ButtonLink href="/kantor/register/berkas" variant="quiet">
          Berkas saya
        </ButtonLink>
      </div>
    </form>
  );
}
