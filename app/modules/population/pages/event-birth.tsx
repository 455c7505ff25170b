import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { RadioGroup } from "#app/ui/choice-fields.tsx";
import { choiceProps, textProps } from "#app/ui/conform.ts";
import { NumberField, TextField } from "#app/ui/text-fields.tsx";
import { SEX_CHOICES } from "../code-choices.ts";
import { CodeSelect, EventForm, ParentSelect } from "../components/event-form.tsx";
import { BirthInput } from "../event-input.ts";
import { afterAct, EVENT_DONE, EVENT_FORM_WORDS } from "../event-words.ts";
import { loadEventForm } from "../load-event-form.server.ts";
import { sayDoubt } from "../nik-rules.ts";
import { idParam } from "../params.ts";
import { recordBirth } from "../record-birth.server.ts";

export const loader = officeLoader(({ ctx, params }) => loadEventForm(ctx, idParam(params)));

export const action = officeAction(({ ctx, form, params }) => {
  const id = idParam(params);
  return submitForm(form, BirthInput, async (input) => {
    const { actId } = await recordBirth(ctx, id, input);
    const doubt = sayDoubt(input.nik, { birthDate: input.tanggal, sex: input.jk });
    return redirectWithFlash(ctx.config, afterAct(id, actId), EVENT_DONE.birth(input.nama, doubt));
  });
});

export default function Birth() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const [form, fields] = useForm<BirthInput>({
    id: "peristiwa",
    lastResult: reply,
    defaultValue: { tanggal: page.today },
  });
  return (
    <EventForm
      page={page}
      form={form}
      fields={fields}
      title="Catat kelahiran"
      dayLabel="Tanggal lahir"
      submit="Catat kelahiran"
    >
      <TextField {...textProps(fields.nama)} label="Nama bayi" required />
      <RadioGroup
        {...choiceProps(fields.jk)}
        label="Jenis kelamin"
        choices={SEX_CHOICES}
        columns={2}
        required
      />
      <TextField {...textProps(fields.tempatLahir)} label="Tempat lahir" hint="Kota atau kabupaten." />
      <ParentSelect page={page} field={fields.ibu} sex={2} label="Ibu" />
      <ParentSelect page={page} field={fields.ayah} sex={1} label="Ayah" />
      <NumberField
        {...textProps(fields.nik)}
        label="NIK"
        hint={EVENT_FORM_WORDS.nikLater}
        width="form"
        maxLength={30}
      />
      <CodeSelect field={fields.tempat} list="birthSite" label="Dilahirkan di" />
      <CodeSelect field={fields.jenis} list="birthKind" label="Jenis kelahiran" />
      <CodeSelect field={fields.penolong} list="birthHelper" label="Penolong kelahiran" />
      <TextField {...textProps(fields.pelapor)} label="Nama pelapor" />
    </EventForm>
  );
}
