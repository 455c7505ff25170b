import { and, eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import type { VillageTx } from "#db/open.ts";
import { residents } from "#db/village/schema/population.ts";
import type { HeadInput, MergeInput, SplitInput } from "./event-input.ts";
import type { Values } from "./event-rules.ts";
import { EVENT_WORDS } from "./event-words.ts";
import { rolesUnder } from "./family-role-rules.ts";
import { cardChangeEvents, headChangeEvents } from "./household-plan-rules.ts";
import { makeFamily, placeOf, requireFamily } from "./make-family.server.ts";
import { STATUS } from "./person-rules.ts";
import type { Household } from "./read-household.server.ts";
import { type Recorded, recordAct } from "./record-act.server.ts";
import { requireMembers, requireStays } from "./require-member.server.ts";

/** Some of a card get one of their own, with its head and perhaps without its number yet. */
export async function recordSplit(ctx: OfficeCtx, residentId: string, input: SplitInput): Promise<Recorded> {
  return recordAct(ctx, residentId, input, async (household, tx) => {
    const movers = requireMembers(household, input.siapa);
    if (!input.siapa.includes(input.kepalaKkBaru))
      throw new FieldError("kepalaKkBaru", EVENT_WORDS.headNotAmongMovers);
    requireStays(household.members, input.siapa, input.kepalaBaru);
    const { areaId, address, changes } = await newPlace(tx, household, input);
    const familyId = await makeFamily(ctx, tx, { number: input.nomor, areaId, address });
    const roles = rolesUnder(input.kepalaKkBaru, movers, true);
    const facts = { happenedOn: input.tanggal, note: input.catatan };
    const to = { familyId, roles, place: changes };
    return {
      action: "family.split",
      events: cardChangeEvents(household, movers, to, input.kepalaBaru, facts),
      familyIds: [household.person.familyId, familyId],
      headField: "kepalaBaru",
      details: { day: input.tanggal, familyId },
    };
  });
}

/** Where the new card lies: where the old one does unless told otherwise. */
async function newPlace(tx: VillageTx, { family, person }: Household, input: SplitInput) {
  const address = input.alamat ?? family?.address ?? person.address;
  const changes: Values = input.alamat === null ? {} : { address: input.alamat };
  if (input.wilayah === null) return { areaId: family?.areaId ?? person.areaId, address, changes };
  const place = await placeOf(tx, input.wilayah);
  return { areaId: place.areaId, address, changes: { ...changes, ...place } };
}

/** Some or all of a card go over to another one, which keeps its head. */
export async function recordMerge(ctx: OfficeCtx, residentId: string, input: MergeInput): Promise<Recorded> {
  return recordAct(ctx, residentId, input, async (household, tx) => {
    const movers = requireMembers(household, input.siapa);
    requireStays(household.members, input.siapa, input.kepalaBaru);
    if (input.tujuan === household.person.familyId) throw new FieldError("tujuan", EVENT_WORDS.sameFamily);
    const target = await requireFamily(tx, input.tujuan, "tujuan");
    const head = await findHead(tx, target.id);
    if (!head) throw new FieldError("tujuan", EVENT_WORDS.emptyFamily);
    const roles = new Map(movers.map(({ id }) => [id, input.hubungan]));
    const place = { areaId: head.areaId, hamletId: head.hamletId, address: head.address };
    const facts = { happenedOn: input.tanggal, note: input.catatan };
    return {
      action: "family.merge",
      events: cardChangeEvents(
        household,
        movers,
        { familyId: target.id, roles, place },
        input.kepalaBaru,
        facts,
      ),
      familyIds: [household.person.familyId, target.id],
      headField: "kepalaBaru",
      details: { day: input.tanggal, familyId: target.id },
    };
  });
}

async function findHead(tx: VillageTx, familyId: string) {
  const [head] = await tx
    .select({ areaId: residents.areaId, hamletId: residents.hamletId, address: residents.address })
    .from(residents)
    .where(
      and(eq(residents.familyId, familyId), eq(residents.familyRole, 1), eq(residents.status, STATUS.here)),
    );
  return head ?? null;
}

/** Another member becomes head of the card. */
export async function recordHeadChange(
  ctx: OfficeCtx,
  residentId: string,
  input: HeadInput,
): Promise<Recorded> {
  return recordAct(ctx, residentId, input, (household) => {
    const { members, person } = household;
    if (!members.some(({ id }) => id === input.kepalaBaru))
      throw new FieldError("kepalaBaru", EVENT_WORDS.notMember);
    const facts = { happenedOn: input.tanggal, note: input.catatan };
    const events = headChangeEvents(household, input.kepalaBaru, facts);
    if (events.length === 0) throw new FieldError("kepalaBaru", EVENT_WORDS.isHead);
    return {
      action: "family.change-head",
      events,
      familyIds: [person.familyId],
      headField: "kepalaBaru",
      details: { day: input.tanggal },
    };
  });
}
