import { formatDate } from "#app/ui/format.ts";
import { Timeline } from "#app/ui/timeline.tsx";
import { BATCH_WORDS } from "../words.ts";

interface Journey {
  id: string;
  number: number;
  year: number;
  sentOn: string | null;
  outcome: "finished" | "returned" | null;
  outcomeOn: string | null;
  reason: string | null;
}

/** The batches that a form went with, the latest first. */
export function Journeys({ journeys }: { journeys: readonly Journey[] }) {
  if (journeys.length === 0) return null;
  return (
    <section aria-labelledby="perjalanan" className="flex max-w-text flex-col gap-3">
      <h2 id="perjalanan" className="text-lg">
        Perjalanan
      </h2>
      <Timeline
        label="Perjalanan"
        items={journeys.map(({ id, number, year, sentOn, outcome, outcomeOn, reason }) => ({
          key: id,
          title: (
            <a href={`/kantor/dukcapil/berkas/${id}`} className="inline-flex min-h-11 items-center">
              {BATCH_WORDS.title(number, year)}
            </a>
          ),
          at: sentOn ? `Dikirim ${formatDate(sentOn)}` : "Belum dikirim",
          note: outcomeText(outcome, outcomeOn, reason),
          tone: outcome === "returned" ? ("warn" as const) : outcome ? ("good" as const) : undefined,
        }))}
      />
    </section>
  );
}

function outcomeText(outcome: Journey["outcome"], on: string | null, reason: string | null) {
  if (!outcome) return undefined;
  const day = on ? ` ${formatDate(on)}` : "";
  return outcome === "finished" ? `Selesai${day}` : `Dikembalikan${day}: ${reason}`;
}
