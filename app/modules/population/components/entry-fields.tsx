import { RadioGroup, Select } from "#app/ui/choice-fields.tsx";
import { choiceProps, type FieldMeta, selectProps, textProps } from "#app/ui/conform.ts";
import { Notice } from "#app/ui/notice.tsx";
import { DateField, NumberField } from "#app/ui/text-fields.tsx";
import type { ListedArea } from "../list-residents.server.ts";
import { FORM_WORDS } from "../words.ts";
import { areaOptions } from "./area-options.ts";
import { optionsOf } from "./resident-field.tsx";

interface Props {
  fields: Record<string, FieldMeta | undefined>;
  /** The card that he joins, where that is known. */
  card: { number: string | null; head: string | null } | null;
  areas: readonly ListedArea[];
  hamletTerm: string;
}

/** How somebody comes into the register, since when, and into which card. */
export function EntryFields({ fields, card, areas, hamletTerm }: Props) {
  const { cara, jenis, tanggal, nomor_kk: number, hubungan, wilayah } = fields;
  if (!cara || !jenis || !tanggal || !number || !hubungan || !wilayah) return null;
  return (
    <>
      {card && <Notice>{FORM_WORDS.joins(card.head, card.number)}</Notice>}
      <RadioGroup
        {...choiceProps(cara)}
        label="Bagaimana masuk ke buku penduduk"
        required
        choices={FORM_WORDS.ways}
      />
      <RadioGroup {...choiceProps(jenis)} label="Jenis penduduk" required choices={FORM_WORDS.kinds} />
      <DateField {...textProps(tanggal)} label="Sejak tanggal" hint={FORM_WORDS.sinceHint} required />
      {!card && (
        <NumberField
          {...textProps(number)}
          label="Nomor KK"
          hint={FORM_WORDS.kkHint}
          width="form"
          maxLength={32}
        />
      )}
      <Select
        {...selectProps(hubungan)}
        label="Hubungan dalam keluarga"
        placeholder="Pilih"
        hint={FORM_WORDS.roleHint}
        options={optionsOf("familyRole")}
      />
      <Select
        {...selectProps(wilayah)}
        label="Wilayah tempat tinggal"
        placeholder="Pilih"
        options={areaOptions(areas, hamletTerm)}
      />
    </>
  );
}
