import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions, FormStack } from "#app/ui/form-layout.tsx";
import { formatDateTime } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { TextArea } from "#app/ui/text-fields.tsx";
import { MomentRow } from "../components/moment-row.tsx";
import { OpenBreachInput } from "../input.ts";
import { momentFields } from "../moment-rules.ts";
import { openBreach } from "../open-breach.server.ts";
import { BREACH_WORDS } from "../words.ts";

const LIST = "/kantor/data-pribadi/insiden";

export const loader = officeLoader(({ ctx }) => momentFields(ctx.tenant.timeZone, ctx.now));

export const action = officeAction(({ ctx, form }) =>
  submitForm(form, OpenBreachInput, async (input) => {
    const { id, dueAt } = await openBreach(ctx, input);
    const due = formatDateTime(Date.parse(dueAt), ctx.tenant.timeZone);
    return redirectWithFlash(ctx.config, `${LIST}/${id}`, BREACH_WORDS.opened(due));
  }),
);

export default function NewBreach() {
  const moment = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const [form, fields] = useForm<OpenBreachInput>({
    id: "kejadian",
    lastResult: reply,
    defaultValue: moment,
  });
  return (
    <>
      <title>Catat kejadian</title>
      <PageHeader
        title="Catat kejadian"
        back={{ href: LIST, label: "Kegagalan pelindungan data" }}
        lead="Cukup yang sudah diketahui sekarang; uraian lengkapnya menyusul. Waktu 3 x 24 jam dihitung sejak diketahui."
      />
      <form {...formProps(form)} className="max-w-form">
        <ErrorSummary errors={summaryErrors(form)} />
        <SubmitKey />
        <FormStack>
          <MomentRow day={fields.tanggal} time={fields.jam} label="diketahui" />
          <TextArea
            {...textProps(fields.kejadian)}
            label="Apa yang terjadi"
            hint="Jangan tulis NIK atau data orang yang terkena."
            required
          />
          <Notice>
            Kepala Desa, Sekretaris Desa, dan pengelola Balai diberi tahu bahwa ada kejadian. Isinya tidak
            dikirim kepada pengelola Balai.
          </Notice>
        </FormStack>
        <FormActions>
          <Button icon="check">Catat dan mulai hitungan waktu</Button>
          <ButtonLink href={LIST} variant="quiet">
            Batal
          </ButtonLink>
        </FormActions>
      </form>
    </>
  );
}
