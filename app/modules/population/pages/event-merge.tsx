import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { RadioGroup } from "#app/ui/choice-fields.tsx";
import { choiceProps } from "#app/ui/conform.ts";
import { CardSearch } from "../components/card-search.tsx";
import { CodeSelect, EventForm, HeadChoice, MemberBoxes } from "../components/event-form.tsx";
import { MergeInput } from "../event-input.ts";
import { EVENT_DONE, EVENT_FORM_WORDS } from "../event-words.ts";
import { loadEventForm } from "../load-event-form.server.ts";
import { idParam } from "../params.ts";
import { recordMerge } from "../record-card-change.server.ts";

export const loader = officeLoader(async ({ ctx, params, url }) => {
  const text = (url.searchParams.get("cari") ?? "").trim().slice(0, 100);
  return { text, ...(await loadEventForm(ctx, idParam(params), text)) };
});

export const action = officeAction(({ ctx, form, params }) => {
  const id = idParam(params);
  return submitForm(form, MergeInput, async (input) => {
    await recordMerge(ctx, id, input);
    return redirectWithFlash(ctx.config, `/kantor/penduduk/${id}`, EVENT_DONE.merge);
  });
});

export default function Merge() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const [form, fields] = useForm<MergeInput>({
    id: "peristiwa",
    lastResult: reply,
    defaultValue: { tanggal: page.today, siapa: page.members.map(({ id }) => id), hubungan: "9" },
  });
  const { person, text, cards } = page;
  if (cards.length === 0) return <CardSearch person={person} text={text} />;
  return (
    <EventForm
      page={page}
      form={form}
      fields={fields}
      title="Gabung ke KK lain"
      dayLabel="Tanggal bergabung"
      submit="Gabungkan"
    >
      <RadioGroup
        {...choiceProps(fields.tujuan)}
        label="KK tujuan"
        choices={cards.map(({ familyId, name, isHead, areaText }) => ({
          value: familyId,
          label: isHead ? `KK ${name}` : `KK dengan anggota ${name}`,
          hint: areaText,
        }))}
        required
      />
      <a
        href={`/kantor/penduduk/${person.id}/peristiwa/gabung-kk`}
        className="inline-flex min-h-11 items-center"
      >
        Cari KK lain
      </a>
      <MemberBoxes page={page} field={fields.siapa} label="Siapa yang bergabung" />
      <CodeSelect
        field={fields.hubungan}
        list="familyRole"
        label="Hubungan dengan kepala keluarga di sana"
        required
      />
      {page.members.length > 1 && (
        <HeadChoice page={page} field={fields.kepalaBaru} hint={EVENT_FORM_WORDS.headHint} />
      )}
    </EventForm>
  );
}
