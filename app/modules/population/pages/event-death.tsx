import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Checkbox } from "#app/ui/choice-fields.tsx";
import { checkboxProps, textProps } from "#app/ui/conform.ts";
import { FieldRow } from "#app/ui/form-layout.tsx";
import { TextField } from "#app/ui/text-fields.tsx";
import { CodeSelect, EventForm, HeadChoice } from "../components/event-form.tsx";
import { DeathInput } from "../event-input.ts";
import { afterAct, EVENT_DONE, EVENT_FORM_WORDS } from "../event-words.ts";
import { loadEventForm } from "../load-event-form.server.ts";
import { idParam } from "../params.ts";
import { recordDeath } from "../record-death.server.ts";

export const loader = officeLoader(({ ctx, params }) => loadEventForm(ctx, idParam(params)));

export const action = officeAction(({ ctx, form, params }) => {
  const id = idParam(params);
  return submitForm(form, DeathInput, async (input) => {
    const { actId } = await recordDeath(ctx, id, input);
    return redirectWithFlash(ctx.config, afterAct(id, actId), EVENT_DONE.death);
  });
});

export default function Death() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const [form, fields] = useForm<DeathInput>({
    id: "peristiwa",
    lastResult: reply,
    defaultValue: { tanggal: page.today, pasangan: page.widowed ? "on" : undefined },
  });
  return (
    <EventForm
      page={page}
      form={form}
      fields={fields}
      title="Catat kematian"
      dayLabel="Tanggal meninggal"
      submit="Catat kematian"
    >
      {page.isHead && (
        <HeadChoice
          page={page}
          field={fields.kepalaBaru}
          hint={EVENT_FORM_WORDS.headOfDead}
          required
          withoutPerson
        />
      )}
      {page.widowed && (
        <Checkbox {...checkboxProps(fields.pasangan)} label={EVENT_FORM_WORDS.widowed(page.widowed.name)} />
      )}
      <CodeSelect field={fields.sebab} list="deathCause" label="Sebab" />
      <TextField {...textProps(fields.tempat)} label="Tempat meninggal" />
      <CodeSelect field={fields.penentu} list="deathWitness" label="Yang menerangkan" />
      <FieldRow>
        <TextField {...textProps(fields.pelapor)} label="Nama pelapor" />
        <TextField {...textProps(fields.hubungan)} label="Hubungan pelapor" />
      </FieldRow>
    </EventForm>
  );
}
