import { DefinitionList } from "#app/ui/definition-list.tsx";
import { formatDate } from "#app/ui/format.ts";
import { formatQuantity } from "../format-rules.ts";
import type { ValueView } from "../update-values.ts";
import { ValueDoubts } from "./value-doubts.tsx";

interface UpdateFactsProps {
  asOf: string;
  author: string | null;
  /** Who else changed or sent it. */
  others: readonly string[];
  note: string;
  values: readonly ValueView[];
}

/** What a report says: each value beside its quarter's target, and the note. */
export function UpdateFacts({ asOf, author, others, note, values }: UpdateFactsProps) {
  return (
    <DefinitionList
      items={[
        ...values.map(({ id, name, unit, value, target, replaces }) => ({
          key: id,
          term: name,
          value: (
            <>
              <strong>{formatQuantity(value)}</strong> {unit}
              <span className="text-ink-soft"> · target triwulan {formatQuantity(target)}</span>
              <ValueDoubts value={value} unit={unit} replaces={replaces} />
            </>
          ),
        })),
        { term: "Keadaan per", value: formatDate(asOf) },
        { term: "Ditulis oleh", value: author },
        ...(others.length > 0 ? [{ term: "Diubah atau dikirim oleh", value: others.join(", ") }] : []),
        { term: "Catatan", value: note ? <span className="whitespace-pre-line">{note}</span> : null },
      ]}
    />
  );
}
