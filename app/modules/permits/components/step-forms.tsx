import { useForm } from "@conform-to/react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FieldRow } from "#app/ui/form-layout.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { DateField, Hidden, TextArea, TextField } from "#app/ui/text-fields.tsx";

interface StepProps {
  version: number;
  today: string;
  reply: FormReply | undefined;
}

/** A step that has a day alone: the deposit, or the hand-over of the place. */
export function DayForm({
  version,
  today,
  reply,
  value,
  label,
  dayLabel,
}: StepProps & { value: "bayar" | "buka" | "jaminan"; label: string; dayLabel: string }) {
  const [form, fields] = useForm({ id: value, lastResult: reply, defaultValue: { tanggal: today } });
  return (
    <form {...formProps(form)} className="flex flex-col gap-4">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <Hidden name="versi" value={String(version)} />
      <div className="flex flex-wrap items-end gap-3">
        <DateField {...textProps(fields.tanggal)} label={dayLabel} required />
        <Button name="maksud" value={value} variant="secondary" icon="check">
          {label}
        </Button>
      </div>
    </form>
  );
}

/** How the place came back, or what became of the research. */
export function ReturnForm({ version, reply, isPlace }: Omit<StepProps, "today"> & { isPlace: boolean }) {
  const [form, fields] = useForm({ id: "kembali", lastResult: reply, defaultValue: { keadaan: "" } });
  return (
    <form {...formProps(form)} className="flex flex-col gap-4">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <Hidden name="versi" value={String(version)} />
      <TextArea
        {...textProps(fields.keadaan)}
        label={isPlace ? "Keadaan tempat saat kembali" : "Hasilnya"}
        hint={isPlace ? "Misalnya: bersih dan lengkap." : "Misalnya: laporan penelitian diterima."}
        rows={2}
        required
      />
      <div>
        <Button name="maksud" value="kembali" icon="check">
          {isPlace ? "Catat tempat kembali" : "Catat selesai"}
        </Button>
      </div>
    </form>
  );
}

/** To whom the recommendation went. */
export function HandForm({ version, today, reply, decider }: StepProps & { decider: string }) {
  const [form, fields] = useForm({
    id: "serah",
    lastResult: reply,
    defaultValue: { tanggal: today, kepada: decider },
  });
  return (
    <form {...formProps(form)} className="flex flex-col gap-4">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <Hidden name="versi" value={String(version)} />
      <FieldRow>
        <TextField {...textProps(fields.kepada)} label="Diserahkan kepada" autoComplete="off" required />
        <DateField {...textProps(fields.tanggal)} label="Tanggal" required />
      </FieldRow>
      <div>
        <Button name="maksud" value="serah" icon="send">
          Catat penyerahan
        </Button>
      </div>
    </form>
  );
}

/** What he answered. */
export function AnswerForm({ version, today, reply }: StepProps) {
  const [form, fields] = useForm({
    id: "jawab",
    lastResult: reply,
    defaultValue: { tanggal: today, jawaban: "" },
  });
  return (
    <form {...formProps(form)} className="flex flex-col gap-4">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <Hidden name="versi" value={String(version)} />
      <DateField {...textProps(fields.tanggal)} label="Tanggal jawaban" required />
      <TextArea {...textProps(fields.jawaban)} label="Jawabannya" rows={2} required />
      <div>
        <Button name="maksud" value="jawab" icon="check">
          Catat jawaban
        </Button>
      </div>
    </form>
  );
}
