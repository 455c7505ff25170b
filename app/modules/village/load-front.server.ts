import type { VillageCtx } from "#app/context.ts";
import { peopleOf, selectPeople } from "#app/modules/accounts/people.server.ts";
import { positionTitle } from "#app/modules/accounts/words.ts";
import { moduleSwitches, villageProfile } from "#db/village/schema/village.ts";
import { brandOf } from "./brand-rules.ts";
import { selectEmblem } from "./emblem.server.ts";
import { type OfficialGroup, officialGroup } from "./official-rules.ts";
import type { ProfileRow } from "./profile.server.ts";
import { requireProfile } from "./profile.server.ts";

export interface Official {
  key: string;
  group: OfficialGroup;
  title: string;
  name: string;
}

/** All that the village's front page shows, in one round trip. Positions that have ended are not among it. */
export async function loadFront(ctx: VillageCtx) {
  const [profiles, emblems, people, switches] = await ctx.db.batch([
    ctx.db.select().from(villageProfile),
    selectEmblem(ctx),
    selectPeople(ctx),
    ctx.db.select().from(moduleSwitches),
  ]);
  const profile = requireProfile(profiles[0]);
  const emblemSrc = emblems[0] && (await ctx.fileUrl(emblems[0], "publik"));
  return {
    profile,
    emblemSrc,
    brand: brandOf(profile, emblemSrc),
    officials: officialsOf(people, profile),
    switches: new Map(switches.map((each) => [each.module, each.isOn])),
  };
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
