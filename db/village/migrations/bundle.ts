// Made by `npm run db:generate` from the SQL files beside it.
import type { Migration } from "../../migrate.ts";

export const migrations: readonly Migration[] = [
  {
    "tag": "0000_initial",
    "statements": [
      "CREATE TABLE `accounts` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`name` text NOT NULL,\n\t`phone` text,\n\t`email` text,\n\t`username` text,\n\t`password_hash` text NOT NULL,\n\t`is_admin` integer DEFAULT false NOT NULL,\n\t`state` text DEFAULT 'active' NOT NULL,\n\t`created_at` text NOT NULL,\n\t`dismissed_at` text\n);",
      "CREATE UNIQUE INDEX `accounts_phone` ON `accounts` (`phone`);",
      "CREATE UNIQUE INDEX `accounts_email` ON `accounts` (`email`);",
      "CREATE UNIQUE INDEX `accounts_username` ON `accounts` (`username`);",
      "CREATE TABLE `audit_log` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`at` text NOT NULL,\n\t`account_id` text,\n\t`actor_name` text NOT NULL,\n\t`action` text NOT NULL,\n\t`entity` text NOT NULL,\n\t`entity_id` text NOT NULL,\n\t`parent_id` text,\n\t`details` text NOT NULL,\n\t`request_id` text NOT NULL\n);",
      "CREATE INDEX `audit_log_entity` ON `audit_log` (`entity_id`,`id`);",
      "CREATE INDEX `audit_log_parent` ON `audit_log` (`parent_id`,`id`);",
      "CREATE TABLE `invitations` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`token_hash` text NOT NULL,\n\t`name` text NOT NULL,\n\t`phone` text,\n\t`position` text NOT NULL,\n\t`status` text NOT NULL,\n\t`area_id` text,\n\t`starts_on` text NOT NULL,\n\t`invited_by` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`expires_at` text NOT NULL,\n\t`accepted_at` text,\n\t`accepted_by` text,\n\t`revoked_at` text,\n\tFOREIGN KEY (`invited_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,\n\tFOREIGN KEY (`accepted_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE UNIQUE INDEX `invitations_token` ON `invitations` (`token_hash`);",
      "CREATE TABLE `position_terms` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`account_id` text NOT NULL,\n\t`position` text NOT NULL,\n\t`status` text NOT NULL,\n\t`area_id` text,\n\t`starts_on` text NOT NULL,\n\t`ends_on` text,\n\t`decree` text,\n\t`created_at` text NOT NULL,\n\tFOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE INDEX `position_terms_account` ON `position_terms` (`account_id`);",
      "CREATE INDEX `position_terms_position` ON `position_terms` (`position`);",
      "CREATE TABLE `sessions` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`secret_hash` text NOT NULL,\n\t`account_id` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`last_seen_at` text NOT NULL,\n\t`expires_at` text NOT NULL,\n\t`locked_at` text,\n\t`device` text NOT NULL,\n\tFOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE INDEX `sessions_account` ON `sessions` (`account_id`);",
      "CREATE TABLE `sign_in_attempts` (\n\t`subject` text PRIMARY KEY NOT NULL,\n\t`failures` integer NOT NULL,\n\t`window_started_at` text NOT NULL,\n\t`locked_until` text\n);",
      "CREATE TABLE `submits` (\n\t`key` text PRIMARY KEY NOT NULL,\n\t`account_id` text,\n\t`outcome` text,\n\t`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')) NOT NULL\n);",
      "CREATE TABLE `due_items` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`due_key` text NOT NULL,\n\t`kind` text NOT NULL,\n\t`subject_id` text NOT NULL,\n\t`due_at` text NOT NULL,\n\t`state` text NOT NULL,\n\t`notified_at` text,\n\t`leased_until` text,\n\t`created_at` text NOT NULL,\n\t`settled_at` text\n);",
      "CREATE UNIQUE INDEX `due_items_key` ON `due_items` (`due_key`);",
      "CREATE INDEX `due_items_open` ON `due_items` (`state`,`notified_at`,`due_at`);",
      "CREATE TABLE `inbox_items` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`account_id` text NOT NULL,\n\t`once_key` text NOT NULL,\n\t`title` text NOT NULL,\n\t`body` text,\n\t`href` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`read_at` text\n);",
      "CREATE UNIQUE INDEX `inbox_items_once` ON `inbox_items` (`account_id`,`once_key`);",
      "CREATE INDEX `inbox_items_open` ON `inbox_items` (`account_id`,`read_at`);",
      "CREATE TABLE `jobs` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`kind` text NOT NULL,\n\t`payload` text NOT NULL,\n\t`state` text NOT NULL,\n\t`attempts` integer DEFAULT 0 NOT NULL,\n\t`leased_until` text,\n\t`progress` text,\n\t`last_error` text,\n\t`created_by` text,\n\t`created_at` text NOT NULL,\n\t`finished_at` text\n);",
      "CREATE INDEX `jobs_open` ON `jobs` (`state`,`leased_until`);",
      "CREATE TABLE `outbox` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`topic` text NOT NULL,\n\t`payload` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`leased_until` text,\n\t`attempts` integer DEFAULT 0 NOT NULL,\n\t`done_at` text,\n\t`last_error` text\n);",
      "CREATE INDEX `outbox_open` ON `outbox` (`done_at`,`leased_until`);",
      "CREATE TABLE `activities` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`programme_id` text NOT NULL,\n\t`section_id` text NOT NULL,\n\t`template_key` text,\n\t`continues_id` text,\n\t`name` text NOT NULL,\n\t`purpose` text NOT NULL,\n\t`duty` text NOT NULL,\n\t`legal_basis` text,\n\t`activity_code` text,\n\t`location` text,\n\t`months` integer DEFAULT 0 NOT NULL,\n\t`budget` integer DEFAULT 0 NOT NULL,\n\t`fund_source` text,\n\t`responsible_position` text,\n\t`responsible_account_id` text,\n\t`review_state` text DEFAULT 'open' NOT NULL,\n\t`review_reason` text,\n\t`reviewed_by` text,\n\t`reviewed_at` text,\n\t`position` integer NOT NULL,\n\t`dropped_at` text,\n\t`drop_reason` text,\n\t`version` integer DEFAULT 1 NOT NULL,\n\t`created_at` text NOT NULL,\n\t`updated_at` text NOT NULL,\n\tFOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,\n\tFOREIGN KEY (`section_id`) REFERENCES `programme_sections`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE INDEX `activities_programme` ON `activities` (`programme_id`,`position`);",
      "CREATE TABLE `activity_comments` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`activity_id` text NOT NULL,\n\t`account_id` text NOT NULL,\n\t`mentions` text NOT NULL,\n\t`body` text NOT NULL,\n\t`created_at` text NOT NULL,\n\tFOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE INDEX `activity_comments_activity` ON `activity_comments` (`activity_id`);",
      "CREATE TABLE `activity_people` (\n\t`activity_id` text NOT NULL,\n\t`account_id` text NOT NULL,\n\t`added_at` text NOT NULL,\n\tPRIMARY KEY(`activity_id`, `account_id`),\n\tFOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE INDEX `activity_people_account` ON `activity_people` (`account_id`);",
      "CREATE TABLE `activity_steps` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`activity_id` text NOT NULL,\n\t`title` text NOT NULL,\n\t`owner_id` text,\n\t`due_on` text,\n\t`done_at` text,\n\t`done_by` text,\n\t`position` integer NOT NULL,\n\t`removed_at` text,\n\tFOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE INDEX `activity_steps_activity` ON `activity_steps` (`activity_id`);",
      "CREATE TABLE `activity_updates` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`activity_id` text NOT NULL,\n\t`quarter` integer NOT NULL,\n\t`as_of` text NOT NULL,\n\t`note` text DEFAULT '' NOT NULL,\n\t`state` text NOT NULL,\n\t`return_reason` text,\n\t`created_by` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`submitted_at` text,\n\t`decided_by` text,\n\t`decided_at` text,\n\t`version` integer DEFAULT 1 NOT NULL,\n\tFOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE INDEX `activity_updates_activity` ON `activity_updates` (`activity_id`,`quarter`);",
      "CREATE INDEX `activity_updates_state` ON `activity_updates` (`state`);",
      "CREATE TABLE `budget_changes` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`activity_id` text NOT NULL,\n\t`amount` integer NOT NULL,\n\t`valid_from` text NOT NULL,\n\t`reason` text,\n\t`created_by` text NOT NULL,\n\t`created_at` text NOT NULL,\n\tFOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE INDEX `budget_changes_activity` ON `budget_changes` (`activity_id`);",
      "CREATE TABLE `budget_imports` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`programme_id` text NOT NULL,\n\t`file_name` text NOT NULL,\n\t`rows` text NOT NULL,\n\t`mapping` text,\n\t`state` text NOT NULL,\n\t`created_by` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`applied_at` text,\n\tFOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE TABLE `deviations` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`activity_id` text NOT NULL,\n\t`as_of` text NOT NULL,\n\t`gap_points` real NOT NULL,\n\t`cause` text NOT NULL,\n\t`correction` text NOT NULL,\n\t`created_by` text NOT NULL,\n\t`created_at` text NOT NULL,\n\tFOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE INDEX `deviations_activity` ON `deviations` (`activity_id`,`as_of`);",
      "CREATE TABLE `indicator_targets` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`indicator_id` text NOT NULL,\n\t`version` integer NOT NULL,\n\t`q1` real,\n\t`q2` real,\n\t`q3` real,\n\t`q4` real,\n\t`reason` text,\n\t`valid_from` text NOT NULL,\n\t`created_by` text NOT NULL,\n\t`created_at` text NOT NULL,\n\tFOREIGN KEY (`indicator_id`) REFERENCES `indicators`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE UNIQUE INDEX `indicator_targets_version` ON `indicator_targets` (`indicator_id`,`version`);",
      "CREATE TABLE `indicators` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`activity_id` text NOT NULL,\n\t`name` text NOT NULL,\n\t`unit` text NOT NULL,\n\t`direction` text NOT NULL,\n\t`is_cumulative` integer NOT NULL,\n\t`baseline` real,\n\t`source` text NOT NULL,\n\t`counted_key` text,\n\t`position` integer NOT NULL,\n\t`created_at` text NOT NULL,\n\t`retired_at` text,\n\tFOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE INDEX `indicators_activity` ON `indicators` (`activity_id`);",
      "CREATE TABLE `programme_sections` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`programme_id` text NOT NULL,\n\t`name` text NOT NULL,\n\t`purpose` text NOT NULL,\n\t`position` integer NOT NULL,\n\tFOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE INDEX `programme_sections_programme` ON `programme_sections` (`programme_id`);",
      "CREATE TABLE `programmes` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`year` integer NOT NULL,\n\t`state` text NOT NULL,\n\t`created_by` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`submitted_at` text,\n\t`submitted_by` text,\n\t`return_reason` text,\n\t`approved_at` text,\n\t`approved_by` text,\n\t`closed_at` text,\n\t`version` integer DEFAULT 1 NOT NULL\n);",
      "CREATE UNIQUE INDEX `programmes_year` ON `programmes` (`year`);",
      "CREATE TABLE `spending` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`activity_id` text NOT NULL,\n\t`amount` integer NOT NULL,\n\t`spent_on` text NOT NULL,\n\t`note` text NOT NULL,\n\t`import_id` text,\n\t`created_by` text NOT NULL,\n\t`created_at` text NOT NULL,\n\tFOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE INDEX `spending_activity` ON `spending` (`activity_id`,`spent_on`);",
      "CREATE TABLE `update_evidence` (\n\t`update_id` text NOT NULL,\n\t`file_id` text NOT NULL,\n\t`added_at` text NOT NULL,\n\tPRIMARY KEY(`update_id`, `file_id`),\n\tFOREIGN KEY (`update_id`) REFERENCES `activity_updates`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE TABLE `update_values` (\n\t`update_id` text NOT NULL,\n\t`indicator_id` text NOT NULL,\n\t`value` real NOT NULL,\n\tPRIMARY KEY(`update_id`, `indicator_id`),\n\tFOREIGN KEY (`update_id`) REFERENCES `activity_updates`(`id`) ON UPDATE no action ON DELETE no action,\n\tFOREIGN KEY (`indicator_id`) REFERENCES `indicators`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE INDEX `update_values_indicator` ON `update_values` (`indicator_id`);",
      "CREATE TABLE `areas` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`kind` text NOT NULL,\n\t`parent_id` text,\n\t`name` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`retired_at` text\n);",
      "CREATE INDEX `areas_parent` ON `areas` (`parent_id`);",
      "CREATE TABLE `book_numbers` (\n\t`book` text NOT NULL,\n\t`year` integer NOT NULL,\n\t`last_number` integer NOT NULL,\n\t`updated_at` text NOT NULL,\n\tPRIMARY KEY(`book`, `year`)\n);",
      "CREATE TABLE `checklist_marks` (\n\t`item` text PRIMARY KEY NOT NULL,\n\t`mark` text NOT NULL,\n\t`marked_by` text NOT NULL,\n\t`marked_at` text NOT NULL\n);",
      "CREATE TABLE `files` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`storage_key` text NOT NULL,\n\t`name` text NOT NULL,\n\t`media_type` text NOT NULL,\n\t`size_bytes` integer NOT NULL,\n\t`sha256` text NOT NULL,\n\t`purpose` text NOT NULL,\n\t`thumbnail_key` text,\n\t`is_public` integer DEFAULT false NOT NULL,\n\t`created_by` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`attached_at` text\n);",
      "CREATE INDEX `files_unattached` ON `files` (`attached_at`,`created_at`);",
      "CREATE TABLE `module_switches` (\n\t`module` text PRIMARY KEY NOT NULL,\n\t`is_on` integer NOT NULL,\n\t`changed_by` text NOT NULL,\n\t`changed_at` text NOT NULL\n);",
      "CREATE TABLE `settings` (\n\t`key` text PRIMARY KEY NOT NULL,\n\t`value` text NOT NULL,\n\t`updated_at` text NOT NULL\n);",
      "CREATE TABLE `village_profile` (\n\t`id` integer PRIMARY KEY NOT NULL,\n\t`name` text NOT NULL,\n\t`region_code` text NOT NULL,\n\t`district_name` text NOT NULL,\n\t`regency_name` text NOT NULL,\n\t`province_name` text NOT NULL,\n\t`village_term` text DEFAULT 'Desa' NOT NULL,\n\t`head_term` text DEFAULT 'Kepala Desa' NOT NULL,\n\t`hamlet_term` text DEFAULT 'Dusun' NOT NULL,\n\t`time_zone` text NOT NULL,\n\t`address` text,\n\t`postal_code` text,\n\t`phone` text,\n\t`email` text,\n\t`office_hours` text,\n\t`about` text,\n\t`emblem_file_id` text,\n\t`letterhead_lines` text,\n\t`paper` text DEFAULT 'F4' NOT NULL,\n\t`updated_at` text NOT NULL\n);"
    ]
  },
  {
    "tag": "0001_audit_is_append_only",
    "statements": [
      "CREATE TRIGGER audit_log_no_update BEFORE UPDATE ON audit_log\nBEGIN\n  SELECT RAISE(ABORT, 'audit_log is append-only');\nEND;",
      "CREATE TRIGGER audit_log_no_delete BEFORE DELETE ON audit_log\nBEGIN\n  SELECT RAISE(ABORT, 'audit_log is append-only');\nEND;"
    ]
  },
  {
    "tag": "0002_password_resets",
    "statements": [
      "CREATE TABLE `password_resets` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`token_hash` text NOT NULL,\n\t`account_id` text NOT NULL,\n\t`created_by` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`expires_at` text NOT NULL,\n\t`used_at` text,\n\t`revoked_at` text,\n\tFOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,\n\tFOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE UNIQUE INDEX `password_resets_token` ON `password_resets` (`token_hash`);",
      "CREATE INDEX `password_resets_account` ON `password_resets` (`account_id`);",
      "ALTER TABLE `position_terms` ADD `version` integer DEFAULT 1 NOT NULL;",
      "CREATE INDEX `audit_log_account` ON `audit_log` (`account_id`,`id`);"
    ]
  },
  {
    "tag": "0003_sections_may_be_removed",
    "statements": [
      "ALTER TABLE `programme_sections` ADD `removed_at` text;"
    ]
  },
  {
    "tag": "0004_safe_ground",
    "statements": [
      "CREATE TABLE `breaches` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`discovered_at` text NOT NULL,\n\t`notice_due_at` text NOT NULL,\n\t`what` text NOT NULL,\n\t`whose` text,\n\t`how` text,\n\t`handling` text,\n\t`person_count` integer,\n\t`needs_public_notice` integer DEFAULT false NOT NULL,\n\t`subjects_told_at` text,\n\t`authority_told_at` text,\n\t`public_told_at` text,\n\t`closed_at` text,\n\t`closing_note` text,\n\t`created_by` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`version` integer DEFAULT 1 NOT NULL\n);",
      "CREATE INDEX `breaches_open` ON `breaches` (`closed_at`,`notice_due_at`);",
      "CREATE TABLE `lost_numbers` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`series` text NOT NULL,\n\t`year` integer NOT NULL,\n\t`from_number` integer NOT NULL,\n\t`to_number` integer NOT NULL,\n\t`epoch` integer NOT NULL\n);",
      "CREATE INDEX `lost_numbers_series` ON `lost_numbers` (`series`,`year`);",
      "CREATE TABLE `person_requests` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`kind` text NOT NULL,\n\t`subject` text NOT NULL,\n\t`subject_id` text NOT NULL,\n\t`subject_name` text NOT NULL,\n\t`identified_by` text NOT NULL,\n\t`wish` text,\n\t`state` text NOT NULL,\n\t`asked_at` text NOT NULL,\n\t`answer_due_at` text NOT NULL,\n\t`answered_at` text,\n\t`answered_by` text,\n\t`answer` text,\n\t`created_by` text NOT NULL,\n\t`version` integer DEFAULT 1 NOT NULL\n);",
      "CREATE INDEX `person_requests_open` ON `person_requests` (`state`,`answer_due_at`);",
      "CREATE TABLE `restore_epochs` (\n\t`epoch` integer PRIMARY KEY NOT NULL,\n\t`restored_to` text NOT NULL,\n\t`at` text NOT NULL\n);",
      "CREATE TABLE `retention_runs` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`kind` text NOT NULL,\n\t`removed` integer NOT NULL,\n\t`older_than` text NOT NULL,\n\t`at` text NOT NULL\n);",
      "CREATE INDEX `retention_runs_kind` ON `retention_runs` (`kind`,`at`);",
      "CREATE TABLE `terms_acceptances` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`version` text NOT NULL,\n\t`text_hash` text NOT NULL,\n\t`accepted_by` text NOT NULL,\n\t`accepted_name` text NOT NULL,\n\t`accepted_position` text NOT NULL,\n\t`accepted_at` text NOT NULL\n);",
      "CREATE UNIQUE INDEX `terms_acceptances_version_unique` ON `terms_acceptances` (`version`);",
      "CREATE TABLE `access_log` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`at` text NOT NULL,\n\t`account_id` text,\n\t`actor_name` text NOT NULL,\n\t`kind` text NOT NULL,\n\t`what` text NOT NULL,\n\t`subject` text,\n\t`subject_id` text,\n\t`row_count` integer DEFAULT 1 NOT NULL,\n\t`reason` text,\n\t`request_id` text NOT NULL\n);",
      "CREATE INDEX `access_log_account` ON `access_log` (`account_id`,`id`);",
      "CREATE INDEX `access_log_subject` ON `access_log` (`subject_id`,`id`);",
      "CREATE TABLE `challenges` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`account_id` text,\n\t`session_id` text,\n\t`challenge` text NOT NULL,\n\t`expires_at` text NOT NULL\n);",
      "CREATE TABLE `known_devices` (\n\t`account_id` text NOT NULL,\n\t`device_hash` text NOT NULL,\n\t`device` text NOT NULL,\n\t`first_seen_at` text NOT NULL,\n\t`last_seen_at` text NOT NULL,\n\tPRIMARY KEY(`account_id`, `device_hash`),\n\tFOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE TABLE `passkeys` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`account_id` text NOT NULL,\n\t`credential_id` text NOT NULL,\n\t`public_key` text NOT NULL,\n\t`counter` integer NOT NULL,\n\t`transports` text NOT NULL,\n\t`name` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`last_used_at` text,\n\tFOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE UNIQUE INDEX `passkeys_credential` ON `passkeys` (`credential_id`);",
      "CREATE INDEX `passkeys_account` ON `passkeys` (`account_id`);",
      "CREATE TABLE `recovery_codes` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`account_id` text NOT NULL,\n\t`code_hash` text NOT NULL,\n\t`given_by` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`expires_at` text NOT NULL,\n\t`used_at` text,\n\t`revoked_at` text,\n\tFOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE INDEX `recovery_codes_account` ON `recovery_codes` (`account_id`);",
      "ALTER TABLE `accounts` ADD `phone_sealed` text;",
      "ALTER TABLE `accounts` ADD `phone_index` text;",
      "ALTER TABLE `accounts` ADD `email_sealed` text;",
      "ALTER TABLE `accounts` ADD `email_index` text;",
      "ALTER TABLE `accounts` ADD `totp_sealed` text;",
      "ALTER TABLE `accounts` ADD `totp_confirmed_at` text;",
      "ALTER TABLE `accounts` ADD `totp_last_step` integer;",
      "ALTER TABLE `accounts` ADD `signing_blocked_until` text;",
      "CREATE UNIQUE INDEX `accounts_phone_index` ON `accounts` (`phone_index`);",
      "CREATE UNIQUE INDEX `accounts_email_index` ON `accounts` (`email_index`);",
      "ALTER TABLE `sessions` ADD `owes_second_factor` integer DEFAULT false NOT NULL;"
    ]
  },
  {
    "tag": "0005_logs_are_append_only",
    "statements": [
      "CREATE TRIGGER access_log_no_update BEFORE UPDATE ON access_log\nBEGIN\n  SELECT RAISE(ABORT, 'access_log is append-only');\nEND;",
      "CREATE TRIGGER access_log_no_delete BEFORE DELETE ON access_log\nBEGIN\n  SELECT RAISE(ABORT, 'access_log is append-only');\nEND;"
    ]
  },
  {
    "tag": "0006_seal_invitation_phones",
    "statements": [
      "ALTER TABLE `invitations` ADD `phone_sealed` text;"
    ]
  },
  {
    "tag": "0007_programme_authors_and_reasons",
    "statements": [
      "ALTER TABLE `activity_updates` ADD `editors` text DEFAULT '[]' NOT NULL;",
      "ALTER TABLE `activity_updates` ADD `submitted_by` text;",
      "ALTER TABLE `deviations` ADD `quarter` integer;",
      "ALTER TABLE `deviations` ADD `agreed_by` text;",
      "ALTER TABLE `deviations` ADD `agreed_at` text;",
      "ALTER TABLE `deviations` ADD `withdrawn_by` text;",
      "ALTER TABLE `deviations` ADD `withdrawn_at` text;",
      "DELETE FROM `budget_changes` WHERE `reason` IS NULL AND EXISTS (\n\tSELECT 1 FROM `budget_changes` AS later WHERE later.activity_id = `budget_changes`.activity_id AND later.reason IS NULL\n\tAND (later.created_at, later.id) > (`budget_changes`.created_at, `budget_changes`.id));",
      "UPDATE `budget_changes` SET `valid_from` = max(\n\tCASE WHEN `reason` IS NULL THEN '' ELSE `valid_from` END,\n\t(SELECT p.year || '-01-01' FROM programmes p JOIN activities a ON a.programme_id = p.id WHERE a.id = `budget_changes`.activity_id));"
    ]
  },
  {
    "tag": "0008_population_and_letters",
    "statements": [
      "CREATE TABLE `dispositions` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`incoming_id` text NOT NULL,\n\t`to_account_id` text NOT NULL,\n\t`instruction` text NOT NULL,\n\t`due_on` text,\n\t`from_account_id` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`done_at` text,\n\t`outcome` text,\n\t`version` integer DEFAULT 1 NOT NULL,\n\tFOREIGN KEY (`incoming_id`) REFERENCES `incoming_letters`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE INDEX `dispositions_letter` ON `dispositions` (`incoming_id`);",
      "CREATE INDEX `dispositions_open` ON `dispositions` (`to_account_id`,`done_at`);",
      "CREATE TABLE `expeditions` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`year` integer NOT NULL,\n\t`number` integer NOT NULL,\n\t`sent_on` text NOT NULL,\n\t`letter_id` text,\n\t`letter_date` text,\n\t`letter_number` text NOT NULL,\n\t`content` text NOT NULL,\n\t`recipient` text NOT NULL,\n\t`received_by` text,\n\t`note` text,\n\t`voided_at` text,\n\t`created_by` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`version` integer DEFAULT 1 NOT NULL\n);",
      "CREATE UNIQUE INDEX `expeditions_number` ON `expeditions` (`year`,`number`);",
      "CREATE TABLE `incoming_letters` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`year` integer NOT NULL,\n\t`agenda_number` integer NOT NULL,\n\t`received_on` text NOT NULL,\n\t`number` text,\n\t`written_on` text,\n\t`sender` text NOT NULL,\n\t`subject` text NOT NULL,\n\t`classification` text,\n\t`nature` text NOT NULL,\n\t`file_id` text,\n\t`answer_due_on` text,\n\t`answered_by_letter_id` text,\n\t`closed_at` text,\n\t`closing_note` text,\n\t`voided_at` text,\n\t`void_reason` text,\n\t`created_by` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`updated_at` text NOT NULL,\n\t`version` integer DEFAULT 1 NOT NULL,\n\tFOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE UNIQUE INDEX `incoming_letters_number` ON `incoming_letters` (`year`,`agenda_number`);",
      "CREATE INDEX `incoming_letters_open` ON `incoming_letters` (`closed_at`,`answer_due_on`);",
      "CREATE TABLE `letter_classes` (\n\t`code` text PRIMARY KEY NOT NULL,\n\t`name` text NOT NULL,\n\t`is_on` integer NOT NULL,\n\t`updated_at` text NOT NULL\n);",
      "CREATE TABLE `letter_kinds` (\n\t`key` text PRIMARY KEY NOT NULL,\n\t`definition` text NOT NULL,\n\t`is_own` integer DEFAULT false NOT NULL,\n\t`is_on` integer NOT NULL,\n\t`updated_by` text NOT NULL,\n\t`updated_at` text NOT NULL,\n\t`version` integer DEFAULT 1 NOT NULL\n);",
      "CREATE TABLE `letter_numbers` (\n\t`series` text NOT NULL,\n\t`year` integer NOT NULL,\n\t`number` integer NOT NULL,\n\t`state` text NOT NULL,\n\t`letter_id` text,\n\t`block_id` text,\n\t`note` text,\n\t`at` text NOT NULL,\n\tPRIMARY KEY(`series`, `year`, `number`)\n);",
      "CREATE INDEX `letter_numbers_letter` ON `letter_numbers` (`letter_id`);",
      "CREATE INDEX `letter_numbers_block` ON `letter_numbers` (`block_id`);",
      "CREATE TABLE `letter_series` (\n\t`series` text NOT NULL,\n\t`year` integer NOT NULL,\n\t`last_number` integer NOT NULL,\n\t`updated_at` text NOT NULL,\n\tPRIMARY KEY(`series`, `year`)\n);",
      "CREATE TABLE `letter_steps` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`letter_id` text NOT NULL,\n\t`step` text NOT NULL,\n\t`note` text,\n\t`by_account_id` text,\n\t`by_name` text NOT NULL,\n\t`at` text NOT NULL,\n\tFOREIGN KEY (`letter_id`) REFERENCES `letters`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE INDEX `letter_steps_letter` ON `letter_steps` (`letter_id`,`at`);",
      "CREATE TABLE `letter_versions` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`letter_id` text NOT NULL,\n\t`token` text NOT NULL,\n\t`signature_kind` text NOT NULL,\n\t`is_trial` integer NOT NULL,\n\t`file_id` text,\n\t`signed_file_id` text,\n\t`signed_at` text,\n\t`voided_at` text,\n\t`created_at` text NOT NULL,\n\tFOREIGN KEY (`letter_id`) REFERENCES `letters`(`id`) ON UPDATE no action ON DELETE no action,\n\tFOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action,\n\tFOREIGN KEY (`signed_file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE UNIQUE INDEX `letter_versions_token` ON `letter_versions` (`token`);",
      "CREATE INDEX `letter_versions_letter` ON `letter_versions` (`letter_id`);",
      "CREATE TABLE `letters` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`kind` text NOT NULL,\n\t`title` text NOT NULL,\n\t`state` text NOT NULL,\n\t`channel` text NOT NULL,\n\t`resident_id` text,\n\t`person_name` text NOT NULL,\n\t`person_key` text NOT NULL,\n\t`subject_id` text,\n\t`content_sealed` text NOT NULL,\n\t`purpose` text,\n\t`requirements` text NOT NULL,\n\t`classification` text,\n\t`asked_at` text NOT NULL,\n\t`promised_at` text,\n\t`state_since` text NOT NULL,\n\t`waits_for` text,\n\t`signature_kind` text,\n\t`signer_account_id` text,\n\t`signer_name` text,\n\t`signer_title` text,\n\t`series` text,\n\t`year` integer,\n\t`number` integer,\n\t`number_text` text,\n\t`letter_date` text,\n\t`valid_until` text,\n\t`signed_at` text,\n\t`signed_marked_by` text,\n\t`signed_photo_id` text,\n\t`handed_at` text,\n\t`handed_to` text,\n\t`cancelled_at` text,\n\t`cancel_reason` text,\n\t`return_reason` text,\n\t`created_by` text,\n\t`created_at` text NOT NULL,\n\t`updated_at` text NOT NULL,\n\t`version` integer DEFAULT 1 NOT NULL,\n\tFOREIGN KEY (`signed_photo_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE INDEX `letters_state` ON `letters` (`state`,`promised_at`);",
      "CREATE INDEX `letters_person` ON `letters` (`person_key`,`id`);",
      "CREATE INDEX `letters_resident` ON `letters` (`resident_id`);",
      "CREATE INDEX `letters_number` ON `letters` (`series`,`year`,`number`);",
      "CREATE INDEX `letters_signed` ON `letters` (`signed_at`);",
      "CREATE INDEX `letters_asked` ON `letters` (`asked_at`,`id`);",
      "CREATE TABLE `number_blocks` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`series` text NOT NULL,\n\t`year` integer NOT NULL,\n\t`from_number` integer NOT NULL,\n\t`to_number` integer NOT NULL,\n\t`reason` text NOT NULL,\n\t`created_by` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`closed_at` text\n);",
      "CREATE INDEX `number_blocks_series` ON `number_blocks` (`series`,`year`);",
      "CREATE TABLE `families` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`number_sealed` text,\n\t`number_index` text,\n\t`area_id` text,\n\t`address` text,\n\t`postal_code` text,\n\t`issued_on` text,\n\t`verified_on` text,\n\t`import_id` text,\n\t`created_at` text NOT NULL,\n\t`updated_at` text NOT NULL,\n\t`version` integer DEFAULT 1 NOT NULL\n);",
      "CREATE INDEX `families_number` ON `families` (`number_index`);",
      "CREATE INDEX `families_area` ON `families` (`area_id`);",
      "CREATE TABLE `resident_events` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`resident_id` text NOT NULL,\n\t`seq` integer NOT NULL,\n\t`kind` text NOT NULL,\n\t`happened_on` text NOT NULL,\n\t`act_id` text NOT NULL,\n\t`changes` text NOT NULL,\n\t`sealed` text,\n\t`details` text NOT NULL,\n\t`note` text,\n\t`cancels` text,\n\t`cancelled_at` text,\n\t`is_present` integer NOT NULL,\n\t`hamlet_id` text,\n\t`family_id` text,\n\t`family_role` integer,\n\t`sex` integer NOT NULL,\n\t`citizenship` integer NOT NULL,\n\t`is_temporary` integer DEFAULT false NOT NULL,\n\t`import_id` text,\n\t`recorded_by` text,\n\t`recorded_at` text NOT NULL\n);",
      "CREATE INDEX `resident_events_person` ON `resident_events` (`resident_id`,`happened_on`,`seq`);",
      "CREATE INDEX `resident_events_day` ON `resident_events` (`happened_on`,`kind`);",
      "CREATE INDEX `resident_events_act` ON `resident_events` (`act_id`);",
      "CREATE INDEX `resident_events_import` ON `resident_events` (`import_id`);",
      "CREATE INDEX `resident_events_order` ON `resident_events` (`seq`);",
      "CREATE TABLE `resident_import_rows` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`import_id` text NOT NULL,\n\t`line` integer NOT NULL,\n\t`sealed` text NOT NULL,\n\t`outcome` text NOT NULL,\n\t`reasons` text,\n\t`resident_id` text,\n\t`changed_fields` text,\n\t`kept_fields` text,\n\t`applied_at` text,\n\t`applied_version` integer,\n\t`before_sealed` text,\n\tFOREIGN KEY (`import_id`) REFERENCES `resident_imports`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE INDEX `resident_import_rows_line` ON `resident_import_rows` (`import_id`,`line`);",
      "CREATE INDEX `resident_import_rows_outcome` ON `resident_import_rows` (`import_id`,`outcome`,`line`);",
      "CREATE TABLE `resident_imports` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`file_id` text,\n\t`file_name` text NOT NULL,\n\t`format` text NOT NULL,\n\t`state` text NOT NULL,\n\t`as_of` text NOT NULL,\n\t`mapping` text,\n\t`headings` text,\n\t`row_count` integer DEFAULT 0 NOT NULL,\n\t`progress` integer DEFAULT 0 NOT NULL,\n\t`counts` text,\n\t`error` text,\n\t`created_by` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`updated_at` text NOT NULL,\n\t`applied_at` text,\n\t`undone_at` text,\n\t`version` integer DEFAULT 1 NOT NULL\n);",
      "CREATE INDEX `resident_imports_state` ON `resident_imports` (`state`);",
      "CREATE TABLE `residents` (\n\t`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,\n\t`id` text NOT NULL,\n\t`kind` text NOT NULL,\n\t`name` text NOT NULL,\n\t`name_key` text NOT NULL,\n\t`search_name` text NOT NULL,\n\t`nickname` text,\n\t`nik_sealed` text,\n\t`nik_index` text,\n\t`nik_state` text NOT NULL,\n\t`sex` integer NOT NULL,\n\t`birth_place` text,\n\t`birth_date` text,\n\t`religion` integer,\n\t`education` integer,\n\t`schooling` integer,\n\t`occupation` integer,\n\t`marital_status` integer,\n\t`citizenship` integer NOT NULL,\n\t`family_id` text,\n\t`family_role` integer,\n\t`area_id` text,\n\t`hamlet_id` text,\n\t`address` text,\n\t`current_address` text,\n\t`father_name` text,\n\t`father_nik_sealed` text,\n\t`mother_name` text,\n\t`mother_nik_sealed` text,\n\t`blood_type` integer,\n\t`birth_certificate_sealed` text,\n\t`passport_sealed` text,\n\t`passport_ends_on` text,\n\t`stay_permit_sealed` text,\n\t`marriage_certificate_sealed` text,\n\t`married_on` text,\n\t`divorce_certificate_sealed` text,\n\t`divorced_on` text,\n\t`disability` integer,\n\t`contraception` integer,\n\t`pregnancy` integer,\n\t`id_card` integer,\n\t`recording` integer,\n\t`ethnicity` text,\n\t`tag_sealed` text,\n\t`insurance` integer,\n\t`insurance_number_sealed` text,\n\t`latitude` real,\n\t`longitude` real,\n\t`phone_sealed` text,\n\t`note` text,\n\t`status` integer NOT NULL,\n\t`status_since` text NOT NULL,\n\t`origin` text,\n\t`purpose` text,\n\t`host` text,\n\t`stays_until` text,\n\t`import_id` text,\n\t`created_at` text NOT NULL,\n\t`updated_at` text NOT NULL,\n\t`version` integer DEFAULT 1 NOT NULL,\n\tFOREIGN KEY (`family_id`) REFERENCES `families`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE UNIQUE INDEX `residents_id_unique` ON `residents` (`id`);",
      "CREATE INDEX `residents_by_name` ON `residents` (`status`,`name_key`,`id`);",
      "CREATE INDEX `residents_in_hamlet` ON `residents` (`hamlet_id`,`status`,`name_key`,`id`);",
      "CREATE INDEX `residents_nik` ON `residents` (`nik_index`);",
      "CREATE INDEX `residents_family` ON `residents` (`family_id`,`family_role`);",
      "CREATE INDEX `residents_area` ON `residents` (`area_id`);",
      "CREATE INDEX `residents_import` ON `residents` (`import_id`);"
    ]
  },
  {
    "tag": "0009_resident_search",
    "statements": [
      "CREATE VIRTUAL TABLE resident_search USING fts5(\n  search_name, content='residents', content_rowid='number',\n  tokenize='unicode61 remove_diacritics 2', detail='column', prefix='2 3 4', columnsize=0\n);",
      "CREATE TRIGGER residents_search_insert AFTER INSERT ON residents BEGIN\n  INSERT INTO resident_search(rowid, search_name) VALUES (new.number, new.search_name);\nEND;",
      "CREATE TRIGGER residents_search_update AFTER UPDATE OF search_name ON residents BEGIN\n  INSERT INTO resident_search(resident_search, rowid, search_name) VALUES ('delete', old.number, old.search_name);\n  INSERT INTO resident_search(rowid, search_name) VALUES (new.number, new.search_name);\nEND;",
      "CREATE TRIGGER residents_search_delete AFTER DELETE ON residents BEGIN\n  INSERT INTO resident_search(resident_search, rowid, search_name) VALUES ('delete', old.number, old.search_name);\nEND;",
      "CREATE TRIGGER letter_steps_no_update BEFORE UPDATE ON letter_steps\nBEGIN\n  SELECT RAISE(ABORT, 'letter_steps is append-only');\nEND;",
      "CREATE TRIGGER letter_numbers_no_delete BEFORE DELETE ON letter_numbers\nBEGIN\n  SELECT RAISE(ABORT, 'a number that was given stays');\nEND;"
    ]
  },
  {
    "tag": "0010_event_status",
    "statements": [
      "ALTER TABLE `resident_events` ADD `status` integer DEFAULT 1 NOT NULL;"
    ]
  },
  {
    "tag": "0011_mail_indexes",
    "statements": [
      "CREATE INDEX `incoming_letters_answer` ON `incoming_letters` (`answered_by_letter_id`);",
      "CREATE INDEX `letters_channel` ON `letters` (`channel`,`id`);"
    ]
  },
  {
    "tag": "0012_signing_services",
    "statements": [
      "CREATE TABLE `signing_services` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`address` text NOT NULL,\n\t`access_sealed` text NOT NULL,\n\t`updated_at` text NOT NULL\n);",
      "INSERT INTO `signing_services` (`id`, `address`, `access_sealed`, `updated_at`)\nSELECT 'bsre', json_extract(`value`, '$.address'), json_extract(`value`, '$.sealed'), `updated_at` FROM `settings`\nWHERE `key` = 'letters.bsre' AND json_extract(`value`, '$.sealed') IS NOT NULL;",
      "DELETE FROM `settings` WHERE `key` = 'letters.bsre';"
    ]
  },
  {
    "tag": "0013_services_and_public_face",
    "statements": [
      "CREATE TABLE `agenda_items` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`title` text NOT NULL,\n\t`place` text,\n\t`starts_at` text NOT NULL,\n\t`ends_at` text,\n\t`text` text,\n\t`cancelled_at` text,\n\t`created_by` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`updated_at` text NOT NULL,\n\t`version` integer DEFAULT 1 NOT NULL\n);",
      "CREATE INDEX `agenda_items_day` ON `agenda_items` (`starts_at`);",
      "CREATE TABLE `budget_lines` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`year` integer NOT NULL,\n\t`side` text NOT NULL,\n\t`name` text NOT NULL,\n\t`planned` integer NOT NULL,\n\t`realised` integer,\n\t`realised_on` text,\n\t`position` integer NOT NULL,\n\t`updated_at` text NOT NULL,\n\t`version` integer DEFAULT 1 NOT NULL\n);",
      "CREATE INDEX `budget_lines_year` ON `budget_lines` (`year`,`side`,`position`);",
      "CREATE TABLE `custom_domains` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`host` text NOT NULL,\n\t`state` text NOT NULL,\n\t`findings` text NOT NULL,\n\t`checked_at` text,\n\t`created_by` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`version` integer DEFAULT 1 NOT NULL\n);",
      "CREATE UNIQUE INDEX `custom_domains_host_unique` ON `custom_domains` (`host`);",
      "CREATE TABLE `information_requests` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`year` integer NOT NULL,\n\t`number` integer NOT NULL,\n\t`applicant_sealed` text NOT NULL,\n\t`information` text NOT NULL,\n\t`purpose` text NOT NULL,\n\t`way` text NOT NULL,\n\t`received_on` text NOT NULL,\n\t`due_on` text NOT NULL,\n\t`extended_reason` text,\n\t`state` text NOT NULL,\n\t`answer` text,\n\t`ground` text,\n\t`answered_on` text,\n\t`file_id` text,\n\t`channel` text NOT NULL,\n\t`created_by` text,\n\t`created_at` text NOT NULL,\n\t`updated_at` text NOT NULL,\n\t`version` integer DEFAULT 1 NOT NULL,\n\tFOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE UNIQUE INDEX `information_requests_number` ON `information_requests` (`year`,`number`);",
      "CREATE INDEX `information_requests_open` ON `information_requests` (`state`,`due_on`);",
      "CREATE TABLE `posts` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`slug` text NOT NULL,\n\t`kind` text NOT NULL,\n\t`title` text NOT NULL,\n\t`body` text NOT NULL,\n\t`photo_id` text,\n\t`photo_text` text,\n\t`has_consent` integer DEFAULT false NOT NULL,\n\t`state` text NOT NULL,\n\t`published_at` text,\n\t`shown_until` text,\n\t`created_by` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`updated_at` text NOT NULL,\n\t`version` integer DEFAULT 1 NOT NULL,\n\tFOREIGN KEY (`photo_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE UNIQUE INDEX `posts_slug_unique` ON `posts` (`slug`);",
      "CREATE INDEX `posts_public` ON `posts` (`state`,`published_at`);",
      "CREATE TABLE `public_contacts` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`kind` text NOT NULL,\n\t`name` text NOT NULL,\n\t`number` text NOT NULL,\n\t`note` text,\n\t`position` integer NOT NULL,\n\t`updated_at` text NOT NULL,\n\t`version` integer DEFAULT 1 NOT NULL\n);",
      "CREATE TABLE `public_documents` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`class` text NOT NULL,\n\t`title` text NOT NULL,\n\t`summary` text,\n\t`year` integer,\n\t`file_id` text,\n\t`ground` text,\n\t`withheld_until` text,\n\t`is_public` integer DEFAULT false NOT NULL,\n\t`created_by` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`updated_at` text NOT NULL,\n\t`version` integer DEFAULT 1 NOT NULL,\n\tFOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE INDEX `public_documents_class` ON `public_documents` (`class`,`title`);",
      "CREATE TABLE `gazette_entries` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`book` text NOT NULL,\n\t`year` integer NOT NULL,\n\t`number` integer NOT NULL,\n\t`regulation_id` text,\n\t`rule_kind` text NOT NULL,\n\t`rule_number` text NOT NULL,\n\t`set_on` text NOT NULL,\n\t`about` text NOT NULL,\n\t`promulgated_on` text NOT NULL,\n\t`note` text,\n\t`voided_at` text,\n\t`void_reason` text,\n\t`created_by` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`updated_at` text NOT NULL,\n\t`version` integer DEFAULT 1 NOT NULL,\n\tFOREIGN KEY (`regulation_id`) REFERENCES `village_regulations`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE UNIQUE INDEX `gazette_entries_number` ON `gazette_entries` (`book`,`year`,`number`);",
      "CREATE TABLE `head_decrees` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`number` text NOT NULL,\n\t`set_on` text NOT NULL,\n\t`about` text NOT NULL,\n\t`summary` text,\n\t`reported_number` text,\n\t`reported_on` text,\n\t`file_id` text,\n\t`is_public` integer DEFAULT false NOT NULL,\n\t`note` text,\n\t`voided_at` text,\n\t`void_reason` text,\n\t`created_by` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`updated_at` text NOT NULL,\n\t`version` integer DEFAULT 1 NOT NULL\n);",
      "CREATE INDEX `head_decrees_day` ON `head_decrees` (`set_on`,`id`);",
      "CREATE TABLE `inventory_changes` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`item_id` text NOT NULL,\n\t`kind` text NOT NULL,\n\t`quantity` integer NOT NULL,\n\t`happened_on` text NOT NULL,\n\t`basis` text,\n\t`note` text,\n\t`voided_at` text,\n\t`void_reason` text,\n\t`created_by` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`updated_at` text NOT NULL,\n\t`version` integer DEFAULT 1 NOT NULL,\n\tFOREIGN KEY (`item_id`) REFERENCES `inventory_items`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE INDEX `inventory_changes_item` ON `inventory_changes` (`item_id`,`happened_on`);",
      "CREATE TABLE `inventory_items` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`name` text NOT NULL,\n\t`code` text,\n\t`quantity` integer NOT NULL,\n\t`unit` text NOT NULL,\n\t`origin` text NOT NULL,\n\t`acquired_on` text NOT NULL,\n\t`value` integer,\n\t`place` text,\n\t`note` text,\n\t`voided_at` text,\n\t`void_reason` text,\n\t`created_by` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`updated_at` text NOT NULL,\n\t`version` integer DEFAULT 1 NOT NULL\n);",
      "CREATE INDEX `inventory_items_day` ON `inventory_items` (`acquired_on`,`id`);",
      "CREATE TABLE `official_records` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`term_id` text,\n\t`name` text NOT NULL,\n\t`position` text NOT NULL,\n\t`niap` text,\n\t`nip_sealed` text,\n\t`sex` integer NOT NULL,\n\t`birth_place` text,\n\t`birth_date` text,\n\t`religion` integer,\n\t`rank` text,\n\t`education` integer,\n\t`appointed_number` text,\n\t`appointed_on` text NOT NULL,\n\t`dismissed_number` text,\n\t`dismissed_on` text,\n\t`note` text,\n\t`voided_at` text,\n\t`void_reason` text,\n\t`created_by` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`updated_at` text NOT NULL,\n\t`version` integer DEFAULT 1 NOT NULL\n);",
      "CREATE INDEX `official_records_day` ON `official_records` (`appointed_on`,`id`);",
      "CREATE UNIQUE INDEX `official_records_term` ON `official_records` (`term_id`);",
      "CREATE TABLE `register_files` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`register` text NOT NULL,\n\t`choice` text NOT NULL,\n\t`format` text NOT NULL,\n\t`state` text NOT NULL,\n\t`progress` integer DEFAULT 0 NOT NULL,\n\t`row_count` integer DEFAULT 0 NOT NULL,\n\t`attempts` integer DEFAULT 0 NOT NULL,\n\t`file_id` text,\n\t`error` text,\n\t`created_by` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`updated_at` text NOT NULL\n);",
      "CREATE INDEX `register_files_state` ON `register_files` (`state`,`updated_at`);",
      "CREATE TABLE `village_regulations` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`kind` text NOT NULL,\n\t`number` text NOT NULL,\n\t`set_on` text NOT NULL,\n\t`about` text NOT NULL,\n\t`summary` text,\n\t`agreed_on` text,\n\t`reported_number` text,\n\t`reported_on` text,\n\t`file_id` text,\n\t`is_public` integer DEFAULT false NOT NULL,\n\t`note` text,\n\t`voided_at` text,\n\t`void_reason` text,\n\t`created_by` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`updated_at` text NOT NULL,\n\t`version` integer DEFAULT 1 NOT NULL\n);",
      "CREATE INDEX `village_regulations_day` ON `village_regulations` (`set_on`,`id`);",
      "CREATE TABLE `complaint_steps` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`complaint_id` text NOT NULL,\n\t`step` text NOT NULL,\n\t`note` text,\n\t`by_name` text NOT NULL,\n\t`at` text NOT NULL,\n\tFOREIGN KEY (`complaint_id`) REFERENCES `complaints`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE INDEX `complaint_steps_of` ON `complaint_steps` (`complaint_id`,`at`);",
      "CREATE TABLE `complaints` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`year` integer NOT NULL,\n\t`number` integer NOT NULL,\n\t`account_id` text,\n\t`sender_sealed` text,\n\t`category` text NOT NULL,\n\t`subject` text NOT NULL,\n\t`text` text NOT NULL,\n\t`hamlet_id` text,\n\t`photo_id` text,\n\t`state` text NOT NULL,\n\t`owner_account_id` text,\n\t`due_on` text,\n\t`answer` text,\n\t`answered_at` text,\n\t`public_text` text,\n\t`public_at` text,\n\t`created_at` text NOT NULL,\n\t`updated_at` text NOT NULL,\n\t`version` integer DEFAULT 1 NOT NULL,\n\tFOREIGN KEY (`photo_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE UNIQUE INDEX `complaints_number` ON `complaints` (`year`,`number`);",
      "CREATE INDEX `complaints_open` ON `complaints` (`state`,`due_on`);",
      "CREATE INDEX `complaints_of` ON `complaints` (`account_id`);",
      "CREATE INDEX `complaints_public` ON `complaints` (`public_at`);",
      "CREATE TABLE `correction_proposals` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`resident_id` text NOT NULL,\n\t`account_id` text NOT NULL,\n\t`field` text NOT NULL,\n\t`value_sealed` text NOT NULL,\n\t`reason` text,\n\t`file_id` text,\n\t`state` text NOT NULL,\n\t`answer` text,\n\t`decided_by` text,\n\t`decided_at` text,\n\t`created_at` text NOT NULL,\n\t`version` integer DEFAULT 1 NOT NULL,\n\tFOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE INDEX `correction_proposals_state` ON `correction_proposals` (`state`,`created_at`);",
      "CREATE INDEX `correction_proposals_of` ON `correction_proposals` (`account_id`);",
      "CREATE TABLE `letter_papers` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`letter_id` text NOT NULL,\n\t`requirement` integer NOT NULL,\n\t`file_id` text NOT NULL,\n\t`created_at` text NOT NULL,\n\tFOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE INDEX `letter_papers_letter` ON `letter_papers` (`letter_id`);",
      "CREATE TABLE `letter_questions` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`letter_id` text NOT NULL,\n\t`question` text NOT NULL,\n\t`asked_by` text NOT NULL,\n\t`asked_at` text NOT NULL,\n\t`answer` text,\n\t`answered_at` text,\n\t`version` integer DEFAULT 1 NOT NULL\n);",
      "CREATE INDEX `letter_questions_letter` ON `letter_questions` (`letter_id`);",
      "CREATE INDEX `letter_questions_open` ON `letter_questions` (`answered_at`);",
      "CREATE TABLE `receipt_codes` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`code_hash` text NOT NULL,\n\t`subject` text NOT NULL,\n\t`subject_id` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`expires_at` text NOT NULL\n);",
      "CREATE UNIQUE INDEX `receipt_codes_code_hash_unique` ON `receipt_codes` (`code_hash`);",
      "CREATE INDEX `receipt_codes_subject` ON `receipt_codes` (`subject`,`subject_id`);",
      "CREATE TABLE `resident_accounts` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`resident_id` text NOT NULL,\n\t`password_hash` text NOT NULL,\n\t`state` text NOT NULL,\n\t`phone_sealed` text,\n\t`created_at` text NOT NULL,\n\t`updated_at` text NOT NULL,\n\t`version` integer DEFAULT 1 NOT NULL\n);",
      "CREATE UNIQUE INDEX `resident_accounts_resident_id_unique` ON `resident_accounts` (`resident_id`);",
      "CREATE TABLE `resident_passkeys` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`account_id` text NOT NULL,\n\t`credential_id` text NOT NULL,\n\t`public_key` text NOT NULL,\n\t`counter` integer NOT NULL,\n\t`name` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`last_used_at` text,\n\tFOREIGN KEY (`account_id`) REFERENCES `resident_accounts`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE UNIQUE INDEX `resident_passkeys_credential_id_unique` ON `resident_passkeys` (`credential_id`);",
      "CREATE INDEX `resident_passkeys_account` ON `resident_passkeys` (`account_id`);",
      "CREATE TABLE `resident_registrations` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`typed_sealed` text NOT NULL,\n\t`nik_index` text NOT NULL,\n\t`password_hash` text NOT NULL,\n\t`photo_id` text,\n\t`state` text NOT NULL,\n\t`reason` text,\n\t`decided_by` text,\n\t`decided_at` text,\n\t`created_at` text NOT NULL,\n\t`version` integer DEFAULT 1 NOT NULL,\n\tFOREIGN KEY (`photo_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE INDEX `resident_registrations_state` ON `resident_registrations` (`state`,`created_at`);",
      "CREATE TABLE `resident_sessions` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`secret_hash` text NOT NULL,\n\t`account_id` text NOT NULL,\n\t`device` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`last_seen_at` text NOT NULL,\n\t`expires_at` text NOT NULL,\n\tFOREIGN KEY (`account_id`) REFERENCES `resident_accounts`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE INDEX `resident_sessions_account` ON `resident_sessions` (`account_id`);",
      "CREATE INDEX `resident_sessions_expiry` ON `resident_sessions` (`expires_at`);",
      "CREATE TABLE `resident_slips` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`resident_id` text NOT NULL,\n\t`code_hash` text NOT NULL,\n\t`created_by` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`expires_at` text NOT NULL,\n\t`used_at` text,\n\t`revoked_at` text\n);",
      "CREATE UNIQUE INDEX `resident_slips_code_hash_unique` ON `resident_slips` (`code_hash`);",
      "CREATE INDEX `resident_slips_resident` ON `resident_slips` (`resident_id`);",
      "CREATE TABLE `service_ratings` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`letter_id` text NOT NULL,\n\t`kind` text NOT NULL,\n\t`score` integer NOT NULL,\n\t`comment` text,\n\t`channel` text NOT NULL,\n\t`created_at` text NOT NULL\n);",
      "CREATE UNIQUE INDEX `service_ratings_letter_id_unique` ON `service_ratings` (`letter_id`);",
      "CREATE INDEX `service_ratings_day` ON `service_ratings` (`created_at`);",
      "CREATE TABLE `dukcapil_batches` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`year` integer NOT NULL,\n\t`number` integer NOT NULL,\n\t`state` text NOT NULL,\n\t`sent_on` text,\n\t`carried_by` text,\n\t`receipt_number` text,\n\t`receipt_file_id` text,\n\t`created_by` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`updated_at` text NOT NULL,\n\t`version` integer DEFAULT 1 NOT NULL,\n\tFOREIGN KEY (`receipt_file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE UNIQUE INDEX `dukcapil_batches_number` ON `dukcapil_batches` (`year`,`number`);",
      "CREATE TABLE `dukcapil_forms` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`form` text NOT NULL,\n\t`form_version` text NOT NULL,\n\t`state` text NOT NULL,\n\t`resident_id` text,\n\t`family_id` text,\n\t`event_id` text,\n\t`person_name` text NOT NULL,\n\t`content_sealed` text NOT NULL,\n\t`batch_id` text,\n\t`return_reason` text,\n\t`returned_on` text,\n\t`finished_on` text,\n\t`result_sealed` text,\n\t`collected_on` text,\n\t`collected_by` text,\n\t`created_by` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`updated_at` text NOT NULL,\n\t`version` integer DEFAULT 1 NOT NULL,\n\tFOREIGN KEY (`batch_id`) REFERENCES `dukcapil_batches`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE INDEX `dukcapil_forms_state` ON `dukcapil_forms` (`state`,`updated_at`);",
      "CREATE INDEX `dukcapil_forms_batch` ON `dukcapil_forms` (`batch_id`);",
      "CREATE INDEX `dukcapil_forms_resident` ON `dukcapil_forms` (`resident_id`);",
      "CREATE TABLE `permit_consents` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`permit_id` text NOT NULL,\n\t`neighbour` text NOT NULL,\n\t`side` text,\n\t`agrees` integer NOT NULL,\n\t`reason` text,\n\t`recorded_by` text NOT NULL,\n\t`recorded_at` text NOT NULL,\n\tFOREIGN KEY (`permit_id`) REFERENCES `permits`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE INDEX `permit_consents_of` ON `permit_consents` (`permit_id`);",
      "CREATE TABLE `permit_places` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`kind` text NOT NULL,\n\t`name` text NOT NULL,\n\t`deposit` integer DEFAULT 0 NOT NULL,\n\t`is_on` integer NOT NULL,\n\t`updated_at` text NOT NULL,\n\t`version` integer DEFAULT 1 NOT NULL\n);",
      "CREATE TABLE `permit_steps` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`permit_id` text NOT NULL,\n\t`step` text NOT NULL,\n\t`note` text,\n\t`by_name` text NOT NULL,\n\t`at` text NOT NULL,\n\tFOREIGN KEY (`permit_id`) REFERENCES `permits`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE INDEX `permit_steps_of` ON `permit_steps` (`permit_id`,`at`);",
      "CREATE TABLE `permits` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`year` integer NOT NULL,\n\t`number` integer NOT NULL,\n\t`kind` text NOT NULL,\n\t`state` text NOT NULL,\n\t`resident_id` text,\n\t`applicant_name` text NOT NULL,\n\t`applicant_sealed` text NOT NULL,\n\t`purpose` text NOT NULL,\n\t`place_id` text,\n\t`place_text` text,\n\t`from_at` text NOT NULL,\n\t`until_at` text NOT NULL,\n\t`deposit` integer DEFAULT 0 NOT NULL,\n\t`deposit_paid_on` text,\n\t`deposit_returned_on` text,\n\t`needs_consent` integer NOT NULL,\n\t`letter_id` text,\n\t`decision_note` text,\n\t`decided_by` text,\n\t`decided_at` text,\n\t`returned_condition` text,\n\t`handed_to` text,\n\t`handed_on` text,\n\t`answer_text` text,\n\t`answered_on` text,\n\t`created_by` text,\n\t`created_at` text NOT NULL,\n\t`updated_at` text NOT NULL,\n\t`version` integer DEFAULT 1 NOT NULL,\n\tFOREIGN KEY (`place_id`) REFERENCES `permit_places`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE UNIQUE INDEX `permits_number` ON `permits` (`year`,`number`);",
      "CREATE INDEX `permits_state` ON `permits` (`state`,`from_at`);",
      "CREATE INDEX `permits_place` ON `permits` (`place_id`,`from_at`);",
      "CREATE TABLE `service_standards` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`state` text NOT NULL,\n\t`decree_number` text,\n\t`decree_on` text,\n\t`adopted_by` text,\n\t`adopted_at` text,\n\t`replaced_at` text,\n\t`created_by` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`updated_at` text NOT NULL,\n\t`version` integer DEFAULT 1 NOT NULL\n);",
      "CREATE INDEX `service_standards_state` ON `service_standards` (`state`);",
      "CREATE TABLE `standard_services` (\n\t`standard_id` text NOT NULL,\n\t`service` text NOT NULL,\n\t`name` text NOT NULL,\n\t`requirements` text NOT NULL,\n\t`procedure` text,\n\t`hours` integer,\n\t`time_text` text NOT NULL,\n\t`cost` integer DEFAULT 0 NOT NULL,\n\t`officer` text NOT NULL,\n\t`position` integer NOT NULL,\n\tPRIMARY KEY(`standard_id`, `service`),\n\tFOREIGN KEY (`standard_id`) REFERENCES `service_standards`(`id`) ON UPDATE no action ON DELETE no action\n);"
    ]
  },
  {
    "tag": "0014_dukcapil_batch_forms",
    "statements": [
      "CREATE TABLE `dukcapil_batch_forms` (\n\t`batch_id` text NOT NULL,\n\t`form_id` text NOT NULL,\n\t`outcome` text,\n\t`outcome_on` text,\n\t`reason` text,\n\tPRIMARY KEY(`batch_id`, `form_id`),\n\tFOREIGN KEY (`batch_id`) REFERENCES `dukcapil_batches`(`id`) ON UPDATE no action ON DELETE no action,\n\tFOREIGN KEY (`form_id`) REFERENCES `dukcapil_forms`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE INDEX `dukcapil_batch_forms_form` ON `dukcapil_batch_forms` (`form_id`);"
    ]
  },
  {
    "tag": "0015_host_checks_and_blocked_accounts",
    "statements": [
      "ALTER TABLE `custom_domains` ADD `failed_checks` integer DEFAULT 0 NOT NULL;",
      "ALTER TABLE `resident_accounts` ADD `blocked_at` text;",
      "UPDATE `resident_accounts` SET `blocked_at` = `updated_at` WHERE `state` = 'blocked';"
    ]
  }
];
