import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { NotFoundError } from "#app/platform/errors.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions, FormStack } from "#app/ui/form-layout.tsx";
import { formatDate } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { TextArea } from "#app/ui/text-fields.tsx";
import { cancelEvent } from "../cancel-event.server.ts";
import { CancelInput } from "../event-input.ts";
import { ENTRY_KINDS } from "../event-rules.ts";
import { EVENT_DONE, EVENT_FORM_WORDS, eventInSentence } from "../event-words.ts";
import { loadCancelling } from "../load-cancelling.server.ts";
import { idParam } from "../params.ts";

function eventParam(params: Record<string, string | undefined>): string {
  if (!params.peristiwa) throw new NotFoundError();
  return params.peristiwa;
}

export const loader = officeLoader(({ ctx, params }) =>
  loadCancelling(ctx, idParam(params), eventParam(params)),
);

export const action = officeAction(({ ctx, form, params }) => {
  const id = idParam(params);
  return submitForm(form, CancelInput, async (input) => {
    await cancelEvent(ctx, eventParam(params), input);
    return redirectWithFlash(ctx.config, `/kantor/penduduk/${id}`, EVENT_DONE.cancelled);
  });
});

export default function Cancel() {
  const { event, rows } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const [form, fields] = useForm<CancelInput>({ id: "batal", lastResult: reply });
  const back = `/kantor/penduduk/${event.residentId}/peristiwa`;
  return (
    <>
      <title>{`Batalkan ${eventInSentence(event.kind)}: ${event.name}`}</title>
      <PageHeader
        title={`Batalkan: ${eventInSentence(event.kind)}`}
        lead={`${event.name}, ${formatDate(event.happenedOn)}. ${EVENT_FORM_WORDS.cancelLead}`}
        back={{ href: back, label: "Catat peristiwa" }}
      />
      {ENTRY_KINDS.includes(event.kind) && <Notice tone="warning">{EVENT_FORM_WORDS.cancelsEntry}</Notice>}
      {rows.length > 1 && (
        <div className="mb-6">
          <p>{EVENT_FORM_WORDS.cancelsAll}</p>
          <ul className="mt-2 list-disc pl-5">
            {rows.map(({ id, name, kind }) => (
              <li key={id}>
                {name}: {eventInSentence(kind)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <form {...formProps(form)} className="max-w-form">
        <ErrorSummary errors={summaryErrors(form)} />
        <SubmitKey />
        <FormStack>
          <TextArea
            {...textProps(fields.alasan)}
            label="Mengapa dibatalkan"
            hint="Misalnya: salah orang, atau tanggalnya keliru dan dicatat ulang."
            rows={3}
            required
          />
        </FormStack>
        <FormActions>
          <Button variant="danger" icon="cross">
            Batalkan peristiwa
          </Button>
          <ButtonLink href={back} variant="quiet">
            Kembali
          </ButtonLink>
        </FormActions>
      </form>
    </>
  );
}
