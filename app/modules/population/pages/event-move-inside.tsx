import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { textProps } from "#app/ui/conform.ts";
import { TextField } from "#app/ui/text-fields.tsx";
import { AreaSelect, EventForm, MemberBoxes } from "../components/event-form.tsx";
import { MoveInsideInput } from "../event-input.ts";
import { EVENT_DONE } from "../event-words.ts";
import { loadEventForm } from "../load-event-form.server.ts";
import { idParam } from "../params.ts";
import { recordMoveInside } from "../record-move-inside.server.ts";

export const loader = officeLoader(({ ctx, params }) => loadEventForm(ctx, idParam(params)));

export const action = officeAction(({ ctx, form, params }) => {
  const id = idParam(params);
  return submitForm(form, MoveInsideInput, async (input) => {
    await recordMoveInside(ctx, id, input);
    return redirectWithFlash(ctx.config, `/kantor/penduduk/${id}`, EVENT_DONE.moveInside);
  });
});

export default function MoveInside() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const [form, fields] = useForm<MoveInsideInput>({
    id: "peristiwa",
    lastResult: reply,
    defaultValue: { tanggal: page.today, siapa: page.members.map(({ id }) => id) },
  });
  return (
    <EventForm
      page={page}
      form={form}
      fields={fields}
      title="Catat pindah di dalam desa"
      dayLabel="Tanggal pindah"
      submit="Catat kepindahan"
    >
      <MemberBoxes page={page} field={fields.siapa} label="Siapa yang pindah" />
      <AreaSelect page={page} field={fields.wilayah} label="Wilayah yang baru" required />
      <TextField {...textProps(fields.alamat)} label="Alamat baru" hint="Misalnya: Jalan Melati 12." />
    </EventForm>
  );
}
