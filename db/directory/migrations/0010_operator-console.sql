ALTER TABLE `dead_letters` ADD `settled_at` text;--> statement-breakpoint
ALTER TABLE `dead_letters` ADD `settled_by` text;--> statement-breakpoint
ALTER TABLE `dead_letters` ADD `outcome` text;--> statement-breakpoint
ALTER TABLE `dead_letters` ADD `note` text;--> statement-breakpoint
CREATE INDEX `dead_letters_open` ON `dead_letters` (`settled_at`,`received_at`);--> statement-breakpoint
ALTER TABLE `alerts` ADD `note` text;--> statement-breakpoint
ALTER TABLE `villages` ADD `quota_bytes` integer;--> statement-breakpoint
ALTER TABLE `villages` ADD `file_bytes` integer;--> statement-breakpoint
ALTER TABLE `villages` ADD `last_active_at` text;--> statement-breakpoint
ALTER TABLE `villages` ADD `measured_at` text;