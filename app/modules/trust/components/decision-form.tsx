import { useForm } from "@conform-to/react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-fields.tsx";
import { choiceProps, formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden, TextArea } from "#app/ui/text-fields.tsx";
import type { DecisionInput } from "../input.ts";

export interface DecisionFormProps {
  version: number;
  reply: FormReply | undefined;
  /** What accepting does, in one line. */
  acceptHint: string;
  /** Id of the objection that is decided; null for the claim itself. */
  objectionId?: string;
}

/** Accept, or refuse with a reason that village and claimant read. */
export function DecisionForm({ version, reply, acceptHint, objectionId }: DecisionFormProps) {
  const [form, fields] = useForm<DecisionInput>({
    id: objectionId ? "keberatan" : "putusan",
    lastResult: reply,
  });
  return (
    <form {...formProps(form)} className="flex max-w-form flex-col gap-5">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <Hidden name="versi" value={String(version)} />
      {objectionId && <Hidden name="keberatan" value={objectionId} />}
      <RadioGroup
        {...choiceProps(fields.putusan)}
        label="Putusan"
        choices={[
          { value: "terima", label: "Terima", hint: acceptHint },
          { value: "tolak", label: "Tolak", hint: "Tulis alasannya." },
        ]}
        required
      />
      <TextArea
        {...textProps(fields.alasan)}
        label="Alasan"
        hint="Wajib bila ditolak. Desa membacanya."
        rows={3}
        plain
      />
      <div>
        <Button>Simpan putusan</Button>
      </div>
    </form>
  );
}

/** Takes an accepted contest back, before the village is erased. */
export function ReverseForm({ version, reply }: Pick<DecisionFormProps, "version" | "reply">) {
  const [form, fields] = useForm<DecisionInput>({ id: "batalkan", lastResult: reply });
  return (
    <form {...formProps(form)} className="flex max-w-form flex-col gap-5">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <Hidden name="versi" value={String(version)} />
      <Hidden name="putusan" value="batalkan" />
      <TextArea {...textProps(fields.alasan)} label="Alasan pembatalan" rows={3} required />
      <div>
        <Button variant="danger">Batalkan putusan</Button>
      </div>
    </form>
  );
}
