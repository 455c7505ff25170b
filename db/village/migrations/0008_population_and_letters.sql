CREATE TABLE `dispositions` (
	`id` text PRIMARY KEY NOT NULL,
	`incoming_id` text NOT NULL,
	`to_account_id` text NOT NULL,
	`instruction` text NOT NULL,
	`due_on` text,
	`from_account_id` text NOT NULL,
	`created_at` text NOT NULL,
	`done_at` text,
	`outcome` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`incoming_id`) REFERENCES `incoming_letters`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `dispositions_letter` ON `dispositions` (`incoming_id`);--> statement-breakpoint
CREATE INDEX `dispositions_open` ON `dispositions` (`to_account_id`,`done_at`);--> statement-breakpoint
CREATE TABLE `expeditions` (
	`id` text PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`sent_on` text NOT NULL,
	`letter_id` text,
	`letter_date` text,
	`letter_number` text NOT NULL,
	`content` text NOT NULL,
	`recipient` text NOT NULL,
	`received_by` text,
	`note` text,
	`voided_at` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `expeditions_number` ON `expeditions` (`year`,`number`);--> statement-breakpoint
CREATE TABLE `incoming_letters` (
	`id` text PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	`agenda_number` integer NOT NULL,
	`received_on` text NOT NULL,
	`number` text,
	`written_on` text,
	`sender` text NOT NULL,
	`subject` text NOT NULL,
	`classification` text,
	`nature` text NOT NULL,
	`file_id` text,
	`answer_due_on` text,
	`answered_by_letter_id` text,
	`closed_at` text,
	`closing_note` text,
	`voided_at` text,
	`void_reason` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `incoming_letters_number` ON `incoming_letters` (`year`,`agenda_number`);--> statement-breakpoint
CREATE INDEX `incoming_letters_open` ON `incoming_letters` (`closed_at`,`answer_due_on`);--> statement-breakpoint
CREATE TABLE `letter_classes` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`is_on` integer NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `letter_kinds` (
	`key` text PRIMARY KEY NOT NULL,
	`definition` text NOT NULL,
	`is_own` integer DEFAULT false NOT NULL,
	`is_on` integer NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `letter_numbers` (
	`series` text NOT NULL,
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`state` text NOT NULL,
	`letter_id` text,
	`block_id` text,
	`note` text,
	`at` text NOT NULL,
	PRIMARY KEY(`series`, `year`, `number`)
);
--> statement-breakpoint
CREATE INDEX `letter_numbers_letter` ON `letter_numbers` (`letter_id`);--> statement-breakpoint
CREATE INDEX `letter_numbers_block` ON `letter_numbers` (`block_id`);--> statement-breakpoint
CREATE TABLE `letter_series` (
	`series` text NOT NULL,
	`year` integer NOT NULL,
	`last_number` integer NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`series`, `year`)
);
--> statement-breakpoint
CREATE TABLE `letter_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`letter_id` text NOT NULL,
	`step` text NOT NULL,
	`note` text,
	`by_account_id` text,
	`by_name` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`letter_id`) REFERENCES `letters`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `letter_steps_letter` ON `letter_steps` (`letter_id`,`at`);--> statement-breakpoint
CREATE TABLE `letter_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`letter_id` text NOT NULL,
	`token` text NOT NULL,
	`signature_kind` text NOT NULL,
	`is_trial` integer NOT NULL,
	`file_id` text,
	`signed_file_id` text,
	`signed_at` text,
	`voided_at` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`letter_id`) REFERENCES `letters`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`signed_file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `letter_versions_token` ON `letter_versions` (`token`);--> statement-breakpoint
CREATE INDEX `letter_versions_letter` ON `letter_versions` (`letter_id`);--> statement-breakpoint
CREATE TABLE `letters` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`state` text NOT NULL,
	`channel` text NOT NULL,
	`resident_id` text,
	`person_name` text NOT NULL,
	`person_key` text NOT NULL,
	`subject_id` text,
	`content_sealed` text NOT NULL,
	`purpose` text,
	`requirements` text NOT NULL,
	`classification` text,
	`asked_at` text NOT NULL,
	`promised_at` text,
	`state_since` text NOT NULL,
	`waits_for` text,
	`signature_kind` text,
	`signer_account_id` text,
	`signer_name` text,
	`signer_title` text,
	`series` text,
	`year` integer,
	`number` integer,
	`number_text` text,
	`letter_date` text,
	`valid_until` text,
	`signed_at` text,
	`signed_marked_by` text,
	`signed_photo_id` text,
	`handed_at` text,
	`handed_to` text,
	`cancelled_at` text,
	`cancel_reason` text,
	`return_reason` text,
	`created_by` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`signed_photo_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `letters_state` ON `letters` (`state`,`promised_at`);--> statement-breakpoint
CREATE INDEX `letters_person` ON `letters` (`person_key`,`id`);--> statement-breakpoint
CREATE INDEX `letters_resident` ON `letters` (`resident_id`);--> statement-breakpoint
CREATE INDEX `letters_number` ON `letters` (`series`,`year`,`number`);--> statement-breakpoint
CREATE INDEX `letters_signed` ON `letters` (`signed_at`);--> statement-breakpoint
CREATE INDEX `letters_asked` ON `letters` (`asked_at`,`id`);--> statement-breakpoint
CREATE TABLE `number_blocks` (
	`id` text PRIMARY KEY NOT NULL,
	`series` text NOT NULL,
	`year` integer NOT NULL,
	`from_number` integer NOT NULL,
	`to_number` integer NOT NULL,
	`reason` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`closed_at` text
);
--> statement-breakpoint
CREATE INDEX `number_blocks_series` ON `number_blocks` (`series`,`year`);--> statement-breakpoint
CREATE TABLE `families` (
	`id` text PRIMARY KEY NOT NULL,
	`number_sealed` text,
	`number_index` text,
	`area_id` text,
	`address` text,
	`postal_code` text,
	`issued_on` text,
	`verified_on` text,
	`import_id` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `families_number` ON `families` (`number_index`);--> statement-breakpoint
CREATE INDEX `families_area` ON `families` (`area_id`);--> statement-breakpoint
CREATE TABLE `resident_events` (
	`id` text PRIMARY KEY NOT NULL,
	`resident_id` text NOT NULL,
	`seq` integer NOT NULL,
	`kind` text NOT NULL,
	`happened_on` text NOT NULL,
	`act_id` text NOT NULL,
	`changes` text NOT NULL,
	`sealed` text,
	`details` text NOT NULL,
	`note` text,
	`cancels` text,
	`cancelled_at` text,
	`is_present` integer NOT NULL,
	`hamlet_id` text,
	`family_id` text,
	`family_role` integer,
	`sex` integer NOT NULL,
	`citizenship` integer NOT NULL,
	`is_temporary` integer DEFAULT false NOT NULL,
	`import_id` text,
	`recorded_by` text,
	`recorded_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `resident_events_person` ON `resident_events` (`resident_id`,`happened_on`,`seq`);--> statement-breakpoint
CREATE INDEX `resident_events_day` ON `resident_events` (`happened_on`,`kind`);--> statement-breakpoint
CREATE INDEX `resident_events_act` ON `resident_events` (`act_id`);--> statement-breakpoint
CREATE INDEX `resident_events_import` ON `resident_events` (`import_id`);--> statement-breakpoint
CREATE INDEX `resident_events_order` ON `resident_events` (`seq`);--> statement-breakpoint
CREATE TABLE `resident_import_rows` (
	`id` text PRIMARY KEY NOT NULL,
	`import_id` text NOT NULL,
	`line` integer NOT NULL,
	`sealed` text NOT NULL,
	`outcome` text NOT NULL,
	`reasons` text,
	`resident_id` text,
	`changed_fields` text,
	`kept_fields` text,
	`applied_at` text,
	`applied_version` integer,
	`before_sealed` text,
	FOREIGN KEY (`import_id`) REFERENCES `resident_imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `resident_import_rows_line` ON `resident_import_rows` (`import_id`,`line`);--> statement-breakpoint
CREATE INDEX `resident_import_rows_outcome` ON `resident_import_rows` (`import_id`,`outcome`,`line`);--> statement-breakpoint
CREATE TABLE `resident_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`file_id` text,
	`file_name` text NOT NULL,
	`format` text NOT NULL,
	`state` text NOT NULL,
	`as_of` text NOT NULL,
	`mapping` text,
	`headings` text,
	`row_count` integer DEFAULT 0 NOT NULL,
	`progress` integer DEFAULT 0 NOT NULL,
	`counts` text,
	`error` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`applied_at` text,
	`undone_at` text,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `resident_imports_state` ON `resident_imports` (`state`);--> statement-breakpoint
CREATE TABLE `residents` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`search_name` text NOT NULL,
	`nickname` text,
	`nik_sealed` text,
	`nik_index` text,
	`nik_state` text NOT NULL,
	`sex` integer NOT NULL,
	`birth_place` text,
	`birth_date` text,
	`religion` integer,
	`education` integer,
	`schooling` integer,
	`occupation` integer,
	`marital_status` integer,
	`citizenship` integer NOT NULL,
	`family_id` text,
	`family_role` integer,
	`area_id` text,
	`hamlet_id` text,
	`address` text,
	`current_address` text,
	`father_name` text,
	`father_nik_sealed` text,
	`mother_name` text,
	`mother_nik_sealed` text,
	`blood_type` integer,
	`birth_certificate_sealed` text,
	`passport_sealed` text,
	`passport_ends_on` text,
	`stay_permit_sealed` text,
	`marriage_certificate_sealed` text,
	`married_on` text,
	`divorce_certificate_sealed` text,
	`divorced_on` text,
	`disability` integer,
	`contraception` integer,
	`pregnancy` integer,
	`id_card` integer,
	`recording` integer,
	`ethnicity` text,
	`tag_sealed` text,
	`insurance` integer,
	`insurance_number_sealed` text,
	`latitude` real,
	`longitude` real,
	`phone_sealed` text,
	`note` text,
	`status` integer NOT NULL,
	`status_since` text NOT NULL,
	`origin` text,
	`purpose` text,
	`host` text,
	`stays_until` text,
	`import_id` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`family_id`) REFERENCES `families`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `residents_id_unique` ON `residents` (`id`);--> statement-breakpoint
CREATE INDEX `residents_by_name` ON `residents` (`status`,`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `residents_in_hamlet` ON `residents` (`hamlet_id`,`status`,`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `residents_nik` ON `residents` (`nik_index`);--> statement-breakpoint
CREATE INDEX `residents_family` ON `residents` (`family_id`,`family_role`);--> statement-breakpoint
CREATE INDEX `residents_area` ON `residents` (`area_id`);--> statement-breakpoint
CREATE INDEX `residents_import` ON `residents` (`import_id`);