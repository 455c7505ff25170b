import { RadioGroup, Select } from "#app/ui/choice-fields.tsx";
import { choiceProps, type FieldMeta, selectProps, textProps } from "#app/ui/conform.ts";
import { FieldRow, FormSection } from "#app/ui/form-layout.tsx";
import { DateField, Hidden, NumberField, TextArea, TextField } from "#app/ui/text-fields.tsx";
import { SEX_CHOICES } from "../code-choices.ts";
import { EVENT_FORM_WORDS } from "../event-words.ts";
import type { loadMoveIn } from "../load-move-in.server.ts";
import { CodeSelect } from "./event-form.tsx";

type Name =
  | "nama"
  | "jk"
  | "tempatLahir"
  | "tanggalLahir"
  | "nik"
  | "agama"
  | "kawin"
  | "pekerjaan"
  | "warga"
  | "tanggal"
  | "asal"
  | "hubungan"
  | "nomor"
  | "wilayah"
  | "alamat"
  | "catatan";
type Fields = Record<Name, FieldMeta>;
type Page = Awaited<ReturnType<typeof loadMoveIn>>;

/** Who he is. */
export function NewcomerFields({ fields }: { fields: Fields }) {
  return (
    <FormSection title="Orangnya">
      <TextField {...textProps(fields.nama)} label="Nama lengkap" required />
      <RadioGroup
        {...choiceProps(fields.jk)}
        label="Jenis kelamin"
        choices={SEX_CHOICES}
        columns={2}
        required
      />
      <FieldRow>
        <TextField {...textProps(fields.tempatLahir)} label="Tempat lahir" />
        <DateField {...textProps(fields.tanggalLahir)} label="Tanggal lahir" />
      </FieldRow>
      <NumberField
        {...textProps(fields.nik)}
        label="NIK"
        hint={EVENT_FORM_WORDS.nikLater}
        width="form"
        maxLength={30}
      />
      <CodeSelect field={fields.agama} list="religion" label="Agama" />
      <CodeSelect field={fields.kawin} list="maritalStatus" label="Status perkawinan" />
      <CodeSelect field={fields.pekerjaan} list="occupation" label="Pekerjaan" />
      <CodeSelect field={fields.warga} list="citizenship" label="Kewarganegaraan" required />
    </FormSection>
  );
}

/** Whence he came, onto which card, and where he lives. */
export function ArrivalFields({ fields, page }: { fields: Fields; page: Page }) {
  return (
    <FormSection title="Kedatangannya">
      <DateField
        {...textProps(fields.tanggal)}
        label="Tanggal datang"
        hint={EVENT_FORM_WORDS.dayHint}
        max={page.today}
        required
      />
      <TextField
        {...textProps(fields.asal)}
        label="Datang dari"
        hint="Misalnya: Desa Kekeri, Kecamatan Gunungsari, Lombok Barat."
        required
      />
      {page.head ? <OntoCard fields={fields} head={page.head} /> : <NewCard fields={fields} page={page} />}
      <TextArea {...textProps(fields.catatan)} label="Catatan" hint={EVENT_FORM_WORDS.noteHint} rows={2} />
    </FormSection>
  );
}

function OntoCard({ fields, head }: { fields: Fields; head: NonNullable<Page["head"]> }) {
  return (
    <>
      <Hidden name="kk" value={head.familyId} />
      <CodeSelect field={fields.hubungan} list="familyRole" label={`Hubungan dengan ${head.name}`} required />
    </>
  );
}

function NewCard({ fields, page }: { fields: Fields; page: Page }) {
  return (
    <>
      <Select
        {...selectProps(fields.wilayah)}
        label="Wilayah tempat tinggal"
        placeholder="Pilih wilayah"
        options={page.areas}
        required
      />
      <TextField {...textProps(fields.alamat)} label="Alamat" hint="Misalnya: Jalan Melati 12." />
      <NumberField
        {...textProps(fields.nomor)}
        label="Nomor KK"
        hint={EVENT_FORM_WORDS.kkLater}
        width="form"
        maxLength={30}
      />
    </>
  );
}
