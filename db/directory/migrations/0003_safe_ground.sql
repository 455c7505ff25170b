CREATE TABLE `backups` (
	`id` text PRIMARY KEY NOT NULL,
	`owner` text NOT NULL,
	`reason` text NOT NULL,
	`state` text NOT NULL,
	`storage_key` text NOT NULL,
	`size_bytes` integer,
	`content_hash` text,
	`schema_version` integer,
	`epoch` integer,
	`key_ids` text,
	`taken_at` text NOT NULL,
	`finished_at` text,
	`verified_at` text,
	`error` text,
	`expires_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `backups_owner` ON `backups` (`owner`,`taken_at`);--> statement-breakpoint
CREATE INDEX `backups_expiry` ON `backups` (`state`,`expires_at`);--> statement-breakpoint
CREATE TABLE `erasures` (
	`village_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`region_code` text NOT NULL,
	`reason` text NOT NULL,
	`asked_by` text NOT NULL,
	`started_at` text NOT NULL,
	`finished_at` text,
	`step` text NOT NULL,
	`removed` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `restores` (
	`id` text PRIMARY KEY NOT NULL,
	`village_id` text NOT NULL,
	`restored_to` text NOT NULL,
	`source` text NOT NULL,
	`epoch` integer NOT NULL,
	`previous_database` text NOT NULL,
	`database` text NOT NULL,
	`asked_by` text NOT NULL,
	`at` text NOT NULL,
	`outcome` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `restores_village` ON `restores` (`village_id`,`at`);--> statement-breakpoint
CREATE TABLE `data_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`owner` text NOT NULL,
	`purpose` text NOT NULL,
	`wrapped` text NOT NULL,
	`master_key_id` text NOT NULL,
	`created_at` text NOT NULL,
	`retired_at` text,
	`unused_since` text
);
--> statement-breakpoint
CREATE INDEX `data_keys_owner` ON `data_keys` (`owner`,`purpose`,`created_at`);--> statement-breakpoint
CREATE TABLE `alerts` (
	`id` text PRIMARY KEY NOT NULL,
	`alert_key` text NOT NULL,
	`severity` text NOT NULL,
	`sentence` text NOT NULL,
	`village_id` text,
	`first_at` text NOT NULL,
	`last_at` text NOT NULL,
	`times` integer DEFAULT 1 NOT NULL,
	`settled_at` text,
	`settled_by` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `alerts_alert_key_unique` ON `alerts` (`alert_key`);--> statement-breakpoint
CREATE INDEX `alerts_open` ON `alerts` (`settled_at`,`last_at`);--> statement-breakpoint
CREATE TABLE `migration_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`started_at` text NOT NULL,
	`finished_at` text,
	`target_version` integer NOT NULL,
	`migrated` integer DEFAULT 0 NOT NULL,
	`failed` integer DEFAULT 0 NOT NULL,
	`stopped_because` text
);
--> statement-breakpoint
CREATE TABLE `running_code` (
	`schema_version` integer PRIMARY KEY NOT NULL,
	`seen_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `running_code_seen` ON `running_code` (`seen_at`);--> statement-breakpoint
CREATE TABLE `directory_audit` (
	`id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`overseer_id` text,
	`actor_name` text NOT NULL,
	`action` text NOT NULL,
	`entity` text NOT NULL,
	`entity_id` text NOT NULL,
	`village_id` text,
	`regency_code` text,
	`details` text NOT NULL,
	`request_id` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `directory_audit_village` ON `directory_audit` (`village_id`,`id`);--> statement-breakpoint
CREATE INDEX `directory_audit_regency` ON `directory_audit` (`regency_code`,`id`);--> statement-breakpoint
CREATE TABLE `overseer_attempts` (
	`subject` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`window_started_at` text NOT NULL,
	`locked_until` text
);
--> statement-breakpoint
CREATE TABLE `overseer_challenges` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`challenge` text NOT NULL,
	`expires_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `overseer_invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`kind` text NOT NULL,
	`regency_code` text,
	`name` text NOT NULL,
	`is_admin` integer NOT NULL,
	`invited_by` text,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`accepted_at` text,
	`revoked_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `overseer_invitations_token` ON `overseer_invitations` (`token_hash`);--> statement-breakpoint
CREATE TABLE `overseer_passkeys` (
	`id` text PRIMARY KEY NOT NULL,
	`overseer_id` text NOT NULL,
	`credential_id` text NOT NULL,
	`public_key` text NOT NULL,
	`counter` integer NOT NULL,
	`transports` text NOT NULL,
	`name` text NOT NULL,
	`created_at` text NOT NULL,
	`last_used_at` text,
	FOREIGN KEY (`overseer_id`) REFERENCES `overseers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `overseer_passkeys_credential` ON `overseer_passkeys` (`credential_id`);--> statement-breakpoint
CREATE INDEX `overseer_passkeys_overseer` ON `overseer_passkeys` (`overseer_id`);--> statement-breakpoint
CREATE TABLE `overseer_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`secret_hash` text NOT NULL,
	`overseer_id` text NOT NULL,
	`second_factor_at` text,
	`created_at` text NOT NULL,
	`last_seen_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`device` text NOT NULL,
	FOREIGN KEY (`overseer_id`) REFERENCES `overseers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `overseer_sessions_overseer` ON `overseer_sessions` (`overseer_id`);--> statement-breakpoint
CREATE TABLE `overseer_submits` (
	`key` text PRIMARY KEY NOT NULL,
	`overseer_id` text,
	`outcome` text,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `overseers` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`regency_code` text,
	`name` text NOT NULL,
	`username` text NOT NULL,
	`phone_sealed` text,
	`is_admin` integer DEFAULT false NOT NULL,
	`password_hash` text NOT NULL,
	`totp_sealed` text,
	`totp_confirmed_at` text,
	`totp_last_step` integer,
	`state` text DEFAULT 'active' NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text,
	`dismissed_at` text,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `overseers_username` ON `overseers` (`username`);--> statement-breakpoint
CREATE INDEX `overseers_regency` ON `overseers` (`kind`,`regency_code`);--> statement-breakpoint
CREATE TABLE `claim_tickets` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`claim_id` text NOT NULL,
	`region_code` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `claim_tickets_token` ON `claim_tickets` (`token_hash`);--> statement-breakpoint
CREATE INDEX `claim_tickets_region` ON `claim_tickets` (`region_code`);--> statement-breakpoint
CREATE TABLE `claims` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`village_id` text NOT NULL,
	`region_code` text NOT NULL,
	`basis` text NOT NULL,
	`name` text NOT NULL,
	`position` text NOT NULL,
	`decree` text,
	`phone_sealed` text NOT NULL,
	`statement` text,
	`letter_key` text,
	`letter_type` text,
	`state` text NOT NULL,
	`asked_at` text NOT NULL,
	`decided_by` text,
	`decided_at` text,
	`reason` text,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `claims_open` ON `claims` (`state`,`asked_at`);--> statement-breakpoint
CREATE INDEX `claims_village` ON `claims` (`village_id`,`asked_at`);--> statement-breakpoint
CREATE TABLE `listed_officials` (
	`id` text PRIMARY KEY NOT NULL,
	`list_id` text NOT NULL,
	`region_code` text NOT NULL,
	`position` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`decree` text NOT NULL,
	`decree_key` text NOT NULL,
	`phone_index` text NOT NULL,
	FOREIGN KEY (`list_id`) REFERENCES `official_lists`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `listed_officials_region` ON `listed_officials` (`list_id`,`region_code`);--> statement-breakpoint
CREATE TABLE `official_lists` (
	`id` text PRIMARY KEY NOT NULL,
	`regency_code` text NOT NULL,
	`file_name` text NOT NULL,
	`uploaded_by` text NOT NULL,
	`uploaded_at` text NOT NULL,
	`row_count` integer NOT NULL,
	`replaced_at` text
);
--> statement-breakpoint
CREATE INDEX `official_lists_regency` ON `official_lists` (`regency_code`,`uploaded_at`);--> statement-breakpoint
ALTER TABLE `villages` ADD `trial_ends_at` text;--> statement-breakpoint
ALTER TABLE `villages` ADD `suspended_at` text;--> statement-breakpoint
ALTER TABLE `villages` ADD `suspended_reason` text;--> statement-breakpoint
ALTER TABLE `villages` ADD `erased_at` text;--> statement-breakpoint
ALTER TABLE `villages` ADD `moving_to` text;--> statement-breakpoint
ALTER TABLE `villages` ADD `moving_since` text;--> statement-breakpoint
ALTER TABLE `villages` ADD `migration_error` text;--> statement-breakpoint
ALTER TABLE `villages` ADD `is_canary` integer DEFAULT false NOT NULL;