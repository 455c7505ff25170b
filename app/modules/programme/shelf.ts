import { OFFICE_SHELF } from "./shelf-office.ts";
import { ORDER_SHELF } from "./shelf-order.ts";
import type { TemplateActivity } from "./template-shape.ts";

export type ShelfGroup = { key: string; name: string; activities: readonly TemplateActivity[] };

/** Further ready activities that a village may take into its year besides the template's fourteen. */
export const SHELF: readonly ShelfGroup[] = [
  {
    key: "ketertiban",
    name: "Ketenteraman, ketertiban, dan pelindungan masyarakat",
    activities: ORDER_SHELF,
  },
  { key: "tata-praja", name: "Data, wilayah, perencanaan, dan pelaporan", activities: OFFICE_SHELF },
];

/** The shelf's ready activity of this key, or null. */
export function findShelfActivity(key: string): TemplateActivity | null {
  return SHELF.flatMap((group) => group.activities).find((activity) => activity.key === key) ?? null;
}
