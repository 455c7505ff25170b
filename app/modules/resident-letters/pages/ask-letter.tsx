import { useActionData, useLoaderData } from "react-router";
import { askOwnLetter, ownLetterSchema } from "#app/modules/letters/ask-own-letter.server.ts";
import { OwnLetterForm } from "#app/modules/letters/components/own-letter-form.tsx";
import { prefill } from "#app/modules/letters/prefill-rules.ts";
import { subjectKindOf } from "#app/modules/letters/subject-rules.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { residentAction, residentLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { WaitingForm, WaitingScript } from "#app/ui/waiting-form.tsx";
import { loadOwnForm } from "../load-kinds.server.ts";
import { OWN_LETTER_WORDS } from "../words.ts";

export const loader = residentLoader(async ({ ctx, params, url }) => {
  const { person, form } = await loadOwnForm(ctx, params.jenis ?? "", url.searchParams.get("untuk"));
  const { title, purpose, fields, requirements, hasSubject } = form.kind;
  return {
    person,
    kind: { title, purpose, fields, requirements, hasSubject },
    family: form.family
      .filter(({ status }) => subjectKindOf(status) === "living")
      .map(({ id, name, sex }) => ({ id, name, sex })),
    kin: form.kin,
    defaults: prefill(form.kind, form.person),
    draft: `surat:${params.jenis}:${person.id}`,
    owner: ctx.resident.accountId,
  };
});

export const action = residentAction(async ({ ctx, form, params, url }) => {
  const key = params.jenis ?? "";
  return submitForm(form, await ownLetterSchema(ctx, key), async (input) => {
    const personId = url.searchParams.get("untuk") ?? ctx.resident.residentId;
    const { id } = await askOwnLetter(ctx, key, personId, input);
    return redirectWithFlash(ctx.config, `/warga/surat/${id}`, OWN_LETTER_WORDS.asked);
  });
});

export default function AskLetter() {
  const { person, kind, draft, owner, ...rest } = useLoaderData<typeof loader>();
  const query = person.isSelf ? "" : `?untuk=${person.id}`;
  return (
    <>
      <title>{kind.title}</title>
      <PageHeader
        title={kind.title}
        lead={person.isSelf ? kind.purpose : `Untuk ${person.name}. ${kind.purpose}`}
        back={{ href: `/warga/surat/baru${query}`, label: "Pilih surat lain" }}
      />
      <WaitingForm draft={draft} owner={owner}>
        <OwnLetterForm kind={kind} {...rest} reply={useActionData() as FormReply | undefined} />
      </WaitingForm>
      <WaitingScript />
    </>
  );
}
