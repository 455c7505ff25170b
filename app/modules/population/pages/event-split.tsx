import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { textProps } from "#app/ui/conform.ts";
import { NumberField, TextField } from "#app/ui/text-fields.tsx";
import { AreaSelect, EventForm, HeadChoice, MemberBoxes } from "../components/event-form.tsx";
import { SplitInput } from "../event-input.ts";
import { EVENT_DONE, EVENT_FORM_WORDS } from "../event-words.ts";
import { loadEventForm } from "../load-event-form.server.ts";
import { idParam } from "../params.ts";
import { recordSplit } from "../record-card-change.server.ts";

export const loader = officeLoader(({ ctx, params }) => loadEventForm(ctx, idParam(params)));

export const action = officeAction(({ ctx, form, params }) => {
  const id = idParam(params);
  return submitForm(form, SplitInput, async (input) => {
    await recordSplit(ctx, id, input);
    return redirectWithFlash(ctx.config, `/kantor/penduduk/${id}`, EVENT_DONE.split);
  });
});

export default function Split() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const [form, fields] = useForm<SplitInput>({
    id: "peristiwa",
    lastResult: reply,
    defaultValue: { tanggal: page.today, siapa: [page.person.id], kepalaKkBaru: page.person.id },
  });
  return (
    <EventForm
      page={page}
      form={form}
      fields={fields}
      title="Pecah KK"
      dayLabel="Tanggal KK baru"
      submit="Buat KK baru"
    >
      <MemberBoxes
        page={page}
        field={fields.siapa}
        label="Siapa yang masuk KK baru"
        hint={EVENT_FORM_WORDS.splitHint}
      />
      <HeadChoice
        page={page}
        field={fields.kepalaKkBaru}
        label="Kepala keluarga KK baru"
        hint="Salah satu dari yang dicentang di atas."
        required
      />
      {page.members.length > 1 && (
        <HeadChoice
          page={page}
          field={fields.kepalaBaru}
          label="Kepala keluarga KK lama"
          hint={EVENT_FORM_WORDS.headHint}
        />
      )}
      <NumberField
        {...textProps(fields.nomor)}
        label="Nomor KK baru"
        hint={EVENT_FORM_WORDS.kkLater}
        width="form"
        maxLength={30}
      />
      <AreaSelect
        page={page}
        field={fields.wilayah}
        label="Wilayah KK baru"
        hint={EVENT_FORM_WORDS.sameArea}
      />
      <TextField {...textProps(fields.alamat)} label="Alamat KK baru" hint={EVENT_FORM_WORDS.sameArea} />
    </EventForm>
  );
}
