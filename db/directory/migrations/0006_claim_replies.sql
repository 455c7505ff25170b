CREATE TABLE `claim_replies` (
	`id` text PRIMARY KEY NOT NULL,
	`claim_id` text NOT NULL,
	`village_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`position` text NOT NULL,
	`statement` text NOT NULL,
	`letter_key` text,
	`letter_type` text,
	`at` text NOT NULL,
	`state` text NOT NULL,
	`decided_by` text,
	`decided_at` text,
	`reason` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `claim_replies_claim` ON `claim_replies` (`claim_id`,`at`);--> statement-breakpoint
CREATE INDEX `claim_replies_village` ON `claim_replies` (`village_id`);--> statement-breakpoint
CREATE INDEX `claim_replies_open` ON `claim_replies` (`state`,`at`);