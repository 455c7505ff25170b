import type { LetterheadBlock, PaperDocument } from "#app/platform/document/blocks.ts";
import type { Issuer } from "#app/platform/trial.ts";
import { formatDate, formatMoney } from "#app/ui/format.ts";
import { isRecommendation, type PermitKind } from "./permit-rules.ts";
import { DECIDER_WORDS, KIND_WORDS, spanText } from "./words.ts";

/** What a permit's paper is made from. */
export interface PaperFacts {
  letterhead: LetterheadBlock;
  issuer: Issuer;
  madeAt: Date;
  villageName: string;
  numberText: string;
  /** Day of the decision. */
  decidedOn: string;
  signer: { title: string; name: string };
  kind: PermitKind;
  applicant: { name: string; nik: string | null; address: string | null };
  purpose: string;
  place: string | null;
  span: { fromAt: string; untilAt: string };
  deposit: number;
  note: string | null;
}

const DUTIES = [
  "Menjaga ketertiban, kebersihan, dan keamanan selama kegiatan.",
  "Mengembalikan tempat dalam keadaan seperti semula.",
  "Izin ini dapat dicabut bila dipakai tidak sesuai keperluannya.",
];

/** A permit, or the village's recommendation to who decides. */
export function permitPaper(facts: PaperFacts): PaperDocument {
  const recommends = isRecommendation(facts.kind);
  const title = recommends ? "Surat Rekomendasi" : "Surat Izin";
  const decider = DECIDER_WORDS[facts.kind];
  return {
    title: `${title} ${facts.numberText}`,
    author: facts.letterhead.lines.at(-1)?.text ?? "",
    createdAt: facts.madeAt,
    issuer: facts.issuer,
    blocks: [
      facts.letterhead,
      { type: "title", text: title.toUpperCase(), isUnderlined: true, lines: [`Nomor: ${facts.numberText}`] },
      {
        type: "paragraph",
        text: recommends
          ? `Kepada ${decider}: desa tidak berkeberatan atas kegiatan berikut dan merekomendasikan izinnya.`
          : `Memberi izin ${KIND_WORDS[facts.kind].name.toLowerCase()} kepada:`,
        isFirstLineIndented: true,
      },
      { type: "facts", rows: rowsOf(facts), labelWidthMm: 42 },
      ...(recommends
        ? []
        : [
            { type: "paragraph" as const, text: "Dengan ketentuan:" },
            { type: "list" as const, items: DUTIES, isNumbered: true },
          ]),
      {
        type: "paragraph",
        text: recommends
          ? "Keputusan izinnya tetap pada pejabat yang berwenang."
          : "Surat izin ini diberikan untuk dipergunakan sebagaimana mestinya. Tidak dipungut biaya; jaminan bukan biaya dan dikembalikan.",
        isFirstLineIndented: true,
      },
      { type: "space", mm: 4 },
      {
        type: "signatures",
        signatures: [
          {
            above: [`${facts.villageName}, ${formatDate(facts.decidedOn)}`, facts.signer.title],
            name: facts.signer.name,
          },
        ],
      },
    ],
  };
}

function rowsOf({ applicant, kind, purpose, place, span, deposit, note }: PaperFacts) {
  const rows: [string, string | null][] = [
    ["Nama", applicant.name],
    ["NIK", applicant.nik],
    ["Alamat", applicant.address],
    ["Keperluan", purpose],
    ["Tempat", place],
    ["Waktu", spanText(span)],
    ["Jaminan", deposit > 0 && !isRecommendation(kind) ? formatMoney(deposit) : null],
    ["Catatan", note],
  ];
  return rows.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}
