import { DefinitionList } from "#app/ui/definition-list.tsx";
import { formatDate, formatMoney } from "#app/ui/format.ts";
import { spanText } from "../words.ts";

interface PermitFactsProps {
  permit: {
    purpose: string;
    fromAt: string;
    untilAt: string;
    deposit: number;
    depositPaidOn: string | null;
    depositReturnedOn: string | null;
    returnedCondition: string | null;
    decisionNote: string | null;
    handedTo: string | null;
    handedOn: string | null;
    answerText: string | null;
    answeredOn: string | null;
  };
  placeName: string | null;
  applicant: { nik: string | null; address: string | null; phone: string | null };
}

/** What was asked for by whom, and what came of it. */
export function PermitFacts({ permit, placeName, applicant }: PermitFactsProps) {
  const on = (day: string | null, text: string) => day && `${text} ${formatDate(day)}`;
  const deposit = [
    formatMoney(permit.deposit),
    on(permit.depositPaidOn, "diterima") ?? "belum diterima",
    on(permit.depositReturnedOn, "dikembalikan"),
  ]
    .filter(Boolean)
    .join(", ");
  const items = [
    { term: "Keperluan", value: permit.purpose },
    { term: "Tempat", value: placeName },
    { term: "Waktu", value: spanText(permit) },
    { term: "NIK pemohon", value: applicant.nik },
    { term: "Alamat pemohon", value: applicant.address },
    { term: "Telepon pemohon", value: applicant.phone },
    { term: "Jaminan", value: permit.deposit > 0 ? deposit : null },
    { term: "Catatan keputusan", value: permit.decisionNote },
    {
      term: "Diserahkan kepada",
      value: permit.handedOn && `${permit.handedTo}, ${formatDate(permit.handedOn)}`,
    },
    {
      term: "Jawaban",
      value: permit.answeredOn && `${permit.answerText} (${formatDate(permit.answeredOn)})`,
    },
    { term: "Keadaan saat kembali", value: permit.returnedCondition },
  ];
  return <DefinitionList items={items.filter(({ value }) => value)} />;
}
