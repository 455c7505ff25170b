// Made by `npm run db:generate` from the SQL files beside it.
import type { Migration } from "../../migrate.ts";

export const migrations: readonly Migration[] = [
  {
    "tag": "0000_initial",
    "statements": [
      "CREATE TABLE `dead_letters` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`queue` text NOT NULL,\n\t`body` text NOT NULL,\n\t`reason` text NOT NULL,\n\t`received_at` text NOT NULL\n);",
      "CREATE TABLE `due_jobs` (\n\t`village_id` text NOT NULL,\n\t`kind` text NOT NULL,\n\t`due_at` text NOT NULL,\n\t`leased_until` text,\n\t`attempts` integer DEFAULT 0 NOT NULL,\n\t`last_error` text,\n\tPRIMARY KEY(`village_id`, `kind`)\n);",
      "CREATE INDEX `due_jobs_due` ON `due_jobs` (`due_at`);",
      "CREATE TABLE `sweep_runs` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`sweep` text NOT NULL,\n\t`started_at` text NOT NULL,\n\t`finished_at` text,\n\t`claimed` integer DEFAULT 0 NOT NULL,\n\t`error` text\n);",
      "CREATE TABLE `regions` (\n\t`number` integer PRIMARY KEY NOT NULL,\n\t`code` text NOT NULL,\n\t`level` integer NOT NULL,\n\t`kind` text NOT NULL,\n\t`name` text NOT NULL,\n\t`parent_code` text,\n\t`search_key` text NOT NULL,\n\t`search_name` text NOT NULL,\n\t`search_path` text NOT NULL,\n\t`retired_at` text\n);",
      "CREATE UNIQUE INDEX `regions_code_unique` ON `regions` (`code`);",
      "CREATE INDEX `regions_parent` ON `regions` (`parent_code`,`name`);",
      "CREATE TABLE `rate_limits` (\n\t`subject` text NOT NULL,\n\t`window_start` text NOT NULL,\n\t`count` integer NOT NULL,\n\tPRIMARY KEY(`subject`, `window_start`)\n);",
      "CREATE TABLE `signups` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`idempotency_key` text NOT NULL,\n\t`village_id` text NOT NULL,\n\t`step` text NOT NULL,\n\t`first_account` text,\n\t`leased_until` text,\n\t`attempts` integer DEFAULT 0 NOT NULL,\n\t`last_error` text,\n\t`created_at` text NOT NULL,\n\t`finished_at` text,\n\tFOREIGN KEY (`village_id`) REFERENCES `villages`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE UNIQUE INDEX `signups_key` ON `signups` (`idempotency_key`);",
      "CREATE INDEX `signups_open` ON `signups` (`finished_at`,`leased_until`);",
      "CREATE TABLE `village_hosts` (\n\t`host` text PRIMARY KEY NOT NULL,\n\t`village_id` text NOT NULL,\n\t`kind` text NOT NULL,\n\tFOREIGN KEY (`village_id`) REFERENCES `villages`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE INDEX `village_hosts_village` ON `village_hosts` (`village_id`);",
      "CREATE TABLE `villages` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`slug` text NOT NULL,\n\t`name` text NOT NULL,\n\t`region_code` text NOT NULL,\n\t`state` text NOT NULL,\n\t`trust` text DEFAULT 'unverified' NOT NULL,\n\t`verified_at` text,\n\t`time_zone` text NOT NULL,\n\t`home` text NOT NULL,\n\t`database` text NOT NULL,\n\t`schema_version` integer DEFAULT 0 NOT NULL,\n\t`migration_leased_until` text,\n\t`epoch` integer DEFAULT 1 NOT NULL,\n\t`created_at` text NOT NULL,\n\t`activated_at` text\n);",
      "CREATE UNIQUE INDEX `villages_slug` ON `villages` (`slug`);",
      "CREATE UNIQUE INDEX `villages_region` ON `villages` (`region_code`) WHERE state <> 'erased';"
    ]
  },
  {
    "tag": "0001_region_search",
    "statements": [
      "CREATE VIRTUAL TABLE region_search USING fts5(\n  search_name, search_path, content='regions', content_rowid='number',\n  tokenize='ascii', detail='column', prefix='2 3 4', columnsize=0\n);",
      "CREATE TRIGGER regions_search_insert AFTER INSERT ON regions BEGIN\n  INSERT INTO region_search(rowid, search_name, search_path) VALUES (new.number, new.search_name, new.search_path);\nEND;",
      "CREATE TRIGGER regions_search_update AFTER UPDATE OF search_name, search_path ON regions BEGIN\n  INSERT INTO region_search(region_search, rowid, search_name, search_path)\n    VALUES ('delete', old.number, old.search_name, old.search_path);\n  INSERT INTO region_search(rowid, search_name, search_path) VALUES (new.number, new.search_name, new.search_path);\nEND;",
      "CREATE TRIGGER regions_search_delete AFTER DELETE ON regions BEGIN\n  INSERT INTO region_search(region_search, rowid, search_name, search_path)\n    VALUES ('delete', old.number, old.search_name, old.search_path);\nEND;"
    ]
  },
  {
    "tag": "0002_signup_client_key",
    "statements": [
      "ALTER TABLE `signups` ADD `client_key` text;",
      "CREATE UNIQUE INDEX `signups_client_key` ON `signups` (`client_key`);"
    ]
  }
];
