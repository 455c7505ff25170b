import { useActionData, useLoaderData } from "react-router";
import type { OfficeCtx } from "#app/context.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { formatDate } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { changePosition } from "../change-position.server.ts";
import { heldTitle } from "../components/held-title.ts";
import { ChangePositionForm, EndPositionForm } from "../components/position-forms.tsx";
import { endPosition } from "../end-position.server.ts";
import { ChangePositionInput, EndPositionInput } from "../input.ts";
import { isHeldByOther } from "../offices.server.ts";
import { getPerson, termOf } from "../roster.server.ts";
import { todayIn } from "../staff.server.ts";
import { END_WORDS, inLocalWords, inSentence, PEOPLE_WORDS, positionTitle } from "../words.ts";

export const loader = officeLoader(async ({ ctx, params, frame }) => {
  const person = await getPerson(ctx, params.id ?? "");
  const term = termOf(person, params.jabatan ?? "");
  const own = { position: term.position, accountId: person.id, day: person.today };
  const leavesNobody =
    person.isSelf && term.position === "kepala-desa" && !(await isHeldByOther(ctx, ctx.db, own));
  return { person, term, leavesNobody, terms: frame?.profile ?? null };
});

export const action = officeAction(({ ctx, form, params, frame }) => {
  const ref = { accountId: params.id ?? "", termId: params.jabatan ?? "" };
  const back = `/kantor/perangkat/${ref.accountId}`;
  const titleOf = (position: string) => positionTitle(position, "definitif", frame?.profile);
  if (form.get("langkah") === "akhiri")
    return submitForm(form, EndPositionInput, async (input) => {
      const { name, position } = await endPosition(ctx, ref, input);
      if (ref.accountId === ctx.actor.accountId) return laidDown(ctx, titleOf(position), input.berakhir);
      const sentence = PEOPLE_WORDS.ended(name, titleOf(position), formatDate(input.berakhir));
      return redirectWithFlash(ctx.config, back, sentence);
    });
  return submitForm(form, ChangePositionInput, async (input) => {
    const { position } = await changePosition(ctx, ref, input);
    return redirectWithFlash(ctx.config, back, PEOPLE_WORDS.changed(titleOf(position)));
  });
});

/** Who has laid his last position down can't come back here: he reads what happened on the sign-in page. */
function laidDown(ctx: OfficeCtx, title: string, endsOn: string): Response {
  if (endsOn > todayIn(ctx))
    return redirectWithFlash(ctx.config, "/kantor", PEOPLE_WORDS.layingDown(title, formatDate(endsOn)));
  const staysIn = ctx.actor.isAdmin || ctx.actor.positions.length > 1;
  return staysIn
    ? redirectWithFlash(ctx.config, "/kantor", PEOPLE_WORDS.laidDown(title))
    : redirectWithFlash(ctx.config, "/masuk", PEOPLE_WORDS.laidDownLast(title));
}

export default function PositionPage() {
  const { person, term, leavesNobody, terms } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const isEnding = reply?.initialValue?.langkah === "akhiri";
  const title = heldTitle(term, terms);
  return (
    <>
      <title>{title}</title>
      <PageHeader
        title={title}
        back={{ href: `/kantor/perangkat/${person.id}`, label: person.name }}
        lead={`Dipegang oleh ${inSentence(person.name)}.`}
      />
      {term.isOver && <Notice>{PEOPLE_WORDS.termOver}</Notice>}
      {!term.isOver && (
        <>
          {person.isSelf ? (
            <Notice>
              {inLocalWords(leavesNobody ? PEOPLE_WORDS.cannotLayDown : PEOPLE_WORDS.layDown, terms)}
            </Notice>
          ) : (
            <ChangePositionForm
              term={term}
              areas={person.areas}
              terms={terms}
              reply={isEnding ? undefined : reply}
            />
          )}
          {!leavesNobody && (
            <EndPositionForm
              term={term}
              today={person.today}
              consequence={END_WORDS.consequence(term.position, title, person.isSelf ? null : person.name)}
              reply={isEnding ? reply : undefined}
            />
          )}
        </>
      )}
    </>
  );
}
