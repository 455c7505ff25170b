import { Select } from "#app/ui/choice-fields.tsx";
import { type FieldMeta, selectProps } from "#app/ui/conform.ts";
import { formatMoney } from "#app/ui/format.ts";
import type { PlaceKind } from "../permit-rules.ts";
import { PLACE_KIND_WORDS } from "../words.ts";

interface PlaceFieldProps {
  field: FieldMeta;
  places: readonly { id: string; kind: PlaceKind; name: string; deposit: number }[];
  isRequired?: boolean;
}

/** A place of the village, by kind, with what is held as deposit. */
export function PlaceField({ field, places, isRequired }: PlaceFieldProps) {
  const kinds = [...new Set(places.map(({ kind }) => kind))];
  return (
    <Select
      {...selectProps(field)}
      label="Tempat milik desa"
      hint="Untuk pemakaian balai, lapangan, jalan, dan tanah desa."
      placeholder="Belum dipilih"
      required={isRequired}
      options={kinds.map((kind) => ({
        label: PLACE_KIND_WORDS[kind],
        options: places
          .filter((place) => place.kind === kind)
          .map(({ id, name, deposit }) => ({
            value: id,
            label: deposit > 0 ? `${name} (jaminan ${formatMoney(deposit)})` : name,
          })),
      }))}
    />
  );
}
