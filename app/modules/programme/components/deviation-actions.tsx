import { useForm } from "@conform-to/react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/card.tsx";
import { formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden, TextArea } from "#app/ui/text-fields.tsx";
import type { DeviationView } from "./activity-deviations.tsx";

interface DeviationActionsProps {
  deviation: DeviationView;
  mayAgree: boolean;
  mayMend: boolean;
  /** Where this explanation's own form came back. */
  reply: FormReply | undefined;
}

/** What may be done with one explanation: let residents read it, correct it, take it back. */
export function DeviationActions({ deviation, mayAgree, mayMend, reply }: DeviationActionsProps) {
  return (
    <>
      {mayAgree && deviation.agreedAt === null && (
        <form method="post">
          <SubmitKey />
          <Hidden name="penjelasan" value={deviation.id} />
          <Button variant="secondary" icon="check" name="maksud" value="setujui">
            Setujui untuk warga
          </Button>
        </form>
      )}
      {mayMend && (
        <Disclosure summary="Perbaiki atau tarik" open={reply !== undefined}>
          <CorrectionForm deviation={deviation} reply={reply} />
          <form method="post">
            <SubmitKey />
            <Hidden name="penjelasan" value={deviation.id} />
            <Button variant="quiet" icon="cross" name="maksud" value="tarik">
              Tarik penjelasan ini
            </Button>
          </form>
        </Disclosure>
      )}
    </>
  );
}

function CorrectionForm({ deviation, reply }: Pick<DeviationActionsProps, "deviation" | "reply">) {
  const [form, fields] = useForm<Record<"penyebab" | "perbaikan", string>>({
    id: `penjelasan-${deviation.id}`,
    lastResult: reply,
    defaultValue: { penyebab: deviation.cause, perbaikan: deviation.correction },
  });
  return (
    <form {...formProps(form)} className="flex max-w-form flex-col gap-4">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <Hidden name="penjelasan" value={deviation.id} />
      <TextArea {...textProps(fields.penyebab)} label="Penyebab" required rows={3} />
      <TextArea {...textProps(fields.perbaikan)} label="Langkah perbaikan" required rows={3} />
      <div>
        <Button variant="secondary" name="maksud" value="perbaiki">
          Simpan perbaikan
        </Button>
      </div>
    </form>
  );
}
