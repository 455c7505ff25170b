import { useLoaderData } from "react-router";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { DateText } from "#app/ui/text.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import { CHOICE_WORDS, EVENT_FORM_WORDS, EVENT_NAMES, STATUS_NAMES } from "../event-words.ts";
import { listEventChoices } from "../list-event-choices.server.ts";
import { idParam } from "../params.ts";

export const loader = officeLoader(({ ctx, params }) => listEventChoices(ctx, idParam(params)));

export default function Events() {
  const { person, choices, events, headName } = useLoaderData<typeof loader>();
  const here = `/kantor/penduduk/${person.id}/peristiwa`;
  const head = headName && headName !== person.name ? `, KK ${headName}` : "";
  return (
    <>
      <title>{`Catat peristiwa: ${person.name}`}</title>
      <PageHeader
        title="Catat peristiwa"
        lead={`${person.name}: ${STATUS_NAMES[person.status]?.toLowerCase() ?? ""}${head}`}
        back={{ href: `/kantor/penduduk/${person.id}`, label: person.name }}
      />
      {choices.length === 0 && <Notice>{EVENT_FORM_WORDS.noChoices}</Notice>}
      <div className="max-w-form">
        <TaskList
          label="Peristiwa yang dapat dicatat"
          items={choices.map((path) => ({ key: path, href: `${here}/${path}`, ...CHOICE_WORDS[path] }))}
        />
      </div>
      <section className="mt-10">
        <h2 className="mb-4 text-lg">Yang sudah tercatat</h2>
        <Timeline
          label="Peristiwa yang sudah tercatat"
          items={events.map(({ id, kind, happenedOn, note, isCancelled, mayCancel }) => ({
            key: id,
            title: isCancelled ? <s>{EVENT_NAMES[kind]}</s> : EVENT_NAMES[kind],
            at: (
              <>
                <DateText date={happenedOn} />
                {isCancelled && " (dibatalkan)"}
              </>
            ),
            note: (
              <>
                {note && <p>{note}</p>}
                {mayCancel && (
                  <a href={`${here}/${id}/batal`} className="inline-flex min-h-11 items-center">
                    Batalkan peristiwa ini
                  </a>
                )}
              </>
            ),
          }))}
        />
      </section>
    </>
  );
}
