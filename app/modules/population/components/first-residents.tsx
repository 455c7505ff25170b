import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { LIST_WORDS } from "../words.ts";

/** An empty register: what belongs here, and the ways to fill it. */
export function FirstResidents(props: { mayWrite: boolean; mayImport: boolean; hasAreas: boolean }) {
  const { mayWrite, mayImport, hasAreas } = props;
  return (
    <EmptyState
      icon="people"
      title={LIST_WORDS.firstTitle}
      action={
        <>
          {mayImport && (
            <ButtonLink href="/kantor/penduduk/impor" variant="primary" icon="upload">
              Impor dari berkas
            </ButtonLink>
          )}
          {mayWrite && (
            <ButtonLink href="/kantor/penduduk/baru" icon="plus">
              Tambah satu per satu
            </ButtonLink>
          )}
          {!hasAreas && (
            <ButtonLink href="/kantor/pengaturan/wilayah" variant="quiet" icon="map">
              Isi wilayah dahulu
            </ButtonLink>
          )}
        </>
      }
    >
      <p>{LIST_WORDS.first}</p>
      {!hasAreas && <p className="mt-2">{LIST_WORDS.firstAreas}</p>}
      {!mayWrite && !mayImport && <p className="mt-2">{LIST_WORDS.firstOthers}</p>}
    </EmptyState>
  );
}
