import { useForm } from "@conform-to/react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup, Select } from "#app/ui/choice-fields.tsx";
import { choiceProps, formProps, selectProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FieldRow, FormActions, FormStack } from "#app/ui/form-layout.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { NumberField, TextField } from "#app/ui/text-fields.tsx";
import { DIRECTIONS, INDICATOR_SOURCES } from "../rules.ts";
import { ACCUMULATION_NAMES, DIRECTION_NAMES, INDICATOR_SOURCE_NAMES } from "../words.ts";
import { TargetFields } from "./target-fields.tsx";

type FieldName =
  | "nama"
  | "satuan"
  | "arah"
  | "kumulatif"
  | "sumber"
  | "kunci_hitung"
  | "awal"
  | "t1"
  | "t2"
  | "t3"
  | "t4";
export type IndicatorFields = Record<FieldName, string>;

interface IndicatorFormProps {
  reply: FormReply | undefined;
  defaults: IndicatorFields;
  /** Counts of the village's own records that an indicator may show. */
  counted: readonly { key: string; name: string }[];
}

/** Fields of an indicator, new or not. */
export function IndicatorForm({ reply, defaults, counted }: IndicatorFormProps) {
  const [form, fields] = useForm<IndicatorFields>({
    id: "indikator",
    lastResult: reply,
    defaultValue: defaults,
  });
  return (
    <form {...formProps(form)}>
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <FormStack>
        <TextField
          {...textProps(fields.nama)}
          label="Nama indikator"
          hint="Misalnya: surat yang selesai tepat waktu."
          required
        />
        <TextField
          {...textProps(fields.satuan)}
          label="Satuan"
          hint="Misalnya: orang, surat, persen."
          width="short"
          required
        />
        <RadioGroup
          {...choiceProps(fields.arah)}
          label="Arah"
          required
          choices={DIRECTIONS.map((value) => ({ value, label: DIRECTION_NAMES[value] }))}
        />
        <RadioGroup
          {...choiceProps(fields.kumulatif)}
          label="Nilai triwulan"
          required
          choices={[
            { value: "ya", label: ACCUMULATION_NAMES.cumulative, hint: "Misalnya jumlah surat." },
            {
              value: "tidak",
              label: ACCUMULATION_NAMES.latest,
              hint: "Misalnya persen keluarga yang memiliki akta.",
            },
          ]}
        />
        {counted.length > 0 && (
          <>
            <RadioGroup
              {...choiceProps(fields.sumber)}
              label="Sumber nilai"
              required
              choices={INDICATOR_SOURCES.map((value) => ({ value, label: INDICATOR_SOURCE_NAMES[value] }))}
            />
            <Select
              {...selectProps(fields.kunci_hitung)}
              label="Catatan yang dihitung"
              hint="Hanya untuk indikator yang dihitung dari catatan desa."
              placeholder="Pilih catatan"
              options={counted.map(({ key, name }) => ({ value: key, label: name }))}
            />
          </>
        )}
        <FieldRow columns={2}>
          <NumberField
            {...textProps(fields.awal)}
            label="Keadaan awal"
            hint="Wajib bila indikator harus turun."
            decimal
          />
        </FieldRow>
        <TargetFields t1={fields.t1} t2={fields.t2} t3={fields.t3} t4={fields.t4} />
      </FormStack>
      <FormActions>
        <Button type="submit">Simpan indikator</Button>
      </FormActions>
    </form>
  );
}
