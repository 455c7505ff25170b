import { Checkbox } from "#app/ui/choice-fields.tsx";
import type { ShownChange } from "../list-changes.server.ts";
import { PAGE_WORDS } from "../words.ts";

export interface ChangedPerson {
  line: number;
  residentId: string | null;
  name: string;
  /** Nothing of him is taken over. */
  isLeftAlone: boolean;
  changes: readonly ShownChange[];
}

/** One person's fields that differ: how they stand, how the sheet has them, and whether they are taken over. */
export function PersonChanges({ person, canChoose }: { person: ChangedPerson; canChoose: boolean }) {
  const { line, name, residentId, changes, isLeftAlone } = person;
  return (
    <section className="rounded-md border border-line p-4" aria-labelledby={`orang-${line}`}>
      <h2 id={`orang-${line}`} className="text-lg">
        {residentId ? (
          <a href={`/kantor/penduduk/${residentId}`} className="inline-flex min-h-11 items-center">
            {name}
          </a>
        ) : (
          name
        )}
        <span className="text-base font-normal text-ink-soft">{` (baris ${line})`}</span>
      </h2>
      {canChoose && (
        <>
          <input type="hidden" name="baris" value={line} />
          <Checkbox
            id={`biarkan-${line}`}
            name="biarkan"
            value={String(line)}
            defaultChecked={isLeftAlone}
            label={PAGE_WORDS.leaveAlone}
          />
        </>
      )}
      {!canChoose && isLeftAlone && <p className="text-ink-soft">{PAGE_WORDS.leftAlone}</p>}
      <ul className="mt-2 flex flex-col gap-1">
        {changes.map(({ key, label, before, after, isTaken }) => (
          <li key={key}>
            {canChoose ? (
              <Checkbox
                id={`ambil-${line}-${key}`}
                name="ambil"
                value={`${line}:${key}`}
                defaultChecked={isTaken || isLeftAlone}
                label={<Change label={label} before={before} after={after} />}
              />
            ) : (
              <Change label={label} before={before} after={after} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Change({ label, before, after }: Pick<ShownChange, "label" | "before" | "after">) {
  return (
    <>
      <strong>{label}: </strong>
      <del className="text-ink-soft">{before}</del>
      <span aria-hidden="true"> → </span>
      <span className="sr-only"> menjadi </span>
      <ins className="no-underline">{after}</ins>
    </>
  );
}
