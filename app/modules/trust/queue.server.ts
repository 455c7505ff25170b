import { dayIn } from "#app/platform/clock.ts";
import type { DeskQueue } from "#app/platform/desk-queue.ts";
import { reading } from "#app/platform/read-together.ts";
import { trialDaysLeft } from "#app/platform/trial.ts";
import { formatDate } from "#app/ui/format.ts";
import { TRIAL_WORDS } from "./words.ts";

/** Days before its end from which a trial stands among what nothing goes on without. */
const PRESSING_DAYS = 14;

/** A line on Meja kerja while the village is in its trial: the days left, and what to do. It asks the database nothing. */
export const trialQueue: DeskQueue = {
  module: null,
  read: ({ tenant, actor, now }) =>
    reading([], () => {
      const daysLeft = trialDaysLeft(tenant.trialEndsAt, now);
      const mayAsk = actor.permissions.has("village.settings");
      if (daysLeft === null || tenant.trialEndsAt === null || tenant.isSuspended || !mayAsk) return [];
      const endsOn = formatDate(dayIn(tenant.timeZone, new Date(tenant.trialEndsAt)));
      return [
        {
          key: "trust.trial",
          href: "/kantor/verifikasi",
          title: TRIAL_WORDS.line(daysLeft),
          meta: TRIAL_WORDS.meta(endsOn),
          group: daysLeft <= PRESSING_DAYS ? ("waiting" as const) : ("current" as const),
          isLate: false,
          daysLeft,
        },
      ];
    }),
};
