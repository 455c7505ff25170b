import type { Migration } from "./migrate.ts";

/** `npm run db:generate -- --name contract_<what>` names it so. */
const MARKED = /^\d{4}_contract[_-]/;
/** What code that is older may still read or write. */
const TAKES_AWAY = /\bDROP\s+(TABLE|VIEW|COLUMN)\b|\bRENAME\s+(TO|COLUMN)\b/i;

/**
 * Does a migration take something away that older code uses? Its file says so: `0008_contract_drop_phone.sql`. It is
 * applied once no such code runs, so it waits alone, at the end of a release, and the code must do without it till then.
 */
export function isContracting({ tag }: Pick<Migration, "tag">): boolean {
  return MARKED.test(tag);
}

/** Statements by which a migration takes something away without saying so in its name. */
export function unmarkedContractions(migration: Migration): string[] {
  if (isContracting(migration)) return [];
  return migration.statements.filter((statement) => TAKES_AWAY.test(statement));
}

/** The schema version that this code can't work without: all migrations but contracting ones at the end. */
export function requiredVersion(migrations: readonly Migration[]): number {
  return migrations.findLastIndex((migration) => !isContracting(migration)) + 1;
}
