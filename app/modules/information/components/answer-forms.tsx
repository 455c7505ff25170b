import { useForm } from "@conform-to/react";
import { acceptAttribute } from "#app/platform/files/accepted-kinds.ts";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/card.tsx";
import { RadioGroup, Select } from "#app/ui/choice-fields.tsx";
import { choiceProps, formProps, secretProps, selectProps, textProps } from "#app/ui/conform.ts";
import { FormActions, FormStack } from "#app/ui/form-layout.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden, TextArea } from "#app/ui/text-fields.tsx";
import { keptFileOf, UploadField } from "#app/ui/upload-field.tsx";
import { GROUNDS, OUTCOMES } from "../request-rules.ts";
import { GROUND_NAMES, OUTCOME_NAMES, REQUEST_WORDS } from "../words.ts";

interface AnswerFormProps {
  version: number;
  mayDecide: boolean;
  reply: FormReply | undefined;
}

/** The answer; keeping back wants its ground and somebody who leads the village. */
export function AnswerForm({ version, mayDecide, reply }: AnswerFormProps) {
  const [form, fields] = useForm({
    id: "jawab",
    lastResult: replyTo(reply, "jawab"),
    defaultValue: { hasil: "given", jawaban: "", dasar: "", berkas: "" },
  });
  return (
    <form {...formProps(form)} encType="multipart/form-data">
      <SubmitKey />
      <Hidden name="versi" value={String(version)} />
      <FormStack>
        <RadioGroup
          {...choiceProps(fields.hasil)}
          label="Keputusan"
          hint={mayDecide ? undefined : REQUEST_WORDS.decideOnly}
          choices={OUTCOMES.map((outcome) => ({
            value: outcome,
            label: OUTCOME_NAMES[outcome],
            disabled: outcome !== "given" && !mayDecide,
          }))}
          required
        />
        <TextArea
          {...textProps(fields.jawaban)}
          label="Jawaban, atau alasan penolakan"
          rows={4}
          width="form"
          required
        />
        {mayDecide && (
          <Select
            {...selectProps(fields.dasar)}
            label="Dasar hukum penolakan"
            hint="Wajib bila ditolak seluruhnya atau sebagian."
            placeholder="Pilih pasalnya"
            options={GROUNDS.map((ground) => ({ value: ground, label: GROUND_NAMES[ground] }))}
            width="form"
          />
        )}
        <UploadField
          {...secretProps(fields.berkas)}
          label="Salinan yang diberikan"
          hint="Foto atau PDF, paling besar 10 MB. Tidak diumumkan."
          accept={acceptAttribute(["image", "pdf"])}
          kept={keptFileOf(reply)}
        />
      </FormStack>
      <FormActions>
        <Button icon="check" name="maksud" value="jawab">
          Simpan jawaban
        </Button>
      </FormActions>
    </form>
  );
}

/** Seven further working days, with the reason. */
export function ExtendForm({ version, reply }: { version: number; reply: FormReply | undefined }) {
  const [form, fields] = useForm({
    id: "perpanjang",
    lastResult: replyTo(reply, "perpanjang"),
    defaultValue: { alasan: "" },
  });
  return (
    <Disclosure summary="Perpanjang 7 hari kerja" open={Boolean(replyTo(reply, "perpanjang"))}>
      <form {...formProps(form)} className="flex flex-col gap-4">
        <SubmitKey />
        <Hidden name="versi" value={String(version)} />
        <TextArea
          {...textProps(fields.alasan)}
          label="Alasan"
          hint="Disampaikan tertulis kepada pemohon."
          rows={2}
          width="form"
          required
        />
        <div>
          <Button variant="secondary" name="maksud" value="perpanjang">
            Perpanjang
          </Button>
        </div>
      </form>
    </Disclosure>
  );
}

/** Who asked no longer wants it. */
export function WithdrawForm({ version, reply }: { version: number; reply: FormReply | undefined }) {
  const [form, fields] = useForm({
    id: "tarik",
    lastResult: replyTo(reply, "tarik"),
    defaultValue: { alasan: "" },
  });
  return (
    <Disclosure summary="Pemohon menarik permohonannya" open={Boolean(replyTo(reply, "tarik"))}>
      <form {...formProps(form)} className="flex flex-col gap-4">
        <SubmitKey />
        <Hidden name="versi" value={String(version)} />
        <TextArea {...textProps(fields.alasan)} label="Keterangan" rows={2} width="form" required />
        <div>
          <Button variant="danger" name="maksud" value="tarik">
            Tandai ditarik
          </Button>
        </div>
      </form>
    </Disclosure>
  );
}

/** The reply where it is to this form. */
function replyTo(reply: FormReply | undefined, intent: string): FormReply | undefined {
  return reply?.initialValue?.maksud === intent ? reply : undefined;
}
