import type { OfficeCtx } from "#app/context.ts";
import type { Reading } from "./read-together.ts";

/** Something on Meja kerja that leads, in one tap, to the thing itself. */
export interface QueueItem {
  key: string;
  href: string;
  title: string;
  /** Where it belongs and by when, in one line. */
  meta: string | null;
  /** `waiting`: nothing goes on before it is done; `current`: work of these weeks, ready at hand. */
  group: "waiting" | "current";
  /** Said beside it where it is late. */
  isLate: boolean;
  /** Days until it is due, negative when late: the most pressing stands first. */
  daysLeft: number;
}

/** What one module puts into the queue of whoever is signed in; app/registry.server.ts lists all. */
export interface DeskQueue {
  /** Its items are left out while the village has this module switched off; null for what no switch turns off. */
  module: string | null;
  read(ctx: OfficeCtx): Reading<QueueItem[]>;
}
