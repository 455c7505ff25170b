import { EmptyState } from "#app/ui/empty-state.tsx";
import { formatDate } from "#app/ui/format.ts";
import { formatQuantity } from "../format-rules.ts";
import { PUBLIC_WORDS } from "../public-words.ts";
import { quarterName } from "../running-words.ts";

export interface PublicUpdatesProps {
  updates: readonly {
    id: string;
    quarter: number;
    asOf: string;
    note: string;
    values: readonly { key: string; name: string; unit: string; value: number }[];
  }[];
  pictures: readonly { id: string; updateId: string; src: string }[];
}

/** Approved reports, newest first, with the pictures that were made public. */
export function PublicUpdates({ updates, pictures }: PublicUpdatesProps) {
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-lg">{PUBLIC_WORDS.updates}</h2>
      {updates.length === 0 && <EmptyState icon="send" title={PUBLIC_WORDS.noUpdates} />}
      {updates.map(({ id, quarter, asOf, note, values }) => (
        <article key={id} className="avoid-break flex flex-col gap-2 rounded-md border border-line p-4">
          <h3 className="font-semibold">{`${quarterName(quarter)}, keadaan ${formatDate(asOf)}`}</h3>
          <ul>
            {values.map(({ key, name, unit, value }) => (
              <li key={key}>
                {name}: <strong>{formatQuantity(value)}</strong> {unit}
              </li>
            ))}
          </ul>
          {note && <p className="max-w-text whitespace-pre-line">{note}</p>}
          <div className="flex flex-wrap gap-3 empty:hidden">
            {pictures
              .filter(({ updateId }) => updateId === id)
              .map((picture) => (
                <img
                  key={picture.id}
                  src={picture.src}
                  alt={`Foto ${quarterName(quarter)}`}
                  width="160"
                  height="120"
                  loading="lazy"
                  className="h-30 w-40 rounded-sm border border-line object-cover"
                />
              ))}
          </div>
        </article>
      ))}
    </section>
  );
}
