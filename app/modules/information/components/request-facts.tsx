import { DefinitionList } from "#app/ui/definition-list.tsx";
import { formatDate } from "#app/ui/format.ts";
import type { Way } from "../request-rules.ts";
import { GROUND_NAMES, WAY_NAMES } from "../words.ts";

interface RequestFactsProps {
  request: {
    information: string;
    purpose: string;
    way: Way;
    receivedOn: string;
    dueOn: string;
    extendedReason: string | null;
    answer: string | null;
    ground: string | null;
    answeredOn: string | null;
  };
  applicant: { name: string; address: string; contact: string; identity: string | null };
  receipt: { code: string; href: string } | null;
  file: { name: string; href: string } | null;
}

/** What was asked by whom, until when, and what was answered. */
export function RequestFacts({ request, applicant, receipt, file }: RequestFactsProps) {
  const { ground } = request;
  const items = [
    {
      term: "Informasi yang diminta",
      value: <span className="whitespace-pre-line">{request.information}</span>,
    },
    { term: "Tujuan", value: request.purpose || null },
    { term: "Cara menerima", value: WAY_NAMES[request.way] },
    { term: "Pemohon", value: applicant.name },
    { term: "Alamat", value: applicant.address },
    { term: "Telepon atau surel", value: applicant.contact },
    { term: "NIK", value: applicant.identity },
    { term: "Diterima", value: formatDate(request.receivedOn) },
    { term: "Dijawab paling lambat", value: formatDate(request.dueOn) },
    { term: "Alasan perpanjangan", value: request.extendedReason },
    {
      term: "Kode pemohon",
      value: receipt && (
        <a href={receipt.href} className="inline-flex min-h-11 items-center font-semibold">
          {receipt.code}
        </a>
      ),
    },
    { term: "Dijawab", value: request.answeredOn && formatDate(request.answeredOn) },
    {
      term: "Jawaban",
      value: request.answer && <span className="whitespace-pre-line">{request.answer}</span>,
    },
    {
      term: "Dasar penolakan",
      value: ground && (ground in GROUND_NAMES ? GROUND_NAMES[ground as keyof typeof GROUND_NAMES] : ground),
    },
    {
      term: "Salinan",
      value: file && (
        <a href={file.href} className="inline-flex min-h-11 items-center">
          {file.name}
        </a>
      ),
    },
  ];
  return <DefinitionList items={items.filter(({ value }) => value)} />;
}
