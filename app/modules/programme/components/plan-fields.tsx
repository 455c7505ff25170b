import { CheckboxGroup, Select } from "#app/ui/choice-fields.tsx";
import { choiceProps, type FieldMeta, selectProps, textProps } from "#app/ui/conform.ts";
import { FieldRow, FormSection } from "#app/ui/form-layout.tsx";
import { MonthPicker } from "#app/ui/month-picker.tsx";
import { MoneyField, TextArea, TextField } from "#app/ui/text-fields.tsx";
import { ACTIVITY_CODES } from "../activity-codes.ts";
import { FUND_SOURCE_NAMES, FUND_SOURCES } from "../money-rules.ts";
import { DUTIES } from "../template-shape.ts";

type Fields = Record<
  | "nama"
  | "tujuan"
  | "tupoksi"
  | "dasar_hukum"
  | "kode"
  | "lokasi"
  | "bulan"
  | "penanggung_jawab"
  | "pelaksana"
  | "anggaran"
  | "sumber_dana",
  FieldMeta
>;
type People = readonly { id: string; name: string }[];

/** When, who and how much: what the Kasi sets on each ready activity. */
export function ScheduleFields({ fields, people }: { fields: Fields; people: People }) {
  return (
    <FormSection title="Waktu, pelaksana, dan biaya">
      <MonthPicker {...choiceProps(fields.bulan)} label="Bulan pelaksanaan" required />
      <Select
        {...selectProps(fields.penanggung_jawab)}
        label="Penanggung jawab"
        placeholder="Belum ditentukan"
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <CheckboxGroup
        {...choiceProps(fields.pelaksana)}
        label="Pelaksana"
        hint="Orang yang belum terdaftar dapat diundang lewat halaman Perangkat."
        choices={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <FieldRow columns={2}>
        <MoneyField {...textProps(fields.anggaran)} label="Anggaran" hint="Kosongkan bila tanpa anggaran." />
        <Select
          {...selectProps(fields.sumber_dana)}
          label="Sumber dana"
          placeholder="Pilih sumber dana"
          options={FUND_SOURCES.map((source) => ({ value: source, label: FUND_SOURCE_NAMES[source].name }))}
        />
      </FieldRow>
      <TextField
        {...textProps(fields.kode)}
        label="Kode kegiatan APBDes"
        hint="Ditulis seperti 01.03.01. Ketik sebagian nama untuk melihat usulan."
        list="kode-apbdes"
        autoComplete="off"
      />
      <datalist id="kode-apbdes">
        {ACTIVITY_CODES.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </datalist>
    </FormSection>
  );
}

/** What the activity is and why the village may do it. */
export function PurposeFields({ fields }: { fields: Fields }) {
  return (
    <FormSection title="Kegiatan dan dasarnya">
      <TextField {...textProps(fields.nama)} label="Nama kegiatan" required />
      <TextArea {...textProps(fields.tujuan)} label="Tujuan" rows={3} required />
      <TextField
        {...textProps(fields.tupoksi)}
        label="Tugas pokok (tupoksi)"
        list="daftar-tupoksi"
        required
      />
      <datalist id="daftar-tupoksi">
        {Object.values(DUTIES).map((duty) => (
          <option key={duty} value={duty} />
        ))}
      </datalist>
      <TextArea {...textProps(fields.dasar_hukum)} label="Dasar hukum" rows={2} />
      <TextField {...textProps(fields.lokasi)} label="Lokasi" />
    </FormSection>
  );
}
