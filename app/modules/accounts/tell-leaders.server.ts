import type { VillageCtx } from "#app/context.ts";
import { tell } from "#app/platform/inbox.ts";
import type { VillageTx } from "#db/open.ts";
import { listHolders } from "./list-holders.server.ts";
import { LEADERS } from "./permissions.ts";
import { LEADER_WORDS, positionTitle } from "./words.ts";

/** What is done about an office of a leader. */
export interface LeaderEvent {
  kind: keyof typeof LEADER_WORDS.told;
  /** Id of the invitation, term or link: each is told of once. */
  id: string;
  /** Who did it, and for whom. */
  by: string;
  name: string;
  position: string;
  status: "definitif" | "pj" | "plt" | "plh";
  /** The person himself, who needs no telling. */
  accountId?: string;
}

/**
 * Tells all who lead the village that somebody gives away or takes the office of a leader: nobody can be kept from
 * opening an invitation for himself under another name, but never behind the others' backs.
 */
export async function tellLeaders(ctx: VillageCtx, tx: VillageTx, event: LeaderEvent): Promise<void> {
  if (!(LEADERS as readonly string[]).includes(event.position)) return;
  const leaders = await listHolders(ctx, tx, "people.manage");
  const title = positionTitle(event.position, event.status);
  await tell(
    ctx,
    tx,
    leaders.filter((id) => id !== event.accountId),
    {
      onceKey: `leader-${event.kind}:${event.id}`,
      title: LEADER_WORDS.title(title),
      body: LEADER_WORDS.told[event.kind](event.by, event.name, title),
      href: "/kantor/perangkat",
    },
  );
}
