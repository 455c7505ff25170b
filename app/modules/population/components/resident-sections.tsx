import { Button } from "#app/ui/button.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import type { ShownFact } from "../load-resident.server.ts";
import type { RevealedGroup } from "../visible-rules.ts";
import { PERSON_WORDS } from "../words.ts";

interface Props {
  sections: readonly { key: string; title: string; facts: readonly ShownFact[] }[];
  /** What was asked for, by field. */
  revealed: Record<string, string>;
}

/** The facts of a record, part by part. */
export function ResidentSections({ sections, revealed }: Props) {
  return sections.map(({ key, title, facts }) => (
    <section key={key} className="mt-8 max-w-text">
      <h2 className="mb-2 text-lg">{title}</h2>
      <DefinitionList
        items={facts.map((fact) => ({
          key: fact.key,
          term: fact.label,
          value: <Value text={revealed[fact.key] ?? fact.value} />,
        }))}
      />
    </section>
  ));
}

function Value({ text }: { text: string }) {
  return <span className="tabular-nums wrap-anywhere">{text}</span>;
}

/** Buttons that show masked numbers; each use is in the access log. */
export function RevealButtons({ groups }: { groups: readonly RevealedGroup[] }) {
  if (groups.length === 0) return null;
  return (
    <form method="post" className="mt-4 flex max-w-text flex-col gap-2">
      <SubmitKey />
      <div className="flex flex-wrap gap-3">
        {groups.map((group) => (
          <Button key={group} variant="secondary" name="tampilkan" value={group}>
            {PERSON_WORDS.reveal[group]}
          </Button>
        ))}
      </div>
      <p className="text-sm text-ink-soft">{PERSON_WORDS.revealIsLogged}</p>
    </form>
  );
}
