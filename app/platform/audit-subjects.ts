import type { SQL } from "drizzle-orm";

/** The record that an audit row is about, and where it is opened. */
export interface AuditSubject {
  id: string;
  label: string;
  href: string;
}

/**
 * A module's part of what the audit log names: a SELECT of `id`, `label`, `href` for those of the ids that are records of
 * the module.
 * @param ids a subquery of ids in parentheses
 */
export type AuditSubjects = (ids: SQL) => SQL;
