CREATE TABLE `dukcapil_batch_forms` (
	`batch_id` text NOT NULL,
	`form_id` text NOT NULL,
	`outcome` text,
	`outcome_on` text,
	`reason` text,
	PRIMARY KEY(`batch_id`, `form_id`),
	FOREIGN KEY (`batch_id`) REFERENCES `dukcapil_batches`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`form_id`) REFERENCES `dukcapil_forms`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `dukcapil_batch_forms_form` ON `dukcapil_batch_forms` (`form_id`);