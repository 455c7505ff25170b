import { programmeDue } from "./modules/programme/due.ts";
import type { DueHandler } from "./platform/jobs/due.ts";
import { housekeeping } from "./platform/jobs/housekeeping.server.ts";

/** Every kind of work that falls due in villages. A new kind reaches existing villages by `npm run migrate`. */
export const dueHandlers: readonly DueHandler[] = [housekeeping, programmeDue];
