import type { DeskQueue } from "#app/platform/desk-queue.ts";
import { reading } from "#app/platform/read-together.ts";
import { selectWaitingProposals } from "./corrections.server.ts";
import { selectWaiting } from "./registrations.server.ts";

const DAY_MILLIS = 86_400_000;
const DAYS_PROMISED = 3;

/** On Meja kerja: registrations and proposals that wait for a decision. */
export const residentAccountsQueue: DeskQueue = {
  module: "resident-accounts",
  read: (ctx) => {
    if (!ctx.actor.permissions.has("resident-accounts.manage")) return reading([], () => []);
    return reading([selectWaiting(ctx.db), selectWaitingProposals(ctx.db)], ([registrations, proposals]) => [
      ...registrations.map((row) => itemOf(row, "pendaftaran", "Pendaftaran akun warga", ctx.now)),
      ...proposals.map((row) => itemOf(row, "usulan", `Usulan perbaikan data: ${row.name}`, ctx.now)),
    ]);
  },
};

function itemOf(
  { id, createdAt }: { id: string; createdAt: string },
  path: string,
  title: string,
  now: Date,
) {
  const left = DAYS_PROMISED - (now.getTime() - Date.parse(createdAt)) / DAY_MILLIS;
  return {
    key: `${path}:${id}`,
    href: `/kantor/akun-warga/${path}/${id}`,
    title,
    meta: "Menunggu keputusan",
    group: "waiting" as const,
    isLate: left < 0,
    daysLeft: Math.floor(left),
  };
}
