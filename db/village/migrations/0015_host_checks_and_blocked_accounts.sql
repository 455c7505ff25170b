ALTER TABLE `custom_domains` ADD `failed_checks` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `resident_accounts` ADD `blocked_at` text;--> statement-breakpoint
UPDATE `resident_accounts` SET `blocked_at` = `updated_at` WHERE `state` = 'blocked';
