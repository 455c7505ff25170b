import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { EventForm, HeadChoice, MemberBoxes } from "../components/event-form.tsx";
import { AbsenceInput } from "../event-input.ts";
import { EVENT_DONE, EVENT_FORM_WORDS } from "../event-words.ts";
import { loadEventForm } from "../load-event-form.server.ts";
import { idParam } from "../params.ts";
import { recordAbsence } from "../record-absence.server.ts";

/** One page for two addresses: `/hilang` and `/pergi`. */
const kindOf = (url: URL) => (url.pathname.replace(/\.data$/, "").endsWith("/hilang") ? "missing" : "left");

export const loader = officeLoader(async ({ ctx, params, url }) => ({
  kind: kindOf(url),
  ...(await loadEventForm(ctx, idParam(params))),
}));

export const action = officeAction(({ ctx, form, params, url }) => {
  const id = idParam(params);
  const kind = kindOf(url);
  return submitForm(form, AbsenceInput, async (input) => {
    await recordAbsence(ctx, id, kind, input);
    return redirectWithFlash(ctx.config, `/kantor/penduduk/${id}`, EVENT_DONE[kind]);
  });
});

export default function Absence() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const [form, fields] = useForm<AbsenceInput>({
    id: "peristiwa",
    lastResult: reply,
    defaultValue: { tanggal: page.today, siapa: [page.person.id] },
  });
  const isMissing = page.kind === "missing";
  return (
    <EventForm
      page={page}
      form={form}
      fields={fields}
      title={isMissing ? "Catat hilang" : "Catat pergi"}
      lead={isMissing ? EVENT_FORM_WORDS.missingLead : EVENT_FORM_WORDS.leftLead}
      dayLabel={isMissing ? "Hilang sejak tanggal" : "Pergi sejak tanggal"}
      submit={isMissing ? "Catat hilang" : "Catat pergi"}
    >
      <MemberBoxes
        page={page}
        field={fields.siapa}
        label={isMissing ? "Siapa yang hilang" : "Siapa yang pergi"}
      />
      {page.members.length > 1 && (
        <HeadChoice page={page} field={fields.kepalaBaru} hint={EVENT_FORM_WORDS.headHint} />
      )}
    </EventForm>
  );
}
