import { z } from "zod";
import { REPORT_COLUMNS, type ReportColumn } from "./report-column-rules.ts";
import { REPORT_PAGE_WORDS } from "./report-words.ts";

const Place = z
  .string()
  .trim()
  .regex(/^\d{0,2}$/, REPORT_PAGE_WORDS.orderInvalid)
  .optional()
  .transform((text) => (text ? Number(text) : null));

const places = Object.fromEntries(REPORT_COLUMNS.map((column) => [column, Place]));

/** The village's choice of columns: those ticked, and the number written beside each. */
export const ReportColumnsInput = z.object({
  kolom: z.array(z.enum(REPORT_COLUMNS, { error: REPORT_PAGE_WORDS.columnUnknown })).default([]),
  urutan: z
    .object(places as Record<ReportColumn, typeof Place>)
    .partial()
    .default({}),
});
export type ReportColumnsInput = z.infer<typeof ReportColumnsInput>;
