import { asc, eq, gt, isNull, or } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { mayRead } from "#app/platform/privacy/field-groups.ts";
import { requirePermission } from "#app/platform/require.ts";
import { accounts, positionTerms } from "#db/village/schema/accounts.ts";
import { areas } from "#db/village/schema/village.ts";
import { areaPlace } from "./area.server.ts";
import { openContact } from "./contact.server.ts";
import { maskEmail, maskPhone } from "./identity-rules.ts";
import { selectOpenInvitations } from "./invitation.server.ts";
import { rankOf } from "./people.server.ts";
import { isHeldOn } from "./people-rules.ts";
import { ACCOUNT_PHONE } from "./sealed-fields.ts";
import { canManage, selectStaff, todayIn } from "./staff.server.ts";
import { PEOPLE_WORDS } from "./words.ts";

const termColumns = {
  id: positionTerms.id,
  position: positionTerms.position,
  status: positionTerms.status,
  areaId: positionTerms.areaId,
  areaName: areaPlace,
  startsOn: positionTerms.startsOn,
  endsOn: positionTerms.endsOn,
  decree: positionTerms.decree,
  version: positionTerms.version,
};

function selectTerms(ctx: OfficeCtx, condition = isNull(positionTerms.endsOn)) {
  return ctx.db
    .select({ accountId: positionTerms.accountId, ...termColumns })
    .from(positionTerms)
    .leftJoin(areas, eq(areas.id, positionTerms.areaId))
    .where(condition)
    .orderBy(asc(positionTerms.startsOn), asc(positionTerms.id));
}

export type RosterTerm = Awaited<ReturnType<typeof selectTerms>>[number];

/** Everybody of the office with present and coming positions, and who is invited; one round trip. */
export async function getRoster(ctx: OfficeCtx) {
  requirePermission(ctx, "people.read");
  const notOver = or(isNull(positionTerms.endsOn), gt(positionTerms.endsOn, todayIn(ctx)));
  const [people, terms, invitations, staff] = await ctx.db.batch([
    ctx.db.select().from(accounts).orderBy(asc(accounts.name), asc(accounts.id)),
    selectTerms(ctx, notOver),
    selectOpenInvitations(ctx),
    selectStaff(ctx.db),
  ]);
  const isManager = canManage(ctx, staff);
  const rows = people.map(({ id, name, state, isAdmin }) => ({
    id,
    name,
    state,
    isAdmin,
    terms: terms.filter((term) => term.accountId === id),
  }));
  return {
    people: rows.sort((a, b) => rankOf(a.terms) - rankOf(b.terms)),
    invitations: isManager ? invitations : [],
    canManage: isManager,
  };
}

/** Whom an address shows: those at work, or those dismissed. */
export function shownState(query: URLSearchParams): "active" | "dismissed" {
  return query.get("tampil") === "berhenti" ? "dismissed" : "active";
}

export type RosterPerson = Awaited<ReturnType<typeof getRoster>>["people"][number];

/** One person with masked contact and all positions, past ones too, the areas to choose from, and whether the actor may change him. */
export async function getPerson(ctx: OfficeCtx, accountId: string) {
  requirePermission(ctx, "people.read");
  const [people, terms, choices, staff] = await ctx.db.batch([
    ctx.db.select().from(accounts).where(eq(accounts.id, accountId)),
    selectTerms(ctx, eq(positionTerms.accountId, accountId)),
    selectAreaChoices(ctx),
    selectStaff(ctx.db),
  ]);
  const person = people[0];
  if (!person) throw new NotFoundError(PEOPLE_WORDS.gone);
  const { id, name, state, isAdmin, createdAt } = person;
  const { phone, email } = await openContact(ctx.keys, person);
  const today = todayIn(ctx);
  return {
    id,
    name,
    phone: phone && maskPhone(phone),
    email: email && maskEmail(email),
    state,
    isAdmin,
    createdAt,
    terms: terms.map((term) => ({
      ...term,
      isHeld: isHeldOn(term, today),
      isOver: term.endsOn !== null && term.endsOn <= today,
    })),
    areas: choices,
    today,
    isHead: terms.some((term) => term.position === "kepala-desa" && isHeldOn(term, today)),
    isSelf: id === ctx.actor.accountId,
    canReveal: mayRead(ctx.actor.permissions, ACCOUNT_PHONE.group),
    canManage: canManage(ctx, staff),
  };
}

export type PersonTerm = Awaited<ReturnType<typeof getPerson>>["terms"][number];

/** One term of a person, for its own page; NotFoundError where it is another person's. */
export function termOf<Term extends { id: string }>(
  person: { terms: readonly Term[] },
  termId: string,
): Term {
  const term = person.terms.find((each) => each.id === termId);
  if (!term) throw new NotFoundError(PEOPLE_WORDS.gone);
  return term;
}

/** Query for the dusun, RW and RT that a position can look after. For a batch. */
export function selectAreaChoices(ctx: OfficeCtx) {
  return ctx.db
    .select({ id: areas.id, kind: areas.kind, name: areaPlace })
    .from(areas)
    .where(isNull(areas.retiredAt))
    .orderBy(asc(areas.kind), asc(areas.name));
}

/** What the invitation form needs; one round trip. */
export async function getInviteChoices(ctx: OfficeCtx) {
  const [choices, staff] = await ctx.db.batch([selectAreaChoices(ctx), selectStaff(ctx.db)]);
  return { areas: choices, canManage: canManage(ctx, staff), today: todayIn(ctx) };
}
