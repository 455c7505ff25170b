ALTER TABLE `erasures` ADD `asked_at` text;--> statement-breakpoint
ALTER TABLE `erasures` ADD `proof_hash` text;--> statement-breakpoint
CREATE UNIQUE INDEX `erasures_proof` ON `erasures` (`proof_hash`);