import type { DueHandler } from "../jobs/due.ts";
import type { SealedField } from "./sealed-field.ts";
import { turnKeys } from "./turn-keys.ts";

/** Names the row in the directory under which a village's keys are turned. */
export const KEYS_KIND = "keys";

/** Carries plain values over, and a rotation on, in one village. */
export function keysDue(fields: readonly SealedField[]): DueHandler {
  return {
    kind: KEYS_KIND,
    run: async (ctx) => ({
      nextDueAt: await turnKeys({
        directory: ctx.directory,
        owner: ctx.tenant.villageId,
        freshKeys: () => ctx.keysOf(ctx.tenant.villageId),
        db: ctx.db,
        fields,
        log: ctx.log,
        now: ctx.now,
      }),
    }),
  };
}
