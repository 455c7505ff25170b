CREATE TABLE `signing_services` (
	`id` text PRIMARY KEY NOT NULL,
	`address` text NOT NULL,
	`access_sealed` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
INSERT INTO `signing_services` (`id`, `address`, `access_sealed`, `updated_at`)
SELECT 'bsre', json_extract(`value`, '$.address'), json_extract(`value`, '$.sealed'), `updated_at` FROM `settings`
WHERE `key` = 'letters.bsre' AND json_extract(`value`, '$.sealed') IS NOT NULL;
--> statement-breakpoint
DELETE FROM `settings` WHERE `key` = 'letters.bsre';
