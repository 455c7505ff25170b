/** Who has to be told of a breach, in the words of the form. */
export const NOTICE_TARGETS = ["subjek", "lembaga", "umum"] as const;
export type NoticeTarget = (typeof NOTICE_TARGETS)[number];

/** What decides over the steps of a breach. */
export interface BreachFacts {
  whose: string | null;
  how: string | null;
  handling: string | null;
  personCount: number | null;
  needsPublicNotice: boolean;
  subjectsToldAt: string | null;
  authorityToldAt: string | null;
  publicToldAt: string | null;
  closedAt: string | null;
}

/** Whom the village still has to tell: persons and authority always, the public where that was decided (Ps. 46). */
export function missingNotices(facts: BreachFacts): NoticeTarget[] {
  const told = { subjek: facts.subjectsToldAt, lembaga: facts.authorityToldAt, umum: facts.publicToldAt };
  return NOTICE_TARGETS.filter((target) => !told[target] && (target !== "umum" || facts.needsPublicNotice));
}

/** Does the clock still run? Closed ones and those that everybody was told of are done with it. */
export function isNoticeOpen(facts: BreachFacts): boolean {
  return facts.closedAt === null && missingNotices(facts).length > 0;
}

const FACT_NAMES = {
  whose: "data apa dan milik siapa",
  how: "bagaimana terjadinya",
  handling: "penanganan",
  personCount: "banyaknya orang",
} as const;

/** What a notice must say and the record does not hold yet, in words. */
export function missingFacts(facts: BreachFacts): string[] {
  return (Object.keys(FACT_NAMES) as (keyof typeof FACT_NAMES)[])
    .filter((name) => facts[name] === null)
    .map((name) => FACT_NAMES[name]);
}

export type BreachStep = "describe" | "tell" | "close" | "closed";

/** What comes next. */
export function nextBreachStep(facts: BreachFacts): BreachStep {
  if (facts.closedAt !== null) return "closed";
  if (missingFacts(facts).length > 0) return "describe";
  return missingNotices(facts).length > 0 ? "tell" : "close";
}
