import { type LocalTerms, positionTitle } from "../words.ts";

interface Held {
  position: string;
  status: "definitif" | "pj" | "plt" | "plh";
  areaName: string | null;
}

/** A position as it is read out, with its area: `Kepala Dusun Melase`. */
export function heldTitle(held: Held, terms: LocalTerms | null): string {
  const title = positionTitle(held.position, held.status, terms);
  return held.areaName ? `${title} ${held.areaName}` : title;
}
