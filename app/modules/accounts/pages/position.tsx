import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { changePosition } from "../change-position.server.ts";
import { heldTitle } from "../components/held-title.ts";
import { ChangePositionForm, EndPositionForm } from "../components/position-forms.tsx";
import { endPosition } from "../end-position.server.ts";
import { ChangePositionInput, EndPositionInput } from "../input.ts";
import { getPerson, termOf } from "../roster.server.ts";
import { PEOPLE_REFUSALS, PEOPLE_WORDS, positionTitle } from "../words.ts";

export const loader = officeLoader(async ({ ctx, params, frame }) => {
  const person = await getPerson(ctx, params.id ?? "");
  return { person, term: termOf(person, params.jabatan ?? ""), terms: frame?.profile ?? null };
});

export const action = officeAction(({ ctx, form, params, frame }) => {
  const ref = { accountId: params.id ?? "", termId: params.jabatan ?? "" };
  const back = `/kantor/perangkat/${ref.accountId}`;
  const titleOf = (position: string) => positionTitle(position, "definitif", frame?.profile);
  if (form.get("langkah") === "akhiri")
    return submitForm(form, EndPositionInput, async (input) => {
      const { name, position } = await endPosition(ctx, ref, input);
      return redirectWithFlash(ctx.config, back, PEOPLE_WORDS.ended(name, titleOf(position)));
    });
  return submitForm(form, ChangePositionInput, async (input) => {
    const { position } = await changePosition(ctx, ref, input);
    return redirectWithFlash(ctx.config, back, PEOPLE_WORDS.changed(titleOf(position)));
  });
});

export default function PositionPage() {
  const { person, term, terms } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const isEnding = reply?.initialValue?.langkah === "akhiri";
  const title = heldTitle(term, terms);
  return (
    <>
      <title>{title}</title>
      <PageHeader
        title={title}
        back={{ href: `/kantor/perangkat/${person.id}`, label: person.name }}
        lead={`Dipegang oleh ${person.name}.`}
      />
      {term.isOver && <Notice>{PEOPLE_WORDS.termOver}</Notice>}
      {!term.isOver && (
        <>
          {person.isSelf ? (
            <Notice>{PEOPLE_REFUSALS["own-position"]}</Notice>
          ) : (
            <ChangePositionForm
              term={term}
              areas={person.areas}
              terms={terms}
              reply={isEnding ? undefined : reply}
            />
          )}
          <EndPositionForm term={term} today={person.today} reply={isEnding ? reply : undefined} />
        </>
      )}
    </>
  );
}
