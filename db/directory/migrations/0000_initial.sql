CREATE TABLE `dead_letters` (
	`id` text PRIMARY KEY NOT NULL,
	`queue` text NOT NULL,
	`body` text NOT NULL,
	`reason` text NOT NULL,
	`received_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `due_jobs` (
	`village_id` text NOT NULL,
	`kind` text NOT NULL,
	`due_at` text NOT NULL,
	`leased_until` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`last_error` text,
	PRIMARY KEY(`village_id`, `kind`)
);
--> statement-breakpoint
CREATE INDEX `due_jobs_due` ON `due_jobs` (`due_at`);--> statement-breakpoint
CREATE TABLE `sweep_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`sweep` text NOT NULL,
	`started_at` text NOT NULL,
	`finished_at` text,
	`claimed` integer DEFAULT 0 NOT NULL,
	`error` text
);
--> statement-breakpoint
CREATE TABLE `regions` (
	`number` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`level` integer NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`parent_code` text,
	`search_key` text NOT NULL,
	`search_name` text NOT NULL,
	`search_path` text NOT NULL,
	`retired_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `regions_code_unique` ON `regions` (`code`);--> statement-breakpoint
CREATE INDEX `regions_parent` ON `regions` (`parent_code`,`name`);--> statement-breakpoint
CREATE TABLE `rate_limits` (
	`subject` text NOT NULL,
	`window_start` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`subject`, `window_start`)
);
--> statement-breakpoint
CREATE TABLE `signups` (
	`id` text PRIMARY KEY NOT NULL,
	`idempotency_key` text NOT NULL,
	`village_id` text NOT NULL,
	`step` text NOT NULL,
	`first_account` text,
	`leased_until` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`last_error` text,
	`created_at` text NOT NULL,
	`finished_at` text,
	FOREIGN KEY (`village_id`) REFERENCES `villages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `signups_key` ON `signups` (`idempotency_key`);--> statement-breakpoint
CREATE INDEX `signups_open` ON `signups` (`finished_at`,`leased_until`);--> statement-breakpoint
CREATE TABLE `village_hosts` (
	`host` text PRIMARY KEY NOT NULL,
	`village_id` text NOT NULL,
	`kind` text NOT NULL,
	FOREIGN KEY (`village_id`) REFERENCES `villages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `village_hosts_village` ON `village_hosts` (`village_id`);--> statement-breakpoint
CREATE TABLE `villages` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`region_code` text NOT NULL,
	`state` text NOT NULL,
	`trust` text DEFAULT 'unverified' NOT NULL,
	`verified_at` text,
	`time_zone` text NOT NULL,
	`home` text NOT NULL,
	`database` text NOT NULL,
	`schema_version` integer DEFAULT 0 NOT NULL,
	`migration_leased_until` text,
	`epoch` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`activated_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `villages_slug` ON `villages` (`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `villages_region` ON `villages` (`region_code`) WHERE state <> 'erased';