DROP INDEX `resident_accounts_nik_index_unique`;--> statement-breakpoint
ALTER TABLE `resident_accounts` DROP COLUMN `nik_index`;