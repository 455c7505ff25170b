import { asc, desc, eq, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { maskNumber } from "#app/modules/population/nik-rules.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { permitConsents, permitPlaces, permitSteps, permits } from "#db/village/schema/services.ts";
import { isPossible, isRecommendation, lacksConsent, numberText, type PermitAction } from "./permit-rules.ts";
import { openApplicant, todayOf } from "./permits.server.ts";
import { PERMIT_WORDS } from "./words.ts";

const other = sql.raw("other");

/** Query for granted permits that stand in the way of one: the number and time of each. */
function selectInTheWay({ db }: OfficeCtx, id: string) {
  return db.all<{ id: string; number: number; fromAt: string; untilAt: string }>(sql`
    SELECT other.id, other.number, other.from_at AS fromAt, other.until_at AS untilAt
    FROM ${permits} JOIN ${permits} ${other} ON other.place_id = permits.place_id AND other.id <> permits.id
      AND other.state IN ('granted', 'in-use')
      AND other.from_at < permits.until_at AND permits.from_at < other.until_at
    WHERE permits.id = ${id} AND permits.state = 'asked' ORDER BY other.from_at`);
}

/**
 * A permit with who asked (his NIK masked), what neighbours said, its history and what may be done; one round trip.
 * @throws NotFoundError where there is no such permit
 */
export async function loadPermit(ctx: OfficeCtx, id: string) {
  requirePermission(ctx, "permits.read");
  const { db } = ctx;
  const [[found], consents, steps, inTheWay, places] = await db.batch([
    db
      .select({ permit: permits, placeName: permitPlaces.name })
      .from(permits)
      .leftJoin(permitPlaces, eq(permitPlaces.id, permits.placeId))
      .where(eq(permits.id, id)),
    db
      .select()
      .from(permitConsents)
      .where(eq(permitConsents.permitId, id))
      .orderBy(asc(permitConsents.recordedAt)),
    db
      .select()
      .from(permitSteps)
      .where(eq(permitSteps.permitId, id))
      .orderBy(desc(permitSteps.at), sql`rowid DESC`),
    selectInTheWay(ctx, id),
    db.select().from(permitPlaces).where(eq(permitPlaces.isOn, true)).orderBy(asc(permitPlaces.name)),
  ]);
  if (!found) throw new NotFoundError(PERMIT_WORDS.gone);
  const { applicantSealed: _, ...permit } = found.permit;
  const applicant = await openApplicant(ctx, found.permit);
  const { permissions } = ctx.actor;
  const may = (action: PermitAction, permission = "permits.write") =>
    permissions.has(permission) && isPossible(action, permit);
  return {
    permit,
    numberText: numberText(permit, todayOf({ ...ctx, now: new Date(permit.createdAt) })),
    placeName: found.placeName ?? permit.placeText,
    applicant: {
      nik: maskNumber(applicant.nik),
      address: applicant.address,
      phone: permissions.has("data.contact") ? applicant.phone : maskNumber(applicant.phone),
    },
    consents,
    lacksConsent: lacksConsent(permit, consents),
    steps,
    inTheWay,
    places: places.filter(({ kind }) => kind === permit.kind),
    isRecommendation: isRecommendation(permit.kind),
    today: todayOf(ctx),
    zone: ctx.tenant.timeZone,
    may: {
      change: may("change"),
      consent: may("consent"),
      grant: may("grant", "permits.decide") && inTheWay.length === 0,
      refuse: may("refuse", "permits.decide"),
      pay: may("pay"),
      open: may("open") && (permit.deposit === 0 || permit.depositPaidOn !== null),
      return: may("return"),
      refund: may("refund"),
      handOver: may("hand-over"),
      answer: may("answer"),
      cancel: may("cancel"),
      print: permit.decidedAt !== null && permit.state !== "refused",
      slip: permissions.has("permits.write"),
    },
  };
}

/** Places that may be asked for, by name. */
export function selectPlaces({ db }: OfficeCtx) {
  return db
    .select()
    .from(permitPlaces)
    .where(eq(permitPlaces.isOn, true))
    .orderBy(asc(permitPlaces.kind), asc(permitPlaces.name));
}
