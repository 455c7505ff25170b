CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`phone` text,
	`email` text,
	`username` text,
	`password_hash` text NOT NULL,
	`is_admin` integer DEFAULT false NOT NULL,
	`state` text DEFAULT 'active' NOT NULL,
	`created_at` text NOT NULL,
	`dismissed_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_phone` ON `accounts` (`phone`);--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_email` ON `accounts` (`email`);--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_username` ON `accounts` (`username`);--> statement-breakpoint
CREATE TABLE `audit_log` (
	`id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`account_id` text,
	`actor_name` text NOT NULL,
	`action` text NOT NULL,
	`entity` text NOT NULL,
	`entity_id` text NOT NULL,
	`parent_id` text,
	`details` text NOT NULL,
	`request_id` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_log_entity` ON `audit_log` (`entity_id`,`id`);--> statement-breakpoint
CREATE INDEX `audit_log_parent` ON `audit_log` (`parent_id`,`id`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`name` text NOT NULL,
	`phone` text,
	`position` text NOT NULL,
	`status` text NOT NULL,
	`area_id` text,
	`starts_on` text NOT NULL,
	`invited_by` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`accepted_at` text,
	`accepted_by` text,
	`revoked_at` text,
	FOREIGN KEY (`invited_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`accepted_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE TABLE `position_terms` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`position` text NOT NULL,
	`status` text NOT NULL,
	`area_id` text,
	`starts_on` text NOT NULL,
	`ends_on` text,
	`decree` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `position_terms_account` ON `position_terms` (`account_id`);--> statement-breakpoint
CREATE INDEX `position_terms_position` ON `position_terms` (`position`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`secret_hash` text NOT NULL,
	`account_id` text NOT NULL,
	`created_at` text NOT NULL,
	`last_seen_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`locked_at` text,
	`device` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_account` ON `sessions` (`account_id`);--> statement-breakpoint
CREATE TABLE `sign_in_attempts` (
	`subject` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`window_started_at` text NOT NULL,
	`locked_until` text
);
--> statement-breakpoint
CREATE TABLE `submits` (
	`key` text PRIMARY KEY NOT NULL,
	`account_id` text,
	`outcome` text,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')) NOT NULL
);
--> statement-breakpoint
CREATE TABLE `due_items` (
	`id` text PRIMARY KEY NOT NULL,
	`due_key` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`due_at` text NOT NULL,
	`state` text NOT NULL,
	`notified_at` text,
	`leased_until` text,
	`created_at` text NOT NULL,
	`settled_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `due_items_key` ON `due_items` (`due_key`);--> statement-breakpoint
CREATE INDEX `due_items_open` ON `due_items` (`state`,`notified_at`,`due_at`);--> statement-breakpoint
CREATE TABLE `inbox_items` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`once_key` text NOT NULL,
	`title` text NOT NULL,
	`body` text,
	`href` text NOT NULL,
	`created_at` text NOT NULL,
	`read_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inbox_items_once` ON `inbox_items` (`account_id`,`once_key`);--> statement-breakpoint
CREATE INDEX `inbox_items_open` ON `inbox_items` (`account_id`,`read_at`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`leased_until` text,
	`progress` text,
	`last_error` text,
	`created_by` text,
	`created_at` text NOT NULL,
	`finished_at` text
);
--> statement-breakpoint
CREATE INDEX `jobs_open` ON `jobs` (`state`,`leased_until`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`topic` text NOT NULL,
	`payload` text NOT NULL,
	`created_at` text NOT NULL,
	`leased_until` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`done_at` text,
	`last_error` text
);
--> statement-breakpoint
CREATE INDEX `outbox_open` ON `outbox` (`done_at`,`leased_until`);--> statement-breakpoint
CREATE TABLE `activities` (
	`id` text PRIMARY KEY NOT NULL,
	`programme_id` text NOT NULL,
	`section_id` text NOT NULL,
	`template_key` text,
	`continues_id` text,
	`name` text NOT NULL,
	`purpose` text NOT NULL,
	`duty` text NOT NULL,
	`legal_basis` text,
	`activity_code` text,
	`location` text,
	`months` integer DEFAULT 0 NOT NULL,
	`budget` integer DEFAULT 0 NOT NULL,
	`fund_source` text,
	`responsible_position` text,
	`responsible_account_id` text,
	`review_state` text DEFAULT 'open' NOT NULL,
	`review_reason` text,
	`reviewed_by` text,
	`reviewed_at` text,
	`position` integer NOT NULL,
	`dropped_at` text,
	`drop_reason` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`section_id`) REFERENCES `programme_sections`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `activities_programme` ON `activities` (`programme_id`,`position`);--> statement-breakpoint
CREATE TABLE `activity_comments` (
	`id` text PRIMARY KEY NOT NULL,
	`activity_id` text NOT NULL,
	`account_id` text NOT NULL,
	`mentions` text NOT NULL,
	`body` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `activity_comments_activity` ON `activity_comments` (`activity_id`);--> statement-breakpoint
CREATE TABLE `activity_people` (
	`activity_id` text NOT NULL,
	`account_id` text NOT NULL,
	`added_at` text NOT NULL,
	PRIMARY KEY(`activity_id`, `account_id`),
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `activity_people_account` ON `activity_people` (`account_id`);--> statement-breakpoint
CREATE TABLE `activity_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`activity_id` text NOT NULL,
	`title` text NOT NULL,
	`owner_id` text,
	`due_on` text,
	`done_at` text,
	`done_by` text,
	`position` integer NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `activity_steps_activity` ON `activity_steps` (`activity_id`);--> statement-breakpoint
CREATE TABLE `activity_updates` (
	`id` text PRIMARY KEY NOT NULL,
	`activity_id` text NOT NULL,
	`quarter` integer NOT NULL,
	`as_of` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`state` text NOT NULL,
	`return_reason` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`submitted_at` text,
	`decided_by` text,
	`decided_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `activity_updates_activity` ON `activity_updates` (`activity_id`,`quarter`);--> statement-breakpoint
CREATE INDEX `activity_updates_state` ON `activity_updates` (`state`);--> statement-breakpoint
CREATE TABLE `budget_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`activity_id` text NOT NULL,
	`amount` integer NOT NULL,
	`valid_from` text NOT NULL,
	`reason` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `budget_changes_activity` ON `budget_changes` (`activity_id`);--> statement-breakpoint
CREATE TABLE `budget_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`programme_id` text NOT NULL,
	`file_name` text NOT NULL,
	`rows` text NOT NULL,
	`mapping` text,
	`state` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`applied_at` text,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `deviations` (
	`id` text PRIMARY KEY NOT NULL,
	`activity_id` text NOT NULL,
	`as_of` text NOT NULL,
	`gap_points` real NOT NULL,
	`cause` text NOT NULL,
	`correction` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `deviations_activity` ON `deviations` (`activity_id`,`as_of`);--> statement-breakpoint
CREATE TABLE `indicator_targets` (
	`id` text PRIMARY KEY NOT NULL,
	`indicator_id` text NOT NULL,
	`version` integer NOT NULL,
	`q1` real,
	`q2` real,
	`q3` real,
	`q4` real,
	`reason` text,
	`valid_from` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicators`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `indicator_targets_version` ON `indicator_targets` (`indicator_id`,`version`);--> statement-breakpoint
CREATE TABLE `indicators` (
	`id` text PRIMARY KEY NOT NULL,
	`activity_id` text NOT NULL,
	`name` text NOT NULL,
	`unit` text NOT NULL,
	`direction` text NOT NULL,
	`is_cumulative` integer NOT NULL,
	`baseline` real,
	`source` text NOT NULL,
	`counted_key` text,
	`position` integer NOT NULL,
	`created_at` text NOT NULL,
	`retired_at` text,
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `indicators_activity` ON `indicators` (`activity_id`);--> statement-breakpoint
CREATE TABLE `programme_sections` (
	`id` text PRIMARY KEY NOT NULL,
	`programme_id` text NOT NULL,
	`name` text NOT NULL,
	`purpose` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `programme_sections_programme` ON `programme_sections` (`programme_id`);--> statement-breakpoint
CREATE TABLE `programmes` (
	`id` text PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	`state` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`submitted_at` text,
	`submitted_by` text,
	`return_reason` text,
	`approved_at` text,
	`approved_by` text,
	`closed_at` text,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `programmes_year` ON `programmes` (`year`);--> statement-breakpoint
CREATE TABLE `spending` (
	`id` text PRIMARY KEY NOT NULL,
	`activity_id` text NOT NULL,
	`amount` integer NOT NULL,
	`spent_on` text NOT NULL,
	`note` text NOT NULL,
	`import_id` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `spending_activity` ON `spending` (`activity_id`,`spent_on`);--> statement-breakpoint
CREATE TABLE `update_evidence` (
	`update_id` text NOT NULL,
	`file_id` text NOT NULL,
	`added_at` text NOT NULL,
	PRIMARY KEY(`update_id`, `file_id`),
	FOREIGN KEY (`update_id`) REFERENCES `activity_updates`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `update_values` (
	`update_id` text NOT NULL,
	`indicator_id` text NOT NULL,
	`value` real NOT NULL,
	PRIMARY KEY(`update_id`, `indicator_id`),
	FOREIGN KEY (`update_id`) REFERENCES `activity_updates`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicators`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `update_values_indicator` ON `update_values` (`indicator_id`);--> statement-breakpoint
CREATE TABLE `areas` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`parent_id` text,
	`name` text NOT NULL,
	`created_at` text NOT NULL,
	`retired_at` text
);
--> statement-breakpoint
CREATE INDEX `areas_parent` ON `areas` (`parent_id`);--> statement-breakpoint
CREATE TABLE `book_numbers` (
	`book` text NOT NULL,
	`year` integer NOT NULL,
	`last_number` integer NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`book`, `year`)
);
--> statement-breakpoint
CREATE TABLE `checklist_marks` (
	`item` text PRIMARY KEY NOT NULL,
	`mark` text NOT NULL,
	`marked_by` text NOT NULL,
	`marked_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`storage_key` text NOT NULL,
	`name` text NOT NULL,
	`media_type` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`purpose` text NOT NULL,
	`thumbnail_key` text,
	`is_public` integer DEFAULT false NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`attached_at` text
);
--> statement-breakpoint
CREATE INDEX `files_unattached` ON `files` (`attached_at`,`created_at`);--> statement-breakpoint
CREATE TABLE `module_switches` (
	`module` text PRIMARY KEY NOT NULL,
	`is_on` integer NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `village_profile` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`region_code` text NOT NULL,
	`district_name` text NOT NULL,
	`regency_name` text NOT NULL,
	`province_name` text NOT NULL,
	`village_term` text DEFAULT 'Desa' NOT NULL,
	`head_term` text DEFAULT 'Kepala Desa' NOT NULL,
	`hamlet_term` text DEFAULT 'Dusun' NOT NULL,
	`time_zone` text NOT NULL,
	`address` text,
	`postal_code` text,
	`phone` text,
	`email` text,
	`office_hours` text,
	`about` text,
	`emblem_file_id` text,
	`letterhead_lines` text,
	`paper` text DEFAULT 'F4' NOT NULL,
	`updated_at` text NOT NULL
);
