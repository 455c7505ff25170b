import { useForm } from "@conform-to/react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { type Option, Select } from "#app/ui/choice-fields.tsx";
import { formProps, selectProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import type { ZoneName } from "#app/ui/format.ts";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { DateField, TextArea, TextField } from "#app/ui/text-fields.tsx";
import type { RestoreInput } from "../input.ts";

export interface RestoreFormProps {
  village: { slug: string; zone: ZoneName };
  sources: readonly Option[];
  hasMinutes: boolean;
  /** From when on there are minutes; null where the home does not tell. */
  since: string | null;
  reply: FormReply | undefined;
}

/** Which state, why, and the address name as a proof that the right village is meant. */
export function RestoreForm({ village, sources, hasMinutes, since, reply }: RestoreFormProps) {
  const [form, fields] = useForm<RestoreInput>({ id: "pulihkan", lastResult: reply });
  if (sources.length === 0)
    return (
      <EmptyState icon="file" title="Belum ada yang dapat dipulihkan">
        Cadangan pertama dibuat pada malam setelah desa mulai dipakai.
      </EmptyState>
    );
  return (
    <form {...formProps(form)} className="flex max-w-form flex-col gap-5">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <Select
        {...selectProps(fields.sumber)}
        label="Keadaan yang dipulihkan"
        placeholder="Pilih keadaan"
        options={sources}
        required
      />
      {hasMinutes && (
        <div className="flex flex-col gap-5 sm:flex-row">
          <DateField
            {...textProps(fields.tanggal)}
            label="Tanggal"
            hint={`Hanya untuk menit${since ? `; sejak ${since}` : ""}.`}
          />
          <TextField
            {...textProps(fields.jam)}
            type="time"
            label={`Jam (${village.zone})`}
            width="short"
            hint="Waktu di desa itu."
          />
        </div>
      )}
      <TextArea {...textProps(fields.alasan)} label="Alasan" rows={3} required />
      <TextField
        {...textProps(fields.nama)}
        label="Nama alamat desa"
        hint={`Ketik ${village.slug} untuk memastikan desanya benar.`}
        autoComplete="off"
        autoCapitalize="none"
        required
      />
      <div>
        <Button variant="danger">Pulihkan data desa</Button>
      </div>
    </form>
  );
}
