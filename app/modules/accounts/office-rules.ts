/** Offices of which a village has one: nobody could tell who decides where two hold them. */
const SINGLE_OFFICES: readonly string[] = ["kepala-desa", "sekretaris-desa"];

/** One holding of a position. Days are `YYYY-MM-DD`; `endsOn` is the first day without it, null = until further notice. */
export interface Holding {
  position: string;
  status: "definitif" | "pj" | "plt" | "plh";
  startsOn: string;
  endsOn: string | null;
}

/** Do two holdings share a day? */
export function overlaps(a: Pick<Holding, "startsOn" | "endsOn">, b: Pick<Holding, "startsOn" | "endsOn">) {
  return (a.endsOn === null || b.startsOn < a.endsOn) && (b.endsOn === null || a.startsOn < b.endsOn);
}

/**
 * Can't both hold the office at once? A Pj. or Plt. stands in for somebody who no longer holds it; a Plh. does its daily
 * work while its holder is away, so that one Plh. may stand beside him.
 */
export function clashes(a: Holding, b: Holding): boolean {
  if (a.position !== b.position || !SINGLE_OFFICES.includes(a.position)) return false;
  return (a.status === "plh") === (b.status === "plh") && overlaps(a, b);
}
