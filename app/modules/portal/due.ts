import { dayIn } from "#app/platform/clock.ts";
import { ConflictError } from "#app/platform/errors.ts";
import type { DueHandler } from "#app/platform/jobs/due.ts";
import { isWatched } from "./domain-rules.ts";
import { selectDomains } from "./domains.server.ts";
import { DOMAINS_KIND } from "./domains-kind.ts";
import { nightIn } from "./wake-domains.server.ts";
import { watchDomain } from "./watch-domain.server.ts";

/** With no host of its own nothing is watched; a look a week finds what a wake-up that was lost would have told of. */
const IDLE_DAYS = 7;

/** Looks each night whether the hosts of a village that are served still point here. */
export const domainsDue: DueHandler = {
  kind: DOMAINS_KIND,
  run: async (ctx) => {
    const watched = (await selectDomains(ctx.db)).filter(isWatched);
    const { timeZone } = ctx.tenant;
    const today = dayIn(timeZone, ctx.now);
    for (const row of watched) {
      const isSeen = row.checkedAt !== null && dayIn(timeZone, new Date(row.checkedAt)) === today;
      if (isSeen) continue;
      await watchDomain(ctx, row).catch((error: unknown) => {
        // The resolver is silent: nothing is known, and tomorrow is another night.
        if (!(error instanceof ConflictError)) throw error;
        ctx.log.error("domain.unanswered", error, { host: row.host });
      });
    }
    return { nextDueAt: nightIn(ctx, watched.length > 0 ? 1 : IDLE_DAYS) };
  },
};
