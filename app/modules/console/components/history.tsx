import type { ReactNode } from "react";
import { auditSentence } from "#app/platform/audit-words.ts";
import { Timeline } from "#app/ui/timeline.tsx";
import { OVERSIGHT_AUDIT_WORDS } from "../audit-words.ts";
import { Moment } from "./moment.tsx";

export interface HistoryRow {
  id: string;
  at: string;
  action: string;
  actorName: string;
  details: Record<string, unknown>;
}

/** Rows of the directory's log as sentences. */
export function History<Row extends HistoryRow>({
  rows,
  noteOf,
}: {
  rows: readonly Row[];
  noteOf?: (row: Row) => ReactNode;
}) {
  return (
    <Timeline
      label="Riwayat"
      items={rows.map((row) => ({
        key: row.id,
        title: auditSentence(row, OVERSIGHT_AUDIT_WORDS),
        at: <Moment at={row.at} />,
        note: noteOf?.(row),
      }))}
    />
  );
}
