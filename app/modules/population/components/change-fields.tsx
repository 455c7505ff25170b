import { RadioGroup, Select } from "#app/ui/choice-fields.tsx";
import { choiceProps, type FieldMeta, selectProps, textProps } from "#app/ui/conform.ts";
import { DateField, TextArea } from "#app/ui/text-fields.tsx";
import type { ListedArea } from "../list-residents.server.ts";
import { FORM_WORDS } from "../words.ts";
import { areaOptions } from "./area-options.ts";
import { optionsOf } from "./resident-field.tsx";

interface Props {
  fields: Record<string, FieldMeta | undefined>;
  hasCard: boolean;
  areas: readonly ListedArea[];
  hamletTerm: string;
}

/** Place in the card or in the village, and whether the entries are new or were wrong all along. */
export function ChangeFields({ fields, hasCard, areas, hamletTerm }: Props) {
  const { sifat, tanggal, catatan, hubungan, wilayah } = fields;
  if (!sifat || !tanggal || !catatan || !hubungan || !wilayah) return null;
  return (
    <>
      {hasCard ? (
        <Select
          {...selectProps(hubungan)}
          label="Hubungan dalam keluarga"
          placeholder="Pilih"
          hint={FORM_WORDS.roleChangeHint}
          options={optionsOf("familyRole")}
        />
      ) : (
        <Select
          {...selectProps(wilayah)}
          label="Wilayah tempat tinggal"
          placeholder="Pilih"
          options={areaOptions(areas, hamletTerm)}
        />
      )}
      <RadioGroup {...choiceProps(sifat)} label="Mengapa diubah" required choices={FORM_WORDS.purposes} />
      <DateField {...textProps(tanggal)} label="Sejak tanggal" hint={FORM_WORDS.changeDayHint} />
      <TextArea {...textProps(catatan)} label="Catatan" hint={FORM_WORDS.noteHint} rows={3} maxLength={500} />
    </>
  );
}
