import { DateText } from "#app/ui/text.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import { EVENT_NAMES } from "../event-words.ts";
import type { PastEvent } from "../load-resident.server.ts";
import { fieldLabel } from "../resident-fields.ts";

/** What happened to a person, the newest day first. Cancelled events stay, said to be so. */
export function ResidentHistory({ events }: { events: readonly PastEvent[] }) {
  return (
    <section className="mt-8">
      <h2 className="mb-4 text-lg">Riwayat peristiwa</h2>
      <Timeline
        label="Riwayat peristiwa"
        items={events.map((event) => ({
          key: event.id,
          title: event.isCancelled ? <s>{titleOf(event)}</s> : titleOf(event),
          at: (
            <>
              <DateText date={event.happenedOn} />
              {event.recordedBy && `, dicatat oleh ${event.recordedBy}`}
              {event.isCancelled && " (dibatalkan)"}
            </>
          ),
          note: event.note,
        }))}
      />
    </section>
  );
}

/** `Perubahan data: Pekerjaan, Alamat`; of protected fields the name alone, as everywhere. */
function titleOf({ kind, changed }: PastEvent): string {
  if (kind !== "change" && kind !== "correction") return EVENT_NAMES[kind];
  const labels = changed.filter((key) => key !== "hamletId" || !changed.includes("areaId")).map(fieldLabel);
  return labels.length > 0 ? `${EVENT_NAMES[kind]}: ${labels.join(", ")}` : EVENT_NAMES[kind];
}
