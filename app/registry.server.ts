import { programmeDue } from "./modules/programme/due.ts";
import { programmeQueue } from "./modules/programme/queue.server.ts";
import type { DeskQueue } from "./platform/desk-queue.ts";
import type { DueHandler } from "./platform/jobs/due.ts";
import { housekeeping } from "./platform/jobs/housekeeping.server.ts";

/** Every kind of work that falls due in villages. A new kind reaches existing villages by `npm run migrate`. */
export const dueHandlers: readonly DueHandler[] = [housekeeping, programmeDue];

/** Every module's part of Meja kerja, in the order in which equals stand. */
export const deskQueues: readonly DeskQueue[] = [programmeQueue];
