import { ButtonLink } from "#app/ui/button.tsx";
import { FormActions } from "#app/ui/form-layout.tsx";
import type { ImportCounts } from "../state-rules.ts";
import { PAGE_WORDS } from "../words.ts";
import { CountTiles } from "./count-tiles.tsx";

/** What an import did, and the way back. */
export function AppliedImport({
  counts,
  here,
  mayMend,
}: {
  counts: ImportCounts;
  here: string;
  mayMend: boolean;
}) {
  return (
    <>
      <CountTiles counts={counts} here={here} isApplied />
      <FormActions>
        <ButtonLink href="/kantor/penduduk" variant="primary">
          Buka register penduduk
        </ButtonLink>
        {mayMend && counts.refused > 0 && (
          <ButtonLink href={`${here}/perbaikan.xlsx`} icon="download">
            Unduh lembar perbaikan
          </ButtonLink>
        )}
        <ButtonLink href={`${here}/batalkan`} variant="quiet">
          Batalkan impor ini
        </ButtonLink>
      </FormActions>
      <p className="max-w-text text-ink-soft">{PAGE_WORDS.undoUntil}</p>
    </>
  );
}
