import { integer, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** Approved aggregates of villages: codes, numbers, dates and the village's identity, nothing else. */
export const publishedIndicators = sqliteTable(
  "published_indicators",
  {
    id: text("id").primaryKey(),
    villageId: text("village_id").notNull(),
    regionCode: text("region_code").notNull(),
    indicator: text("indicator").notNull(),
    period: text("period").notNull(),
    revision: integer("revision").notNull(),
    numerator: real("numerator"),
    denominator: real("denominator"),
    missing: text("missing", { enum: ["not_reported", "not_applicable", "suppressed"] }),
    approvedAt: text("approved_at").notNull(),
  },
  (t) => [uniqueIndex("published_indicators_key").on(t.villageId, t.indicator, t.period, t.revision)],
);
