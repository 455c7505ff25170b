import { useLoaderData } from "react-router";
import { positionTitle } from "#app/modules/accounts/words.ts";
import { addDays } from "#app/platform/clock.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { submitForm } from "#app/platform/http/submit-form.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { formatDate } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { CarryForm } from "../components/carry-form.tsx";
import { formatPercent } from "../format-rules.ts";
import { isStanding, loadNextYear } from "../load-next-year.server.ts";
import { NextYearInput } from "../next-year-input.ts";
import { canCarryOn } from "../next-year-rules.ts";
import { NEXT_YEAR_WORDS } from "../next-year-words.ts";
import { openNextYear } from "../open-next-year.server.ts";
import { yearParam } from "../params.ts";
import type { ProgrammeState } from "../rules.ts";
import { PROGRESS_WORDS } from "../words.ts";

export const loader = officeLoader(async ({ ctx, params }) => {
  const year = yearParam(params);
  const { measures, sections, unfinishedIds, standing, following, isTaken, endingTerms } = await loadNextYear(
    ctx,
    year,
  );
  const hintOf = (physical: number | null) => {
    const percent = formatPercent(physical, PROGRESS_WORDS.noIndicator);
    const isFinished = (physical ?? 0) >= 100;
    return `${percent}, ${isFinished ? NEXT_YEAR_WORDS.finished : NEXT_YEAR_WORDS.unfinished}`;
  };
  const open = sections
    .map((section) => ({
      ...section,
      rows: section.rows.filter((row) => !isStanding(measures, row.id, standing)),
    }))
    .filter((section) => section.rows.length > 0);
  return {
    year,
    obstacle: obstacleOf(year, { state: measures.programme.state, isTaken, isAnyLeft: open.length > 0 }),
    isAdding: following !== null,
    unfinishedIds,
    sections: open.map((section) => ({
      id: section.id,
      name: section.name,
      choices: section.rows.map((row) => ({
        value: row.id,
        label: row.name,
        hint: hintOf(row.physical),
      })),
    })),
    ending: endingTerms.map(({ position, status, name, endsOn }) =>
      NEXT_YEAR_WORDS.termEnds(positionTitle(position, status), name, formatDate(addDays(endsOn, -1))),
    ),
  };
});

/** Why nothing can be carried on; null where something can. */
function obstacleOf(
  year: number,
  { state, isTaken, isAnyLeft }: { state: ProgrammeState; isTaken: boolean; isAnyLeft: boolean },
): string | null {
  if (isTaken) return NEXT_YEAR_WORDS.taken(year + 1);
  if (!canCarryOn(state)) return NEXT_YEAR_WORDS.notApproved(year);
  return isAnyLeft ? null : NEXT_YEAR_WORDS.noneLeft(year);
}

export const action = officeAction(({ ctx, form, params }) =>
  submitForm(form, NextYearInput, async (input) => {
    const { year, count } = await openNextYear(ctx, yearParam(params), input);
    return redirectWithFlash(
      ctx.config,
      `/kantor/program-kerja/${year}`,
      (form.get("tambah") ? NEXT_YEAR_WORDS.carried : NEXT_YEAR_WORDS.opened)(year, count),
    );
  }),
);

export default function NextYear() {
  const page = useLoaderData<typeof loader>();
  const { year, obstacle, ending } = page;
  const title = page.isAdding ? NEXT_YEAR_WORDS.offerMore(year) : NEXT_YEAR_WORDS.offer(year);
  const lead = page.isAdding ? NEXT_YEAR_WORDS.leadMore(year) : NEXT_YEAR_WORDS.lead(year);
  return (
    <>
      <title>{title}</title>
      <PageHeader
        title={title}
        lead={obstacle ? undefined : lead}
        back={{ href: "/kantor/program-kerja", label: "Semua tahun" }}
      />
      <div className="flex flex-col gap-8">
        {obstacle ? (
          <Notice
            actions={
              page.isAdding && (
                <ButtonLink href={`/kantor/program-kerja/${year + 1}`}>
                  {NEXT_YEAR_WORDS.openTaken(year + 1)}
                </ButtonLink>
              )
            }
          >
            {obstacle}
          </Notice>
        ) : (
          <CarryForm {...page} />
        )}
        <section className="flex flex-col gap-3">
          <h2 className="text-lg">{NEXT_YEAR_WORDS.expiring(year + 1)}</h2>
          <p className="max-w-text text-ink-soft">
            {ending.length > 0 ? NEXT_YEAR_WORDS.expiringLead : NEXT_YEAR_WORDS.nothingExpires}
          </p>
          <ul className="list-disc pl-5">
            {ending.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}
