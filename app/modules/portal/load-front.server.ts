import { and, asc, desc, eq, gte, isNull, or } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { peopleOf, selectPeople } from "#app/modules/accounts/people.server.ts";
import { positionTitle } from "#app/modules/accounts/words.ts";
import { brandOf } from "#app/modules/village/brand-rules.ts";
import { type OfficialGroup, officialGroup } from "#app/modules/village/official-rules.ts";
import { type ProfileRow, requireProfile } from "#app/modules/village/profile.server.ts";
import { villageFrame } from "#app/modules/village/public-frame.server.ts";
import { reading, readTogether } from "#app/platform/read-together.ts";
import { isModuleOn } from "#app/registry.ts";
import { agendaItems, posts } from "#db/village/schema/portal.ts";
import { selectBudgetYears } from "./budget.server.ts";
import { type ContactRow, selectContacts } from "./contacts.server.ts";
import { todayOf } from "./posts.server.ts";

/** Of each list the front shows the first ones; their own pages show all. */
const MOST_POSTS = 4;
const MOST_AGENDA = 4;

export interface Official {
  key: string;
  group: OfficialGroup;
  title: string;
  name: string;
}

/** All that the village's front page shows, in one round trip. Positions that have ended are not among it. */
export async function loadFront(ctx: VillageCtx) {
  const { frame, people, latest, coming, contacts, years } = await readTogether(ctx.db, {
    frame: villageFrame(ctx),
    people: reading([selectPeople(ctx)], ([rows]) => rows),
    latest: reading([selectLatest(ctx)], ([rows]) => rows),
    coming: reading([selectComing(ctx)], ([rows]) => rows),
    contacts: reading([selectContacts(ctx.db)], ([rows]) => rows),
    years: reading([selectBudgetYears(ctx.db)], ([rows]) => rows),
  });
  const profile = requireProfile(frame.profile);
  const emblemSrc = frame.emblem ? await ctx.fileUrl(frame.emblem, "publik") : undefined;
  const isOn = isModuleOn("portal", frame.switches);
  return {
    profile,
    emblemSrc,
    brand: brandOf(profile, emblemSrc),
    officials: officialsOf(people, profile),
    switches: frame.switches,
    posts: isOn ? latest : [],
    agenda: isOn ? coming : [],
    contacts: isOn ? contacts.map(shownContact) : [],
    budgetYear: isOn ? (years[0]?.year ?? null) : null,
  };
}

/** What the public sees of a number. */
export function shownContact({ id, kind, name, number, note }: ContactRow) {
  return { id, kind, name, number, note };
}

function selectLatest(ctx: VillageCtx) {
  const stillShown = or(isNull(posts.shownUntil), gte(posts.shownUntil, todayOf(ctx)));
  return ctx.db
    .select({ slug: posts.slug, kind: posts.kind, title: posts.title, publishedAt: posts.publishedAt })
    .from(posts)
    .where(and(eq(posts.state, "published"), stillShown))
    .orderBy(desc(posts.publishedAt), desc(posts.id))
    .limit(MOST_POSTS);
}

function selectComing(ctx: VillageCtx) {
  return ctx.db
    .select({
      id: agendaItems.id,
      title: agendaItems.title,
      place: agendaItems.place,
      startsAt: agendaItems.startsAt,
      endsAt: agendaItems.endsAt,
      cancelledAt: agendaItems.cancelledAt,
    })
    .from(agendaItems)
    .where(gte(agendaItems.startsAt, todayOf(ctx)))
    .orderBy(asc(agendaItems.startsAt), asc(agendaItems.id))
    .limit(MOST_AGENDA);
}

function officialsOf(rows: Parameters<typeof peopleOf>[0], profile: ProfileRow): Official[] {
  return peopleOf(rows).flatMap((person) =>
    person.positions.flatMap(({ position, status, areaName }) => {
      const group = officialGroup(position);
      if (!group) return [];
      const title = positionTitle(position, status, profile);
      const key = `${person.accountId}-${position}-${areaName}`;
      return [{ key, group, title: areaName ? `${title} ${areaName}` : title, name: person.name }];
    }),
  );
}
