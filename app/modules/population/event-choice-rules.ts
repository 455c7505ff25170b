import { STATUS } from "./person-rules.ts";

/** What decides which events may be recorded of somebody. */
export interface ChoiceFacts {
  status: number;
  isTemporary: boolean;
  hasCard: boolean;
  /** People who are here on his card. */
  memberCount: number;
  /** A card without a head takes even its only member for one. */
  hasHead: boolean;
}

/** Last part of the address under `/kantor/penduduk/:id/peristiwa/`. */
export const EVENT_PATHS = [
  "lahir",
  "meninggal",
  "pindah",
  "pindah-dalam",
  "pecah-kk",
  "gabung-kk",
  "kepala-keluarga",
  "hilang",
  "pergi",
  "kembali",
  "selesai-tinggal",
] as const;
export type EventPath = (typeof EVENT_PATHS)[number];

/** The events that somebody's state allows, the usual ones first. */
export function availableChoices({
  status,
  isTemporary,
  hasCard,
  memberCount,
  hasHead,
}: ChoiceFacts): EventPath[] {
  if (status === STATUS.moved) return ["kembali"];
  if (status === STATUS.missing || status === STATUS.left) return ["kembali", "meninggal"];
  if (status !== STATUS.here) return [];
  if (isTemporary) return ["selesai-tinggal", "meninggal", "pindah-dalam"];
  const withOthers: EventPath[] = memberCount > 1 ? ["pecah-kk"] : [];
  const withHead: EventPath[] = hasCard && (memberCount > 1 || !hasHead) ? ["kepala-keluarga"] : [];
  return [
    ...(hasCard ? (["lahir"] as const) : []),
    "meninggal",
    "pindah",
    "pindah-dalam",
    ...withOthers,
    ...withHead,
    "gabung-kk",
    "hilang",
    "pergi",
  ];
}
