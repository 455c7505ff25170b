// Made by `npm run db:generate` from the SQL files beside it.
import type { Migration } from "../../migrate.ts";

export const migrations: readonly Migration[] = [
  {
    "tag": "0000_initial",
    "statements": [
      "CREATE TABLE `published_indicators` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`village_id` text NOT NULL,\n\t`region_code` text NOT NULL,\n\t`indicator` text NOT NULL,\n\t`period` text NOT NULL,\n\t`revision` integer NOT NULL,\n\t`numerator` real,\n\t`denominator` real,\n\t`missing` text,\n\t`approved_at` text NOT NULL\n);",
      "CREATE UNIQUE INDEX `published_indicators_key` ON `published_indicators` (`village_id`,`indicator`,`period`,`revision`);"
    ]
  }
];
