import { useForm } from "@conform-to/react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choice-fields.tsx";
import { checkboxProps, formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { DateField, Hidden, TextField } from "#app/ui/text-fields.tsx";
import type { ChangePositionInput, EndPositionInput } from "../input.ts";
import { areaKindOf } from "../people-rules.ts";
import type { LocalTerms } from "../words.ts";
import { type AreaChoice, TermFields } from "./term-fields.tsx";

interface Term {
  position: string;
  status: "definitif" | "pj" | "plt" | "plh";
  areaId: string | null;
  startsOn: string;
  decree: string | null;
  version: number;
}

export interface ChangePositionFormProps {
  term: Term;
  areas: readonly AreaChoice[];
  terms: LocalTerms | null;
  reply: FormReply | undefined;
}

/** Corrects a position that somebody holds. */
export function ChangePositionForm({ term, areas, terms, reply }: ChangePositionFormProps) {
  const own = areaKindOf(term.position);
  const [form, fields] = useForm<ChangePositionInput>({
    id: "ubah",
    lastResult: reply,
    defaultValue: {
      status: term.status,
      wilayah: term.areaId,
      mulai: term.startsOn,
      keputusan: term.decree,
    },
  });
  return (
    <form {...formProps(form)} className="flex max-w-form flex-col gap-6">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <Hidden name="langkah" value="ubah" />
      <Hidden name="versi" value={String(term.version)} />
      <TermFields fields={fields} areas={areas.filter(({ kind }) => kind === own)} terms={terms} />
      <TextField {...textProps(fields.keputusan)} label="Nomor keputusan" hint="Misalnya: 141/05/2026." />
      <div>
        <Button>Simpan perubahan</Button>
      </div>
    </form>
  );
}

/** Ends a position from a day on. */
export function EndPositionForm({
  term,
  today,
  consequence,
  reply,
}: {
  term: Term;
  today: string;
  /** The sentence that must be ticked. */
  consequence: string;
  reply: FormReply | undefined;
}) {
  const [form, fields] = useForm<EndPositionInput>({
    id: "akhiri",
    lastResult: reply,
    defaultValue: { berakhir: today },
  });
  return (
    <section className="mt-10 border-t border-line pt-6">
      <h2 className="mb-4 text-lg">Akhiri jabatan ini</h2>
      <form {...formProps(form)} className="flex max-w-form flex-col gap-5">
        <ErrorSummary errors={summaryErrors(form)} />
        <SubmitKey />
        <Hidden name="langkah" value="akhiri" />
        <Hidden name="versi" value={String(term.version)} />
        <DateField
          {...textProps(fields.berakhir)}
          label="Tidak menjabat lagi sejak"
          hint="Pada tanggal ini wewenangnya sudah berhenti. Riwayat pekerjaannya tetap tersimpan."
          required
        />
        <Checkbox {...checkboxProps(fields.yakin)} label={consequence} />
        <div>
          <Button variant="danger">Akhiri jabatan</Button>
        </div>
      </form>
    </section>
  );
}
