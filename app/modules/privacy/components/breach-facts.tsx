import { DefinitionList } from "#app/ui/definition-list.tsx";
import { formatDateTime, formatNumber, type ZoneName } from "#app/ui/format.ts";
import type { BreachRow } from "../breaches.server.ts";

interface BreachFactsProps {
  breach: BreachRow;
  writtenBy: string | null;
  zone: ZoneName;
}

/** What a closed record says. */
export function BreachFacts({ breach, writtenBy, zone }: BreachFactsProps) {
  const text = (value: string | null) => value && <p className="whitespace-pre-line">{value}</p>;
  const closed = breach.closedAt && formatDateTime(Date.parse(breach.closedAt), zone);
  return (
    <DefinitionList
      items={[
        { term: "Apa yang terjadi", value: text(breach.what) },
        { term: "Data apa dan milik siapa", value: text(breach.whose) },
        { term: "Bagaimana terjadinya", value: text(breach.how) },
        {
          term: "Banyaknya orang",
          value: breach.personCount === null ? null : formatNumber(breach.personCount),
        },
        { term: "Penanganan", value: text(breach.handling) },
        { term: "Dicatat oleh", value: writtenBy },
        { term: "Ditutup", value: closed },
        { term: "Penutup", value: text(breach.closingNote) },
      ]}
    />
  );
}
