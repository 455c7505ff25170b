import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { textProps } from "#app/ui/conform.ts";
import { TextField } from "#app/ui/text-fields.tsx";
import { CodeSelect, EventForm, HeadChoice, MemberBoxes } from "../components/event-form.tsx";
import { MoveOutInput } from "../event-input.ts";
import { afterAct, EVENT_DONE, EVENT_FORM_WORDS } from "../event-words.ts";
import { loadEventForm } from "../load-event-form.server.ts";
import { idParam } from "../params.ts";
import { recordMoveOut } from "../record-move-out.server.ts";

export const loader = officeLoader(({ ctx, params }) => loadEventForm(ctx, idParam(params)));

export const action = officeAction(({ ctx, form, params }) => {
  const id = idParam(params);
  return submitForm(form, MoveOutInput, async (input) => {
    const { eventCount, actId } = await recordMoveOut(ctx, id, input);
    return redirectWithFlash(ctx.config, afterAct(id, actId), EVENT_DONE.moveOut(eventCount));
  });
});

export default function MoveOut() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const [form, fields] = useForm<MoveOutInput>({
    id: "peristiwa",
    lastResult: reply,
    defaultValue: { tanggal: page.today, siapa: [page.person.id] },
  });
  return (
    <EventForm
      page={page}
      form={form}
      fields={fields}
      title="Catat pindah keluar"
      dayLabel="Tanggal pindah"
      submit="Catat kepindahan"
    >
      <MemberBoxes page={page} field={fields.siapa} label="Siapa yang pindah" />
      <CodeSelect field={fields.jangkauan} list="moveReach" label="Pindah ke" required />
      <TextField
        {...textProps(fields.tujuan)}
        label="Alamat tujuan"
        hint="Misalnya: Desa Kekeri, Kecamatan Gunungsari, Lombok Barat."
        required
      />
      <TextField
        {...textProps(fields.alasan)}
        label="Alasan pindah"
        hint="Misalnya: pekerjaan, menikah, sekolah."
      />
      {page.members.length > 1 && (
        <HeadChoice page={page} field={fields.kepalaBaru} hint={EVENT_FORM_WORDS.headHint} />
      )}
    </EventForm>
  );
}
