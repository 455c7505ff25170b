import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { TextField } from "#app/ui/text-fields.tsx";

/** Narrows the persons to choose from by name; before the form, so that nothing that was typed there is lost. */
export function PersonSearch({ text, isEmpty }: { text: string; isEmpty: boolean }) {
  return (
    <search className="mb-8 flex max-w-form flex-col gap-4">
      <form method="get" className="flex flex-col gap-3 sm:flex-row sm:items-end">
        <div className="min-w-0 flex-1">
          <TextField id="cari" name="cari" type="search" label="Cari nama" plain defaultValue={text} />
        </div>
        <Button variant="secondary" icon="search">
          Cari
        </Button>
      </form>
      {isEmpty && (
        <Notice tone="warning">Tidak ada orang dengan nama itu di data desa. Cari nama lain.</Notice>
      )}
    </search>
  );
}
