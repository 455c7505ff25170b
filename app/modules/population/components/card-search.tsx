import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TextField } from "#app/ui/text-fields.tsx";
import { EVENT_FORM_WORDS } from "../event-words.ts";

/** The first step of joining another card: finding it by the name of somebody on it. */
export function CardSearch({ person, text }: { person: { id: string; name: string }; text: string }) {
  return (
    <>
      <title>{`Gabung ke KK lain: ${person.name}`}</title>
      <PageHeader
        title="Gabung ke KK lain"
        lead={`${person.name}: cari dahulu KK yang dituju.`}
        back={{ href: `/kantor/penduduk/${person.id}`, label: person.name }}
      />
      <search className="flex max-w-form flex-col gap-4">
        <form method="get" className="flex flex-col gap-3 sm:flex-row sm:items-end">
          <div className="min-w-0 flex-1">
            <TextField
              id="cari"
              name="cari"
              type="search"
              label="Nama kepala keluarga atau anggota KK tujuan"
              plain
              defaultValue={text}
            />
          </div>
          <Button variant="secondary" icon="search">
            Cari
          </Button>
        </form>
        {text !== "" && <Notice tone="warning">{EVENT_FORM_WORDS.noCards}</Notice>}
      </search>
    </>
  );
}
