CREATE INDEX `incoming_letters_answer` ON `incoming_letters` (`answered_by_letter_id`);--> statement-breakpoint
CREATE INDEX `letters_channel` ON `letters` (`channel`,`id`);