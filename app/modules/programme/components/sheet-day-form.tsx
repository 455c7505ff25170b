import { Button } from "#app/ui/button.tsx";
import { DateField } from "#app/ui/text-fields.tsx";

export interface SheetDayFormProps {
  year: number;
  day: string;
  errors: readonly string[] | undefined;
}

/** The day for which a sheet's sums hold: present figures are compared as of it. */
export function SheetDayForm({ year, day, errors }: SheetDayFormProps) {
  return (
    <form method="get" className="flex flex-col gap-4 rounded-md bg-mist p-4 md:flex-row md:items-end">
      <DateField
        id="terapkan-tanggal"
        name="per"
        label="Angka di lembar ini adalah keadaan per tanggal"
        plain
        required
        min={`${year}-01-01`}
        max={`${year}-12-31`}
        defaultValue={day}
        errors={errors}
      />
      <div>
        <Button variant="secondary">Bandingkan</Button>
      </div>
    </form>
  );
}
