import type { Zone } from "#app/platform/clock.ts";
import type { ReceiptStory } from "#app/platform/receipt-subject.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { formatDate, formatDateTime } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Timeline } from "#app/ui/timeline.tsx";

/** Where a request stands and what was done, without names. */
export function Story({ story, zone }: { story: ReceiptStory; zone: Zone }) {
  const { title, state, tone, askedAt, promised, answer, steps } = story;
  return (
    <section aria-labelledby="permintaan" className="flex flex-col gap-5">
      <h2 id="permintaan" className="text-lg">
        {title}
      </h2>
      <Notice tone={tone} title={state} />
      <DefinitionList
        items={[
          { term: "Diminta", value: formatDateTime(new Date(askedAt), zone) },
          { term: "Dijanjikan selesai", value: promised && dayOrMoment(promised, zone) },
          { term: "Jawaban", value: answer && <span className="whitespace-pre-line">{answer}</span> },
        ].filter(({ value }) => Boolean(value))}
      />
      <Timeline
        label="Langkah"
        items={steps.map(({ what, at }) => ({
          key: `${at} ${what}`,
          title: what,
          at: dayOrMoment(at, zone),
        }))}
      />
    </section>
  );
}

function dayOrMoment(promised: string, zone: Zone): string {
  return promised.length === 10 ? formatDate(promised) : formatDateTime(new Date(promised), zone);
}
