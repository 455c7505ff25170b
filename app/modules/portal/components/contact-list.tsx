import { DefinitionList } from "#app/ui/definition-list.tsx";
import { CONTACT_WORDS } from "../words.ts";

interface ShownContact {
  id: string;
  kind: "office" | "emergency";
  name: string;
  number: string;
  note: string | null;
}

/** The numbers of one kind, each a link that calls. */
export function ContactList({
  contacts,
  kind,
}: {
  contacts: readonly ShownContact[];
  kind: ShownContact["kind"];
}) {
  const own = contacts.filter((contact) => contact.kind === kind);
  if (own.length === 0) return null;
  return (
    <section aria-labelledby={`nomor-${kind}`} className="max-w-text">
      <h2 id={`nomor-${kind}`} className="mb-2 text-lg">
        {CONTACT_WORDS.kinds[kind]}
      </h2>
      <DefinitionList
        items={own.map(({ id, name, number, note }) => ({
          key: id,
          term: name,
          value: (
            <>
              <a
                href={`tel:${number.replace(/[^\d+]/g, "")}`}
                className="-my-2.5 inline-flex min-h-11 items-center font-semibold"
              >
                {number}
              </a>
              {note && <span className="block text-sm text-ink-soft">{note}</span>}
            </>
          ),
        }))}
      />
    </section>
  );
}
