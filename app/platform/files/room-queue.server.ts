import type { DeskQueue } from "#app/platform/desk-queue.ts";
import { reading } from "#app/platform/read-together.ts";
import { quotaOf } from "./quota.ts";
import { FILE_WORDS } from "./words.ts";

/** Shares of the room from which the office is told, and from which nothing goes on without more of it. */
const NEARLY_FULL = 0.8;
const FULL = 0.95;

/**
 * A line on Meja kerja of those who answer for the village's settings, while its room for files is nearly used up, as
 * last measured. It asks the database nothing.
 */
export const roomQueue: DeskQueue = {
  module: null,
  read: ({ tenant, actor }) =>
    reading([], () => {
      const [used, quota] = [tenant.fileBytes ?? 0, quotaOf(tenant)];
      const mayAct = actor.permissions.has("village.settings");
      if (!mayAct || used < quota * NEARLY_FULL) return [];
      const isFull = used >= quota * FULL;
      return [
        {
          key: "files.room",
          href: "/kantor/pengaturan",
          title: isFull ? FILE_WORDS.roomFull : FILE_WORDS.roomNearlyFull,
          meta: FILE_WORDS.room(used, quota),
          group: isFull ? ("waiting" as const) : ("current" as const),
          isLate: false,
          daysLeft: isFull ? 0 : 30,
        },
      ];
    }),
};
