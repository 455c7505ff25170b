import { useForm } from "@conform-to/react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { Card, Disclosure } from "#app/ui/card.tsx";
import { Select } from "#app/ui/choice-fields.tsx";
import { formProps, selectProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FieldRow, FormStack } from "#app/ui/form-layout.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { DateField, Hidden, TextField } from "#app/ui/text-fields.tsx";
import { type StepView, stepMeta } from "./step-lines.tsx";

type People = readonly { id: string; name: string }[];
type Step = StepView & { ownerId: string | null };

interface StepFormProps {
  people: People;
  reply: FormReply | undefined;
  /** The step that is changed; without one a new step is added. */
  step?: Step;
}

/** Title, owner and date of a step. */
export function StepForm({ people, reply, step }: StepFormProps) {
  const [form, fields] = useForm({
    id: step ? `langkah-${step.id}` : "langkah-baru",
    lastResult: reply,
    defaultValue: {
      judul: step?.title ?? "",
      pemilik: step?.ownerId ?? "",
      tanggal: step?.dueOn ?? "",
    },
  });
  return (
    <form {...formProps(form)}>
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      {step && <Hidden name="langkah" value={step.id} />}
      <FormStack>
        <TextField {...textProps(fields.judul)} label="Apa yang dikerjakan" required />
        <FieldRow columns={2}>
          <Select
            {...selectProps(fields.pemilik)}
            label="Pemilik"
            placeholder="Belum ditentukan"
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <DateField {...textProps(fields.tanggal)} label="Selesai paling lambat" />
        </FieldRow>
        <div>
          <Button variant={step ? "secondary" : "primary"} name="maksud" value={step ? "ubah" : "tambah"}>
            {step ? "Simpan langkah" : "Tambah langkah"}
          </Button>
        </div>
      </FormStack>
    </form>
  );
}

interface StepCardProps {
  step: Step;
  today: string;
  /** Null where nothing may be changed. */
  people: People | null;
  reply: FormReply | undefined;
}

/** One step with its buttons: done in one tap, the rest behind a fold. */
export function StepCard({ step, today, people, reply }: StepCardProps) {
  const isDone = step.doneAt !== null;
  return (
    <Card title={step.title} badge={isDone ? <StatusBadge tone="good">Selesai</StatusBadge> : undefined}>
      <p className="text-sm text-ink-soft">{stepMeta(step, today)}</p>
      {people && (
        <>
          <form method="post" className="flex flex-wrap gap-3">
            <SubmitKey />
            <Hidden name="langkah" value={step.id} />
            {isDone ? (
              <Button variant="quiet" name="maksud" value="buka">
                Buka kembali
              </Button>
            ) : (
              <Button variant="secondary" icon="check" name="maksud" value="selesai">
                Tandai selesai
              </Button>
            )}
          </form>
          <Disclosure summary="Ubah langkah" open={reply !== undefined}>
            <StepForm people={people} reply={reply} step={step} />
            <form method="post">
              <SubmitKey />
              <Hidden name="langkah" value={step.id} />
              <Button variant="quiet" icon="cross" name="maksud" value="hapus">
                Hapus langkah ini
              </Button>
            </form>
          </Disclosure>
        </>
      )}
    </Card>
  );
}
