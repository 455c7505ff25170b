ALTER TABLE `signups` ADD `client_key` text;--> statement-breakpoint
CREATE UNIQUE INDEX `signups_client_key` ON `signups` (`client_key`);