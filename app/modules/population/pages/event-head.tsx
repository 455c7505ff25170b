import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { EventForm, HeadChoice } from "../components/event-form.tsx";
import { HeadInput } from "../event-input.ts";
import { EVENT_DONE, EVENT_FORM_WORDS } from "../event-words.ts";
import { loadEventForm } from "../load-event-form.server.ts";
import { idParam } from "../params.ts";
import { recordHeadChange } from "../record-card-change.server.ts";

export const loader = officeLoader(({ ctx, params }) => loadEventForm(ctx, idParam(params)));

export const action = officeAction(({ ctx, form, params }) => {
  const id = idParam(params);
  return submitForm(form, HeadInput, async (input) => {
    await recordHeadChange(ctx, id, input);
    return redirectWithFlash(ctx.config, `/kantor/penduduk/${id}`, EVENT_DONE.head);
  });
});

export default function Head() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const [form, fields] = useForm<HeadInput>({
    id: "peristiwa",
    lastResult: reply,
    defaultValue: { tanggal: page.today },
  });
  return (
    <EventForm
      page={page}
      form={form}
      fields={fields}
      title="Ganti kepala keluarga"
      dayLabel="Tanggal berganti"
      submit="Ganti kepala keluarga"
    >
      <HeadChoice page={page} field={fields.kepalaBaru} hint={EVENT_FORM_WORDS.headChange} required />
    </EventForm>
  );
}
