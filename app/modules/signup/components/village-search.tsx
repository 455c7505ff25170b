import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/text-fields.tsx";

/** Search of a village by name or code; the answer is a page of its own. */
export function VillageSearch({ action, text, under }: { action: string; text: string; under?: string }) {
  return (
    <search className="max-w-form">
      <form method="get" action={action} className="flex flex-col gap-3 sm:flex-row sm:items-end">
        {under && <input type="hidden" name="di" value={under} />}
        <div className="min-w-0 flex-1">
          <TextField
            id="cari"
            name="cari"
            type="search"
            label="Nama atau kode desa"
            hint="Misalnya: Senggigi Lombok Barat, atau 52.01.14.2006"
            defaultValue={text}
            maxLength={100}
            plain
          />
        </div>
        <Button icon="search">Cari desa</Button>
      </form>
    </search>
  );
}
