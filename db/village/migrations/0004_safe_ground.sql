CREATE TABLE `breaches` (
	`id` text PRIMARY KEY NOT NULL,
	`discovered_at` text NOT NULL,
	`notice_due_at` text NOT NULL,
	`what` text NOT NULL,
	`whose` text,
	`how` text,
	`handling` text,
	`person_count` integer,
	`needs_public_notice` integer DEFAULT false NOT NULL,
	`subjects_told_at` text,
	`authority_told_at` text,
	`public_told_at` text,
	`closed_at` text,
	`closing_note` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `breaches_open` ON `breaches` (`closed_at`,`notice_due_at`);--> statement-breakpoint
CREATE TABLE `lost_numbers` (
	`id` text PRIMARY KEY NOT NULL,
	`series` text NOT NULL,
	`year` integer NOT NULL,
	`from_number` integer NOT NULL,
	`to_number` integer NOT NULL,
	`epoch` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `lost_numbers_series` ON `lost_numbers` (`series`,`year`);--> statement-breakpoint
CREATE TABLE `person_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`subject_name` text NOT NULL,
	`identified_by` text NOT NULL,
	`wish` text,
	`state` text NOT NULL,
	`asked_at` text NOT NULL,
	`answer_due_at` text NOT NULL,
	`answered_at` text,
	`answered_by` text,
	`answer` text,
	`created_by` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `person_requests_open` ON `person_requests` (`state`,`answer_due_at`);--> statement-breakpoint
CREATE TABLE `restore_epochs` (
	`epoch` integer PRIMARY KEY NOT NULL,
	`restored_to` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `retention_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`removed` integer NOT NULL,
	`older_than` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `retention_runs_kind` ON `retention_runs` (`kind`,`at`);--> statement-breakpoint
CREATE TABLE `terms_acceptances` (
	`id` text PRIMARY KEY NOT NULL,
	`version` text NOT NULL,
	`text_hash` text NOT NULL,
	`accepted_by` text NOT NULL,
	`accepted_name` text NOT NULL,
	`accepted_position` text NOT NULL,
	`accepted_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `terms_acceptances_version_unique` ON `terms_acceptances` (`version`);--> statement-breakpoint
CREATE TABLE `access_log` (
	`id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`account_id` text,
	`actor_name` text NOT NULL,
	`kind` text NOT NULL,
	`what` text NOT NULL,
	`subject` text,
	`subject_id` text,
	`row_count` integer DEFAULT 1 NOT NULL,
	`reason` text,
	`request_id` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `access_log_account` ON `access_log` (`account_id`,`id`);--> statement-breakpoint
CREATE INDEX `access_log_subject` ON `access_log` (`subject_id`,`id`);--> statement-breakpoint
CREATE TABLE `challenges` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text,
	`session_id` text,
	`challenge` text NOT NULL,
	`expires_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `known_devices` (
	`account_id` text NOT NULL,
	`device_hash` text NOT NULL,
	`device` text NOT NULL,
	`first_seen_at` text NOT NULL,
	`last_seen_at` text NOT NULL,
	PRIMARY KEY(`account_id`, `device_hash`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `passkeys` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`credential_id` text NOT NULL,
	`public_key` text NOT NULL,
	`counter` integer NOT NULL,
	`transports` text NOT NULL,
	`name` text NOT NULL,
	`created_at` text NOT NULL,
	`last_used_at` text,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `passkeys_credential` ON `passkeys` (`credential_id`);--> statement-breakpoint
CREATE INDEX `passkeys_account` ON `passkeys` (`account_id`);--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`code_hash` text NOT NULL,
	`given_by` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text,
	`revoked_at` text,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `recovery_codes_account` ON `recovery_codes` (`account_id`);--> statement-breakpoint
ALTER TABLE `accounts` ADD `phone_sealed` text;--> statement-breakpoint
ALTER TABLE `accounts` ADD `phone_index` text;--> statement-breakpoint
ALTER TABLE `accounts` ADD `email_sealed` text;--> statement-breakpoint
ALTER TABLE `accounts` ADD `email_index` text;--> statement-breakpoint
ALTER TABLE `accounts` ADD `totp_sealed` text;--> statement-breakpoint
ALTER TABLE `accounts` ADD `totp_confirmed_at` text;--> statement-breakpoint
ALTER TABLE `accounts` ADD `totp_last_step` integer;--> statement-breakpoint
ALTER TABLE `accounts` ADD `signing_blocked_until` text;--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_phone_index` ON `accounts` (`phone_index`);--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_email_index` ON `accounts` (`email_index`);--> statement-breakpoint
ALTER TABLE `sessions` ADD `owes_second_factor` integer DEFAULT false NOT NULL;