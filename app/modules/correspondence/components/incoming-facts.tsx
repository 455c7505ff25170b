import { DefinitionList } from "#app/ui/definition-list.tsx";
import { civilDateIn, formatDate, type ZoneName } from "#app/ui/format.ts";
import { Icon } from "#app/ui/icons.tsx";
import type { LoadedIncoming } from "../load-incoming.server.ts";
import type { ScanView } from "../scan.server.ts";

interface IncomingFactsProps extends Pick<LoadedIncoming, "letter" | "writtenBy" | "answer"> {
  scan: ScanView | null;
  zone: ZoneName;
}

/** What is known of a letter that came in. */
export function IncomingFacts({ letter, writtenBy, answer, scan, zone }: IncomingFactsProps) {
  const day = (at: string) => formatDate(civilDateIn(Date.parse(at), zone));
  const items = [
    { term: "Nomor surat", value: letter.number },
    { term: "Tanggal surat", value: letter.writtenOn && formatDate(letter.writtenOn) },
    { term: "Diterima", value: `${formatDate(letter.receivedOn)}, dicatat ${writtenBy}` },
    { term: "Kode klasifikasi", value: letter.classification },
    { term: "Dijawab paling lambat", value: letter.answerDueOn && formatDate(letter.answerDueOn) },
    ...(answer ? [{ term: "Dijawab dengan", value: <Answer answer={answer} /> }] : []),
    ...(letter.closedAt
      ? [
          {
            term: "Selesai",
            value: `${day(letter.closedAt)}${letter.closingNote ? `: ${letter.closingNote}` : ""}`,
          },
        ]
      : []),
    { term: "Pindaian", value: scan && <Scan scan={scan} /> },
  ];
  return <DefinitionList items={items} />;
}

function Answer({ answer }: { answer: NonNullable<LoadedIncoming["answer"]> }) {
  return (
    <a href={`/kantor/surat/${answer.id}`}>
      {answer.numberText ? `${answer.title}, nomor ${answer.numberText}` : `${answer.title} (belum bernomor)`}
    </a>
  );
}

function Scan({ scan }: { scan: ScanView }) {
  return (
    <a href={scan.href} className="inline-flex min-h-11 items-center gap-2">
      {scan.isPicture ? (
        <img
          src={scan.href}
          alt={`Pindaian: ${scan.name}`}
          loading="lazy"
          width="160"
          height="213"
          className="max-h-56 w-40 rounded-sm border border-line object-cover object-top"
        />
      ) : (
        <>
          <Icon name="file" />
          {scan.name}
        </>
      )}
    </a>
  );
}
