CREATE TABLE `agenda_items` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`place` text,
	`starts_at` text NOT NULL,
	`ends_at` text,
	`text` text,
	`cancelled_at` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `agenda_items_day` ON `agenda_items` (`starts_at`);--> statement-breakpoint
CREATE TABLE `budget_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	`side` text NOT NULL,
	`name` text NOT NULL,
	`planned` integer NOT NULL,
	`realised` integer,
	`realised_on` text,
	`position` integer NOT NULL,
	`updated_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `budget_lines_year` ON `budget_lines` (`year`,`side`,`position`);--> statement-breakpoint
CREATE TABLE `custom_domains` (
	`id` text PRIMARY KEY NOT NULL,
	`host` text NOT NULL,
	`state` text NOT NULL,
	`findings` text NOT NULL,
	`checked_at` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `custom_domains_host_unique` ON `custom_domains` (`host`);--> statement-breakpoint
CREATE TABLE `information_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`applicant_sealed` text NOT NULL,
	`information` text NOT NULL,
	`purpose` text NOT NULL,
	`way` text NOT NULL,
	`received_on` text NOT NULL,
	`due_on` text NOT NULL,
	`extended_reason` text,
	`state` text NOT NULL,
	`answer` text,
	`ground` text,
	`answered_on` text,
	`file_id` text,
	`channel` text NOT NULL,
	`created_by` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `information_requests_number` ON `information_requests` (`year`,`number`);--> statement-breakpoint
CREATE INDEX `information_requests_open` ON `information_requests` (`state`,`due_on`);--> statement-breakpoint
CREATE TABLE `posts` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`photo_id` text,
	`photo_text` text,
	`has_consent` integer DEFAULT false NOT NULL,
	`state` text NOT NULL,
	`published_at` text,
	`shown_until` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`photo_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `posts_slug_unique` ON `posts` (`slug`);--> statement-breakpoint
CREATE INDEX `posts_public` ON `posts` (`state`,`published_at`);--> statement-breakpoint
CREATE TABLE `public_contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`number` text NOT NULL,
	`note` text,
	`position` integer NOT NULL,
	`updated_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `public_documents` (
	`id` text PRIMARY KEY NOT NULL,
	`class` text NOT NULL,
	`title` text NOT NULL,
	`summary` text,
	`year` integer,
	`file_id` text,
	`ground` text,
	`withheld_until` text,
	`is_public` integer DEFAULT false NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `public_documents_class` ON `public_documents` (`class`,`title`);--> statement-breakpoint
CREATE TABLE `gazette_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`book` text NOT NULL,
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`regulation_id` text,
	`rule_kind` text NOT NULL,
	`rule_number` text NOT NULL,
	`set_on` text NOT NULL,
	`about` text NOT NULL,
	`promulgated_on` text NOT NULL,
	`note` text,
	`voided_at` text,
	`void_reason` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`regulation_id`) REFERENCES `village_regulations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `gazette_entries_number` ON `gazette_entries` (`book`,`year`,`number`);--> statement-breakpoint
CREATE TABLE `head_decrees` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`set_on` text NOT NULL,
	`about` text NOT NULL,
	`summary` text,
	`reported_number` text,
	`reported_on` text,
	`file_id` text,
	`is_public` integer DEFAULT false NOT NULL,
	`note` text,
	`voided_at` text,
	`void_reason` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `head_decrees_day` ON `head_decrees` (`set_on`,`id`);--> statement-breakpoint
CREATE TABLE `inventory_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`kind` text NOT NULL,
	`quantity` integer NOT NULL,
	`happened_on` text NOT NULL,
	`basis` text,
	`note` text,
	`voided_at` text,
	`void_reason` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `inventory_items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `inventory_changes_item` ON `inventory_changes` (`item_id`,`happened_on`);--> statement-breakpoint
CREATE TABLE `inventory_items` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`code` text,
	`quantity` integer NOT NULL,
	`unit` text NOT NULL,
	`origin` text NOT NULL,
	`acquired_on` text NOT NULL,
	`value` integer,
	`place` text,
	`note` text,
	`voided_at` text,
	`void_reason` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `inventory_items_day` ON `inventory_items` (`acquired_on`,`id`);--> statement-breakpoint
CREATE TABLE `official_records` (
	`id` text PRIMARY KEY NOT NULL,
	`term_id` text,
	`name` text NOT NULL,
	`position` text NOT NULL,
	`niap` text,
	`nip_sealed` text,
	`sex` integer NOT NULL,
	`birth_place` text,
	`birth_date` text,
	`religion` integer,
	`rank` text,
	`education` integer,
	`appointed_number` text,
	`appointed_on` text NOT NULL,
	`dismissed_number` text,
	`dismissed_on` text,
	`note` text,
	`voided_at` text,
	`void_reason` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `official_records_day` ON `official_records` (`appointed_on`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `official_records_term` ON `official_records` (`term_id`);--> statement-breakpoint
CREATE TABLE `register_files` (
	`id` text PRIMARY KEY NOT NULL,
	`register` text NOT NULL,
	`choice` text NOT NULL,
	`format` text NOT NULL,
	`state` text NOT NULL,
	`progress` integer DEFAULT 0 NOT NULL,
	`row_count` integer DEFAULT 0 NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`file_id` text,
	`error` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `register_files_state` ON `register_files` (`state`,`updated_at`);--> statement-breakpoint
CREATE TABLE `village_regulations` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`number` text NOT NULL,
	`set_on` text NOT NULL,
	`about` text NOT NULL,
	`summary` text,
	`agreed_on` text,
	`reported_number` text,
	`reported_on` text,
	`file_id` text,
	`is_public` integer DEFAULT false NOT NULL,
	`note` text,
	`voided_at` text,
	`void_reason` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `village_regulations_day` ON `village_regulations` (`set_on`,`id`);--> statement-breakpoint
CREATE TABLE `complaint_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`complaint_id` text NOT NULL,
	`step` text NOT NULL,
	`note` text,
	`by_name` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`complaint_id`) REFERENCES `complaints`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `complaint_steps_of` ON `complaint_steps` (`complaint_id`,`at`);--> statement-breakpoint
CREATE TABLE `complaints` (
	`id` text PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`account_id` text,
	`sender_sealed` text,
	`category` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`hamlet_id` text,
	`photo_id` text,
	`state` text NOT NULL,
	`owner_account_id` text,
	`due_on` text,
	`answer` text,
	`answered_at` text,
	`public_text` text,
	`public_at` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`photo_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `complaints_number` ON `complaints` (`year`,`number`);--> statement-breakpoint
CREATE INDEX `complaints_open` ON `complaints` (`state`,`due_on`);--> statement-breakpoint
CREATE INDEX `complaints_of` ON `complaints` (`account_id`);--> statement-breakpoint
CREATE INDEX `complaints_public` ON `complaints` (`public_at`);--> statement-breakpoint
CREATE TABLE `correction_proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`resident_id` text NOT NULL,
	`account_id` text NOT NULL,
	`field` text NOT NULL,
	`value_sealed` text NOT NULL,
	`reason` text,
	`file_id` text,
	`state` text NOT NULL,
	`answer` text,
	`decided_by` text,
	`decided_at` text,
	`created_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `correction_proposals_state` ON `correction_proposals` (`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `correction_proposals_of` ON `correction_proposals` (`account_id`);--> statement-breakpoint
CREATE TABLE `letter_papers` (
	`id` text PRIMARY KEY NOT NULL,
	`letter_id` text NOT NULL,
	`requirement` integer NOT NULL,
	`file_id` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `letter_papers_letter` ON `letter_papers` (`letter_id`);--> statement-breakpoint
CREATE TABLE `letter_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`letter_id` text NOT NULL,
	`question` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` text NOT NULL,
	`answer` text,
	`answered_at` text,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `letter_questions_letter` ON `letter_questions` (`letter_id`);--> statement-breakpoint
CREATE INDEX `letter_questions_open` ON `letter_questions` (`answered_at`);--> statement-breakpoint
CREATE TABLE `receipt_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`code_hash` text NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `receipt_codes_code_hash_unique` ON `receipt_codes` (`code_hash`);--> statement-breakpoint
CREATE INDEX `receipt_codes_subject` ON `receipt_codes` (`subject`,`subject_id`);--> statement-breakpoint
CREATE TABLE `resident_accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`resident_id` text NOT NULL,
	`password_hash` text NOT NULL,
	`state` text NOT NULL,
	`phone_sealed` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `resident_accounts_resident_id_unique` ON `resident_accounts` (`resident_id`);--> statement-breakpoint
CREATE TABLE `resident_passkeys` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`credential_id` text NOT NULL,
	`public_key` text NOT NULL,
	`counter` integer NOT NULL,
	`name` text NOT NULL,
	`created_at` text NOT NULL,
	`last_used_at` text,
	FOREIGN KEY (`account_id`) REFERENCES `resident_accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `resident_passkeys_credential_id_unique` ON `resident_passkeys` (`credential_id`);--> statement-breakpoint
CREATE INDEX `resident_passkeys_account` ON `resident_passkeys` (`account_id`);--> statement-breakpoint
CREATE TABLE `resident_registrations` (
	`id` text PRIMARY KEY NOT NULL,
	`typed_sealed` text NOT NULL,
	`nik_index` text NOT NULL,
	`password_hash` text NOT NULL,
	`photo_id` text,
	`state` text NOT NULL,
	`reason` text,
	`decided_by` text,
	`decided_at` text,
	`created_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`photo_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `resident_registrations_state` ON `resident_registrations` (`state`,`created_at`);--> statement-breakpoint
CREATE TABLE `resident_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`secret_hash` text NOT NULL,
	`account_id` text NOT NULL,
	`device` text NOT NULL,
	`created_at` text NOT NULL,
	`last_seen_at` text NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `resident_accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `resident_sessions_account` ON `resident_sessions` (`account_id`);--> statement-breakpoint
CREATE INDEX `resident_sessions_expiry` ON `resident_sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `resident_slips` (
	`id` text PRIMARY KEY NOT NULL,
	`resident_id` text NOT NULL,
	`code_hash` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text,
	`revoked_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `resident_slips_code_hash_unique` ON `resident_slips` (`code_hash`);--> statement-breakpoint
CREATE INDEX `resident_slips_resident` ON `resident_slips` (`resident_id`);--> statement-breakpoint
CREATE TABLE `service_ratings` (
	`id` text PRIMARY KEY NOT NULL,
	`letter_id` text NOT NULL,
	`kind` text NOT NULL,
	`score` integer NOT NULL,
	`comment` text,
	`channel` text NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `service_ratings_letter_id_unique` ON `service_ratings` (`letter_id`);--> statement-breakpoint
CREATE INDEX `service_ratings_day` ON `service_ratings` (`created_at`);--> statement-breakpoint
CREATE TABLE `dukcapil_batches` (
	`id` text PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`state` text NOT NULL,
	`sent_on` text,
	`carried_by` text,
	`receipt_number` text,
	`receipt_file_id` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`receipt_file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `dukcapil_batches_number` ON `dukcapil_batches` (`year`,`number`);--> statement-breakpoint
CREATE TABLE `dukcapil_forms` (
	`id` text PRIMARY KEY NOT NULL,
	`form` text NOT NULL,
	`form_version` text NOT NULL,
	`state` text NOT NULL,
	`resident_id` text,
	`family_id` text,
	`event_id` text,
	`person_name` text NOT NULL,
	`content_sealed` text NOT NULL,
	`batch_id` text,
	`return_reason` text,
	`returned_on` text,
	`finished_on` text,
	`result_sealed` text,
	`collected_on` text,
	`collected_by` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`batch_id`) REFERENCES `dukcapil_batches`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `dukcapil_forms_state` ON `dukcapil_forms` (`state`,`updated_at`);--> statement-breakpoint
CREATE INDEX `dukcapil_forms_batch` ON `dukcapil_forms` (`batch_id`);--> statement-breakpoint
CREATE INDEX `dukcapil_forms_resident` ON `dukcapil_forms` (`resident_id`);--> statement-breakpoint
CREATE TABLE `permit_consents` (
	`id` text PRIMARY KEY NOT NULL,
	`permit_id` text NOT NULL,
	`neighbour` text NOT NULL,
	`side` text,
	`agrees` integer NOT NULL,
	`reason` text,
	`recorded_by` text NOT NULL,
	`recorded_at` text NOT NULL,
	FOREIGN KEY (`permit_id`) REFERENCES `permits`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `permit_consents_of` ON `permit_consents` (`permit_id`);--> statement-breakpoint
CREATE TABLE `permit_places` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`deposit` integer DEFAULT 0 NOT NULL,
	`is_on` integer NOT NULL,
	`updated_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `permit_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`permit_id` text NOT NULL,
	`step` text NOT NULL,
	`note` text,
	`by_name` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`permit_id`) REFERENCES `permits`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `permit_steps_of` ON `permit_steps` (`permit_id`,`at`);--> statement-breakpoint
CREATE TABLE `permits` (
	`id` text PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`resident_id` text,
	`applicant_name` text NOT NULL,
	`applicant_sealed` text NOT NULL,
	`purpose` text NOT NULL,
	`place_id` text,
	`place_text` text,
	`from_at` text NOT NULL,
	`until_at` text NOT NULL,
	`deposit` integer DEFAULT 0 NOT NULL,
	`deposit_paid_on` text,
	`deposit_returned_on` text,
	`needs_consent` integer NOT NULL,
	`letter_id` text,
	`decision_note` text,
	`decided_by` text,
	`decided_at` text,
	`returned_condition` text,
	`handed_to` text,
	`handed_on` text,
	`answer_text` text,
	`answered_on` text,
	`created_by` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`place_id`) REFERENCES `permit_places`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `permits_number` ON `permits` (`year`,`number`);--> statement-breakpoint
CREATE INDEX `permits_state` ON `permits` (`state`,`from_at`);--> statement-breakpoint
CREATE INDEX `permits_place` ON `permits` (`place_id`,`from_at`);--> statement-breakpoint
CREATE TABLE `service_standards` (
	`id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`decree_number` text,
	`decree_on` text,
	`adopted_by` text,
	`adopted_at` text,
	`replaced_at` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `service_standards_state` ON `service_standards` (`state`);--> statement-breakpoint
CREATE TABLE `standard_services` (
	`standard_id` text NOT NULL,
	`service` text NOT NULL,
	`name` text NOT NULL,
	`requirements` text NOT NULL,
	`procedure` text,
	`hours` integer,
	`time_text` text NOT NULL,
	`cost` integer DEFAULT 0 NOT NULL,
	`officer` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`standard_id`, `service`),
	FOREIGN KEY (`standard_id`) REFERENCES `service_standards`(`id`) ON UPDATE no action ON DELETE no action
);
