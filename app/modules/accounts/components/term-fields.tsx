import { RadioGroup, Select } from "#app/ui/choice-fields.tsx";
import { choiceProps, type FieldMeta, selectProps, textProps } from "#app/ui/conform.ts";
import { DateField } from "#app/ui/text-fields.tsx";
import { POSITIONS } from "../permissions.ts";
import { type LocalTerms, positionTitle, STATUS_CHOICES } from "../words.ts";

export interface AreaChoice {
  id: string;
  kind: "dusun" | "rw" | "rt";
  /** With what it lies in: `01, RW 02, Dusun Senggigi`. */
  name: string | null;
}

/** All positions to choose from, in the usual order. */
export function PositionField({ field, terms }: { field: FieldMeta; terms: LocalTerms | null }) {
  return (
    <Select
      {...selectProps(field)}
      label="Jabatan"
      placeholder="Pilih jabatan"
      required
      options={POSITIONS.map((value) => ({ value, label: positionTitle(value, "definitif", terms) }))}
    />
  );
}

export interface TermFieldsProps {
  fields: { status: FieldMeta; wilayah: FieldMeta; mulai: FieldMeta };
  areas: readonly AreaChoice[];
  terms: LocalTerms | null;
}

/** How and since when a position is held, and the area that it looks after. */
export function TermFields({ fields, areas, terms }: TermFieldsProps) {
  return (
    <>
      <RadioGroup {...choiceProps(fields.status)} label="Status" choices={STATUS_CHOICES} required />
      {areas.length > 0 && (
        <Select
          {...selectProps(fields.wilayah)}
          label="Wilayah"
          plain
          hint={`Wajib untuk Kepala ${terms?.hamletTerm ?? "Dusun"}, Ketua RW, dan Ketua RT. Biarkan kosong untuk jabatan lain.`}
          placeholder="Tidak mengurus wilayah"
          options={areaGroups(areas, terms)}
        />
      )}
      <DateField {...textProps(fields.mulai)} label="Mulai menjabat" required />
    </>
  );
}

function areaGroups(areas: readonly AreaChoice[], terms: LocalTerms | null) {
  const kinds = [
    ["dusun", terms?.hamletTerm ?? "Dusun"],
    ["rw", "RW"],
    ["rt", "RT"],
  ] as const;
  return kinds
    .map(([kind, label]) => ({
      label,
      options: areas
        .filter((area) => area.kind === kind)
        .map(({ id, name }) => ({ value: id, label: `${label} ${name}` }))
        .sort((a, b) => fromAbove(a.label).localeCompare(fromAbove(b.label), "id", { numeric: true })),
    }))
    .filter((group) => group.options.length > 0);
}

/** `RT 01, RW 02, Dusun Senggigi` -> `Dusun Senggigi, RW 02, RT 01`: neighbours stand together. */
function fromAbove(label: string): string {
  return label.split(", ").reverse().join(", ");
}
