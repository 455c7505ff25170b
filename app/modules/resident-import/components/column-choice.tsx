import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/card.tsx";
import { Select } from "#app/ui/choice-fields.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import type { ChangedPerson } from "./person-changes.tsx";

/** Takes one column for everybody, or for nobody. */
export function ColumnChoice({ people }: { people: readonly ChangedPerson[] }) {
  const columns = new Map(people.flatMap(({ changes }) => changes.map(({ key, label }) => [key, label])));
  return (
    <Disclosure summary="Pilih satu kolom untuk semua orang">
      <form method="post" className="flex max-w-form flex-col gap-5">
        <SubmitKey />
        <Select
          id="kolom-semua"
          name="kolom"
          label="Kolom"
          required
          options={[...columns].map(([value, label]) => ({ value, label }))}
        />
        <Select
          id="semua"
          name="semua"
          label="Untuk semua orang di impor ini"
          required
          options={[
            { value: "jangan", label: "Biarkan seperti di register" },
            { value: "ambil", label: "Ambil dari lembar" },
          ]}
        />
        <Button variant="secondary">Terapkan ke semua</Button>
      </form>
    </Disclosure>
  );
}
