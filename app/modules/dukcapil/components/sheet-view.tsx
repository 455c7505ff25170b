import { DefinitionList } from "#app/ui/definition-list.tsx";
import { formatDate } from "#app/ui/format.ts";

interface ShownPart {
  key: string;
  title: string;
  rowName: string | null;
  rows: readonly (readonly { key: string; label: string; kind: string; value: string | null }[])[];
}

/** What a sheet says, numbers masked; what is empty is left to the pen and not shown. */
export function SheetView({ parts }: { parts: readonly ShownPart[] }) {
  return parts.map(({ key, title, rowName, rows }) => (
    <section key={key} aria-labelledby={`bagian-${key}`} className="flex max-w-text flex-col gap-3">
      <h2 id={`bagian-${key}`} className="text-lg">
        {title}
      </h2>
      {rows.every((row) => row.every(({ value }) => !value)) && <p className="text-ink-soft">Belum diisi.</p>}
      {rows.map((row, at) => {
        const filled = row.filter(({ value }) => value);
        if (filled.length === 0) return null;
        return (
          <div key={row.map(({ value }) => value).join("|")}>
            {rowName && <h3 className="mb-1 font-semibold">{`${rowName} ${at + 1}`}</h3>}
            <DefinitionList
              items={filled.map((field) => ({
                key: field.key,
                term: field.label,
                value: field.kind === "day" ? formatDate(field.value ?? "") : field.value,
              }))}
            />
          </div>
        );
      })}
    </section>
  ));
}
