import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { textProps } from "#app/ui/conform.ts";
import { TextField } from "#app/ui/text-fields.tsx";
import { EventForm } from "../components/event-form.tsx";
import { ReturnInput } from "../event-input.ts";
import { EVENT_DONE } from "../event-words.ts";
import { loadEventForm } from "../load-event-form.server.ts";
import { idParam } from "../params.ts";
import { recordReturn } from "../record-absence.server.ts";

export const loader = officeLoader(({ ctx, params }) => loadEventForm(ctx, idParam(params)));

export const action = officeAction(({ ctx, form, params }) => {
  const id = idParam(params);
  return submitForm(form, ReturnInput, async (input) => {
    await recordReturn(ctx, id, input);
    return redirectWithFlash(ctx.config, `/kantor/penduduk/${id}`, EVENT_DONE.returned);
  });
});

export default function Return() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const [form, fields] = useForm<ReturnInput>({
    id: "peristiwa",
    lastResult: reply,
    defaultValue: { tanggal: page.today },
  });
  return (
    <EventForm
      page={page}
      form={form}
      fields={fields}
      title="Catat kembali"
      dayLabel="Tanggal kembali"
      submit="Catat kembali"
    >
      <TextField {...textProps(fields.dari)} label="Kembali dari" />
    </EventForm>
  );
}
