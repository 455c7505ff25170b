// Made by `npm run db:generate` from the SQL files beside it.
import type { Migration } from "../../migrate.ts";

export const migrations: readonly Migration[] = [
  {
    "tag": "0000_initial",
    "statements": [
      "CREATE TABLE `dead_letters` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`queue` text NOT NULL,\n\t`body` text NOT NULL,\n\t`reason` text NOT NULL,\n\t`received_at` text NOT NULL\n);",
      "CREATE TABLE `due_jobs` (\n\t`village_id` text NOT NULL,\n\t`kind` text NOT NULL,\n\t`due_at` text NOT NULL,\n\t`leased_until` text,\n\t`attempts` integer DEFAULT 0 NOT NULL,\n\t`last_error` text,\n\tPRIMARY KEY(`village_id`, `kind`)\n);",
      "CREATE INDEX `due_jobs_due` ON `due_jobs` (`due_at`);",
      "CREATE TABLE `sweep_runs` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`sweep` text NOT NULL,\n\t`started_at` text NOT NULL,\n\t`finished_at` text,\n\t`claimed` integer DEFAULT 0 NOT NULL,\n\t`error` text\n);",
      "CREATE TABLE `regions` (\n\t`number` integer PRIMARY KEY NOT NULL,\n\t`code` text NOT NULL,\n\t`level` integer NOT NULL,\n\t`kind` text NOT NULL,\n\t`name` text NOT NULL,\n\t`parent_code` text,\n\t`search_key` text NOT NULL,\n\t`search_name` text NOT NULL,\n\t`search_path` text NOT NULL,\n\t`retired_at` text\n);",
      "CREATE UNIQUE INDEX `regions_code_unique` ON `regions` (`code`);",
      "CREATE INDEX `regions_parent` ON `regions` (`parent_code`,`name`);",
      "CREATE TABLE `rate_limits` (\n\t`subject` text NOT NULL,\n\t`window_start` text NOT NULL,\n\t`count` integer NOT NULL,\n\tPRIMARY KEY(`subject`, `window_start`)\n);",
      "CREATE TABLE `signups` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`idempotency_key` text NOT NULL,\n\t`village_id` text NOT NULL,\n\t`step` text NOT NULL,\n\t`first_account` text,\n\t`leased_until` text,\n\t`attempts` integer DEFAULT 0 NOT NULL,\n\t`last_error` text,\n\t`created_at` text NOT NULL,\n\t`finished_at` text,\n\tFOREIGN KEY (`village_id`) REFERENCES `villages`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE UNIQUE INDEX `signups_key` ON `signups` (`idempotency_key`);",
      "CREATE INDEX `signups_open` ON `signups` (`finished_at`,`leased_until`);",
      "CREATE TABLE `village_hosts` (\n\t`host` text PRIMARY KEY NOT NULL,\n\t`village_id` text NOT NULL,\n\t`kind` text NOT NULL,\n\tFOREIGN KEY (`village_id`) REFERENCES `villages`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE INDEX `village_hosts_village` ON `village_hosts` (`village_id`);",
      "CREATE TABLE `villages` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`slug` text NOT NULL,\n\t`name` text NOT NULL,\n\t`region_code` text NOT NULL,\n\t`state` text NOT NULL,\n\t`trust` text DEFAULT 'unverified' NOT NULL,\n\t`verified_at` text,\n\t`time_zone` text NOT NULL,\n\t`home` text NOT NULL,\n\t`database` text NOT NULL,\n\t`schema_version` integer DEFAULT 0 NOT NULL,\n\t`migration_leased_until` text,\n\t`epoch` integer DEFAULT 1 NOT NULL,\n\t`created_at` text NOT NULL,\n\t`activated_at` text\n);",
      "CREATE UNIQUE INDEX `villages_slug` ON `villages` (`slug`);",
      "CREATE UNIQUE INDEX `villages_region` ON `villages` (`region_code`) WHERE state <> 'erased';"
    ]
  },
  {
    "tag": "0001_region_search",
    "statements": [
      "CREATE VIRTUAL TABLE region_search USING fts5(\n  search_name, search_path, content='regions', content_rowid='number',\n  tokenize='ascii', detail='column', prefix='2 3 4', columnsize=0\n);",
      "CREATE TRIGGER regions_search_insert AFTER INSERT ON regions BEGIN\n  INSERT INTO region_search(rowid, search_name, search_path) VALUES (new.number, new.search_name, new.search_path);\nEND;",
      "CREATE TRIGGER regions_search_update AFTER UPDATE OF search_name, search_path ON regions BEGIN\n  INSERT INTO region_search(region_search, rowid, search_name, search_path)\n    VALUES ('delete', old.number, old.search_name, old.search_path);\n  INSERT INTO region_search(rowid, search_name, search_path) VALUES (new.number, new.search_name, new.search_path);\nEND;",
      "CREATE TRIGGER regions_search_delete AFTER DELETE ON regions BEGIN\n  INSERT INTO region_search(region_search, rowid, search_name, search_path)\n    VALUES ('delete', old.number, old.search_name, old.search_path);\nEND;"
    ]
  },
  {
    "tag": "0002_signup_client_key",
    "statements": [
      "ALTER TABLE `signups` ADD `client_key` text;",
      "CREATE UNIQUE INDEX `signups_client_key` ON `signups` (`client_key`);"
    ]
  },
  {
    "tag": "0003_safe_ground",
    "statements": [
      "CREATE TABLE `backups` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`owner` text NOT NULL,\n\t`reason` text NOT NULL,\n\t`state` text NOT NULL,\n\t`storage_key` text NOT NULL,\n\t`size_bytes` integer,\n\t`content_hash` text,\n\t`schema_version` integer,\n\t`epoch` integer,\n\t`key_ids` text,\n\t`taken_at` text NOT NULL,\n\t`finished_at` text,\n\t`verified_at` text,\n\t`error` text,\n\t`expires_at` text NOT NULL\n);",
      "CREATE INDEX `backups_owner` ON `backups` (`owner`,`taken_at`);",
      "CREATE INDEX `backups_expiry` ON `backups` (`state`,`expires_at`);",
      "CREATE TABLE `erasures` (\n\t`village_id` text PRIMARY KEY NOT NULL,\n\t`name` text NOT NULL,\n\t`region_code` text NOT NULL,\n\t`reason` text NOT NULL,\n\t`asked_by` text NOT NULL,\n\t`started_at` text NOT NULL,\n\t`finished_at` text,\n\t`step` text NOT NULL,\n\t`removed` text NOT NULL\n);",
      "CREATE TABLE `restores` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`village_id` text NOT NULL,\n\t`restored_to` text NOT NULL,\n\t`source` text NOT NULL,\n\t`epoch` integer NOT NULL,\n\t`previous_database` text NOT NULL,\n\t`database` text NOT NULL,\n\t`asked_by` text NOT NULL,\n\t`at` text NOT NULL,\n\t`outcome` text NOT NULL\n);",
      "CREATE INDEX `restores_village` ON `restores` (`village_id`,`at`);",
      "CREATE TABLE `data_keys` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`owner` text NOT NULL,\n\t`purpose` text NOT NULL,\n\t`wrapped` text NOT NULL,\n\t`master_key_id` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`retired_at` text,\n\t`unused_since` text\n);",
      "CREATE INDEX `data_keys_owner` ON `data_keys` (`owner`,`purpose`,`created_at`);",
      "CREATE TABLE `alerts` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`alert_key` text NOT NULL,\n\t`severity` text NOT NULL,\n\t`sentence` text NOT NULL,\n\t`village_id` text,\n\t`first_at` text NOT NULL,\n\t`last_at` text NOT NULL,\n\t`times` integer DEFAULT 1 NOT NULL,\n\t`settled_at` text,\n\t`settled_by` text\n);",
      "CREATE UNIQUE INDEX `alerts_alert_key_unique` ON `alerts` (`alert_key`);",
      "CREATE INDEX `alerts_open` ON `alerts` (`settled_at`,`last_at`);",
      "CREATE TABLE `migration_runs` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`started_at` text NOT NULL,\n\t`finished_at` text,\n\t`target_version` integer NOT NULL,\n\t`migrated` integer DEFAULT 0 NOT NULL,\n\t`failed` integer DEFAULT 0 NOT NULL,\n\t`stopped_because` text\n);",
      "CREATE TABLE `running_code` (\n\t`schema_version` integer PRIMARY KEY NOT NULL,\n\t`seen_at` text NOT NULL\n);",
      "CREATE INDEX `running_code_seen` ON `running_code` (`seen_at`);",
      "CREATE TABLE `directory_audit` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`at` text NOT NULL,\n\t`overseer_id` text,\n\t`actor_name` text NOT NULL,\n\t`action` text NOT NULL,\n\t`entity` text NOT NULL,\n\t`entity_id` text NOT NULL,\n\t`village_id` text,\n\t`regency_code` text,\n\t`details` text NOT NULL,\n\t`request_id` text NOT NULL\n);",
      "CREATE INDEX `directory_audit_village` ON `directory_audit` (`village_id`,`id`);",
      "CREATE INDEX `directory_audit_regency` ON `directory_audit` (`regency_code`,`id`);",
      "CREATE TABLE `overseer_attempts` (\n\t`subject` text PRIMARY KEY NOT NULL,\n\t`failures` integer NOT NULL,\n\t`window_started_at` text NOT NULL,\n\t`locked_until` text\n);",
      "CREATE TABLE `overseer_challenges` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`session_id` text NOT NULL,\n\t`challenge` text NOT NULL,\n\t`expires_at` text NOT NULL\n);",
      "CREATE TABLE `overseer_invitations` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`token_hash` text NOT NULL,\n\t`kind` text NOT NULL,\n\t`regency_code` text,\n\t`name` text NOT NULL,\n\t`is_admin` integer NOT NULL,\n\t`invited_by` text,\n\t`created_at` text NOT NULL,\n\t`expires_at` text NOT NULL,\n\t`accepted_at` text,\n\t`revoked_at` text\n);",
      "CREATE UNIQUE INDEX `overseer_invitations_token` ON `overseer_invitations` (`token_hash`);",
      "CREATE TABLE `overseer_passkeys` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`overseer_id` text NOT NULL,\n\t`credential_id` text NOT NULL,\n\t`public_key` text NOT NULL,\n\t`counter` integer NOT NULL,\n\t`transports` text NOT NULL,\n\t`name` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`last_used_at` text,\n\tFOREIGN KEY (`overseer_id`) REFERENCES `overseers`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE UNIQUE INDEX `overseer_passkeys_credential` ON `overseer_passkeys` (`credential_id`);",
      "CREATE INDEX `overseer_passkeys_overseer` ON `overseer_passkeys` (`overseer_id`);",
      "CREATE TABLE `overseer_sessions` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`secret_hash` text NOT NULL,\n\t`overseer_id` text NOT NULL,\n\t`second_factor_at` text,\n\t`created_at` text NOT NULL,\n\t`last_seen_at` text NOT NULL,\n\t`expires_at` text NOT NULL,\n\t`device` text NOT NULL,\n\tFOREIGN KEY (`overseer_id`) REFERENCES `overseers`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE INDEX `overseer_sessions_overseer` ON `overseer_sessions` (`overseer_id`);",
      "CREATE TABLE `overseer_submits` (\n\t`key` text PRIMARY KEY NOT NULL,\n\t`overseer_id` text,\n\t`outcome` text,\n\t`created_at` text NOT NULL\n);",
      "CREATE TABLE `overseers` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`kind` text NOT NULL,\n\t`regency_code` text,\n\t`name` text NOT NULL,\n\t`username` text NOT NULL,\n\t`phone_sealed` text,\n\t`is_admin` integer DEFAULT false NOT NULL,\n\t`password_hash` text NOT NULL,\n\t`totp_sealed` text,\n\t`totp_confirmed_at` text,\n\t`totp_last_step` integer,\n\t`state` text DEFAULT 'active' NOT NULL,\n\t`created_at` text NOT NULL,\n\t`created_by` text,\n\t`dismissed_at` text,\n\t`version` integer DEFAULT 1 NOT NULL\n);",
      "CREATE UNIQUE INDEX `overseers_username` ON `overseers` (`username`);",
      "CREATE INDEX `overseers_regency` ON `overseers` (`kind`,`regency_code`);",
      "CREATE TABLE `claim_tickets` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`token_hash` text NOT NULL,\n\t`claim_id` text NOT NULL,\n\t`region_code` text NOT NULL,\n\t`expires_at` text NOT NULL,\n\t`used_at` text\n);",
      "CREATE UNIQUE INDEX `claim_tickets_token` ON `claim_tickets` (`token_hash`);",
      "CREATE INDEX `claim_tickets_region` ON `claim_tickets` (`region_code`);",
      "CREATE TABLE `claims` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`kind` text NOT NULL,\n\t`village_id` text NOT NULL,\n\t`region_code` text NOT NULL,\n\t`basis` text NOT NULL,\n\t`name` text NOT NULL,\n\t`position` text NOT NULL,\n\t`decree` text,\n\t`phone_sealed` text NOT NULL,\n\t`statement` text,\n\t`letter_key` text,\n\t`letter_type` text,\n\t`state` text NOT NULL,\n\t`asked_at` text NOT NULL,\n\t`decided_by` text,\n\t`decided_at` text,\n\t`reason` text,\n\t`version` integer DEFAULT 1 NOT NULL\n);",
      "CREATE INDEX `claims_open` ON `claims` (`state`,`asked_at`);",
      "CREATE INDEX `claims_village` ON `claims` (`village_id`,`asked_at`);",
      "CREATE TABLE `listed_officials` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`list_id` text NOT NULL,\n\t`region_code` text NOT NULL,\n\t`position` text NOT NULL,\n\t`name` text NOT NULL,\n\t`name_key` text NOT NULL,\n\t`decree` text NOT NULL,\n\t`decree_key` text NOT NULL,\n\t`phone_index` text NOT NULL,\n\tFOREIGN KEY (`list_id`) REFERENCES `official_lists`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE INDEX `listed_officials_region` ON `listed_officials` (`list_id`,`region_code`);",
      "CREATE TABLE `official_lists` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`regency_code` text NOT NULL,\n\t`file_name` text NOT NULL,\n\t`uploaded_by` text NOT NULL,\n\t`uploaded_at` text NOT NULL,\n\t`row_count` integer NOT NULL,\n\t`replaced_at` text\n);",
      "CREATE INDEX `official_lists_regency` ON `official_lists` (`regency_code`,`uploaded_at`);",
      "ALTER TABLE `villages` ADD `trial_ends_at` text;",
      "ALTER TABLE `villages` ADD `suspended_at` text;",
      "ALTER TABLE `villages` ADD `suspended_reason` text;",
      "ALTER TABLE `villages` ADD `erased_at` text;",
      "ALTER TABLE `villages` ADD `moving_to` text;",
      "ALTER TABLE `villages` ADD `moving_since` text;",
      "ALTER TABLE `villages` ADD `migration_error` text;",
      "ALTER TABLE `villages` ADD `is_canary` integer DEFAULT false NOT NULL;"
    ]
  },
  {
    "tag": "0004_logs_are_append_only",
    "statements": [
      "CREATE TRIGGER directory_audit_no_update BEFORE UPDATE ON directory_audit\nBEGIN\n  SELECT RAISE(ABORT, 'directory_audit is append-only');\nEND;",
      "CREATE TRIGGER directory_audit_no_delete BEFORE DELETE ON directory_audit\nBEGIN\n  SELECT RAISE(ABORT, 'directory_audit is append-only');\nEND;",
      "CREATE TRIGGER restores_no_delete BEFORE DELETE ON restores\nBEGIN\n  SELECT RAISE(ABORT, 'restores is append-only');\nEND;"
    ]
  },
  {
    "tag": "0005_erasure_proof",
    "statements": [
      "ALTER TABLE `erasures` ADD `asked_at` text;",
      "ALTER TABLE `erasures` ADD `proof_hash` text;",
      "CREATE UNIQUE INDEX `erasures_proof` ON `erasures` (`proof_hash`);"
    ]
  },
  {
    "tag": "0006_claim_replies",
    "statements": [
      "CREATE TABLE `claim_replies` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`claim_id` text NOT NULL,\n\t`village_id` text NOT NULL,\n\t`kind` text NOT NULL,\n\t`name` text NOT NULL,\n\t`position` text NOT NULL,\n\t`statement` text NOT NULL,\n\t`letter_key` text,\n\t`letter_type` text,\n\t`at` text NOT NULL,\n\t`state` text NOT NULL,\n\t`decided_by` text,\n\t`decided_at` text,\n\t`reason` text,\n\t`version` integer DEFAULT 1 NOT NULL,\n\tFOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE INDEX `claim_replies_claim` ON `claim_replies` (`claim_id`,`at`);",
      "CREATE INDEX `claim_replies_village` ON `claim_replies` (`village_id`);",
      "CREATE INDEX `claim_replies_open` ON `claim_replies` (`state`,`at`);"
    ]
  },
  {
    "tag": "0007_officials_in_force",
    "statements": [
      "ALTER TABLE `official_lists` ADD `in_force_at` text;"
    ]
  },
  {
    "tag": "0008_open_erasures",
    "statements": [
      "CREATE INDEX `erasures_open` ON `erasures` (`finished_at`,`started_at`);"
    ]
  },
  {
    "tag": "0009_home-names",
    "statements": [
      "UPDATE `villages` SET `home` = 'utama' WHERE `home` IN ('main', 'local');"
    ]
  },
  {
    "tag": "0010_operator-console",
    "statements": [
      "ALTER TABLE `dead_letters` ADD `settled_at` text;",
      "ALTER TABLE `dead_letters` ADD `settled_by` text;",
      "ALTER TABLE `dead_letters` ADD `outcome` text;",
      "ALTER TABLE `dead_letters` ADD `note` text;",
      "CREATE INDEX `dead_letters_open` ON `dead_letters` (`settled_at`,`received_at`);",
      "ALTER TABLE `alerts` ADD `note` text;",
      "ALTER TABLE `villages` ADD `quota_bytes` integer;",
      "ALTER TABLE `villages` ADD `file_bytes` integer;",
      "ALTER TABLE `villages` ADD `last_active_at` text;",
      "ALTER TABLE `villages` ADD `measured_at` text;"
    ]
  },
  {
    "tag": "0011_restore_orders",
    "statements": [
      "CREATE TABLE `restore_orders` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`village_id` text NOT NULL,\n\t`source_kind` text NOT NULL,\n\t`source` text NOT NULL,\n\t`asked_by` text NOT NULL,\n\t`asked_at` text NOT NULL,\n\t`state` text NOT NULL,\n\t`attempts` integer DEFAULT 0 NOT NULL,\n\t`last_error` text,\n\t`finished_at` text\n);",
      "CREATE UNIQUE INDEX `restore_orders_open` ON `restore_orders` (`village_id`) WHERE state = 'waiting';",
      "CREATE INDEX `restore_orders_state` ON `restore_orders` (`state`,`asked_at`);"
    ]
  }
];
