import type { Token } from "./sql-tokens.ts";

/** How a PRAGMA is treated: like sqld's list, so that nothing works here that fails there. */
export type PragmaEffect = "read" | "write" | "connection" | "refused";

const READ = new Set(
  `table_list index_list table_info table_xinfo index_info index_xinfo pragma_list compile_options
  database_list function_list module_list encoding foreign_key_list foreign_key_check collation_list
  data_version freelist_count integrity_check legacy_file_format page_count quick_check stats`.split(/\s+/),
);

const READ_WITHOUT_VALUE = new Set(
  `schema_version analysis_limit application_id auto_vacuum automatic_index busy_timeout cache_size cache_spill
  cell_size_check checkpoint_fullfsync fullfsync hard_heap_limit journal_mode journal_size_limit
  legacy_alter_table locking_mode max_page_count mmap_size page_size query_only read_uncommitted
  recursive_triggers reverse_unordered_selects secure_delete soft_heap_limit synchronous temp_store threads
  trusted_schema wal_autocheckpoint user_version foreign_keys defer_foreign_keys`.split(/\s+/),
);

/** What `PRAGMA name`, `PRAGMA schema.name`, `... = value` or `...(value)` does; tokens start at PRAGMA. */
export function pragmaEffect(tokens: Token[]): PragmaEffect {
  const qualified = tokens[2]?.text === ".";
  const name = tokens[qualified ? 3 : 1]?.text.toLowerCase() ?? "";
  const hasValue = tokens.length > (qualified ? 4 : 2);
  if (READ.has(name)) return "read";
  if (!hasValue) return READ_WITHOUT_VALUE.has(name) ? "read" : "refused";
  if (name === "user_version") return "write";
  return name === "foreign_keys" || name === "defer_foreign_keys" ? "connection" : "refused";
}
