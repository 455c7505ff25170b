ALTER TABLE `activity_updates` ADD `editors` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `activity_updates` ADD `submitted_by` text;--> statement-breakpoint
ALTER TABLE `deviations` ADD `quarter` integer;--> statement-breakpoint
ALTER TABLE `deviations` ADD `agreed_by` text;--> statement-breakpoint
ALTER TABLE `deviations` ADD `agreed_at` text;--> statement-breakpoint
ALTER TABLE `deviations` ADD `withdrawn_by` text;--> statement-breakpoint
ALTER TABLE `deviations` ADD `withdrawn_at` text;--> statement-breakpoint
DELETE FROM `budget_changes` WHERE `reason` IS NULL AND EXISTS (
	SELECT 1 FROM `budget_changes` AS later WHERE later.activity_id = `budget_changes`.activity_id AND later.reason IS NULL
	AND (later.created_at, later.id) > (`budget_changes`.created_at, `budget_changes`.id));--> statement-breakpoint
UPDATE `budget_changes` SET `valid_from` = max(
	CASE WHEN `reason` IS NULL THEN '' ELSE `valid_from` END,
	(SELECT p.year || '-01-01' FROM programmes p JOIN activities a ON a.programme_id = p.id WHERE a.id = `budget_changes`.activity_id));
