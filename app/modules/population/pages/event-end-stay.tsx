import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { textProps } from "#app/ui/conform.ts";
import { TextField } from "#app/ui/text-fields.tsx";
import { EventForm } from "../components/event-form.tsx";
import { EndStayInput } from "../event-input.ts";
import { EVENT_DONE } from "../event-words.ts";
import { loadEventForm } from "../load-event-form.server.ts";
import { idParam } from "../params.ts";
import { recordEndOfStay } from "../record-move-out.server.ts";

export const loader = officeLoader(({ ctx, params }) => loadEventForm(ctx, idParam(params)));

export const action = officeAction(({ ctx, form, params }) => {
  const id = idParam(params);
  return submitForm(form, EndStayInput, async (input) => {
    await recordEndOfStay(ctx, id, input);
    return redirectWithFlash(ctx.config, `/kantor/penduduk/${id}`, EVENT_DONE.endStay);
  });
});

export default function EndStay() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const [form, fields] = useForm<EndStayInput>({
    id: "peristiwa",
    lastResult: reply,
    defaultValue: { tanggal: page.today },
  });
  return (
    <EventForm
      page={page}
      form={form}
      fields={fields}
      title="Akhir masa tinggal"
      dayLabel="Tanggal pergi"
      submit="Catat akhir masa tinggal"
    >
      <TextField {...textProps(fields.tujuan)} label="Pergi ke" />
    </EventForm>
  );
}
