import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Checkbox, Select } from "#app/ui/choice-fields.tsx";
import { FieldRow } from "#app/ui/form-layout.tsx";
import { NumberField } from "#app/ui/text-fields.tsx";
import type { LetterSettingsView } from "../load-letter-settings.server.ts";
import { errorsOf, Part, typed } from "./settings-forms.tsx";

interface SeriesStartFormProps {
  page: Pick<LetterSettingsView, "choices" | "starts">;
  reply: FormReply | undefined;
}

/** Where the paper book of each kind or code stood, for villages whose books are not one. */
export function SeriesStartForm({ page: { choices, starts }, reply }: SeriesStartFormProps) {
  const [first] = choices;
  if (!first) return null;
  const names = new Map(choices.flatMap(({ series }) => series).map(({ series, name }) => [series, name]));
  return (
    <Part
      intent="seri-awal"
      title="Nomor terakhir buku lama"
      lead="Isi per seri nomor terakhir di buku kertasnya. Balai melanjutkan angka itu; nomor sebelumnya tampil di Buku Agenda sebagai “sebelum Balai”."
    >
      {starts.length > 0 && (
        <ul className="flex flex-col">
          {starts.map(({ series, name, year, last }) => (
            <li key={`${year} ${series}`}>{`${name}, ${year}: sampai nomor ${last}`}</li>
          ))}
        </ul>
      )}
      <Select
        id="seri-awal"
        name="seri_awal"
        label="Seri"
        placeholder="Pilih seri"
        defaultValue={typed(reply, "seri_awal", "")}
        errors={errorsOf(reply, "seri_awal")}
        options={[...names].map(([value, label]) => ({ value, label }))}
        required
      />
      <FieldRow columns={2}>
        <Select
          id="tahun"
          name="tahun"
          label="Tahun"
          defaultValue={typed(reply, "tahun", String(first.year))}
          errors={errorsOf(reply, "tahun")}
          options={choices.map(({ year }) => ({ value: String(year), label: String(year) }))}
          required
        />
        <NumberField
          id="angka"
          name="angka"
          label="Nomor terakhir di buku lama"
          defaultValue={typed(reply, "angka", "")}
          errors={errorsOf(reply, "angka")}
          required
        />
      </FieldRow>
      <Checkbox
        id="pembetulan"
        name="pembetulan"
        label="Pembetulan: angka yang dahulu diisi keliru"
        defaultChecked={reply?.initialValue?.pembetulan === "on"}
      />
    </Part>
  );
}
