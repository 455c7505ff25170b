CREATE TABLE `published_indicators` (
	`id` text PRIMARY KEY NOT NULL,
	`village_id` text NOT NULL,
	`region_code` text NOT NULL,
	`indicator` text NOT NULL,
	`period` text NOT NULL,
	`revision` integer NOT NULL,
	`numerator` real,
	`denominator` real,
	`missing` text,
	`approved_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `published_indicators_key` ON `published_indicators` (`village_id`,`indicator`,`period`,`revision`);