CREATE TABLE `restore_orders` (
	`id` text PRIMARY KEY NOT NULL,
	`village_id` text NOT NULL,
	`source_kind` text NOT NULL,
	`source` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`last_error` text,
	`finished_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `restore_orders_open` ON `restore_orders` (`village_id`) WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX `restore_orders_state` ON `restore_orders` (`state`,`asked_at`);