import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import type { Write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { villageProfile } from "#db/village/schema/village.ts";
import { nextVersion } from "./version-rules.ts";
import { SETTINGS_WORDS } from "./words.ts";

export type ProfileRow = typeof villageProfile.$inferSelect;
export type ProfileChange = Partial<Omit<ProfileRow, "id" | "updatedAt">>;

/** What the frame of an office page read, or 404 where sign-up left no profile. */
export function requireProfile(profile: ProfileRow | null | undefined): ProfileRow {
  if (!profile) throw new NotFoundError(SETTINGS_WORDS.noProfile);
  return profile;
}

/** The profile as a form saw it: ConflictError where it was changed since. */
export async function getProfile(tx: VillageTx, version: string): Promise<ProfileRow> {
  const [profile] = await tx.select().from(villageProfile);
  if (requireProfile(profile).updatedAt !== version) throw new ConflictError(SETTINGS_WORDS.stale);
  return requireProfile(profile);
}

/** Changes the profile and tells the audit log which of its fields now say something else. */
export async function changeProfile(
  ctx: OfficeCtx,
  { tx, audit }: Write,
  before: ProfileRow,
  action: string,
  change: ProfileChange,
): Promise<void> {
  const updatedAt = nextVersion(before.updatedAt, ctx.now);
  await tx
    .update(villageProfile)
    .set({ ...change, updatedAt })
    .where(eq(villageProfile.id, before.id));
  const changed = Object.entries(change).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof ProfileRow]),
  );
  await audit({
    action,
    entity: "village-profile",
    entityId: ctx.tenant.villageId,
    details: {
      fields: changed.map(([key]) => key),
      ...shortValues(Object.fromEntries(changed)),
      before: shortValues(Object.fromEntries(changed.map(([key]) => [key, before[key as keyof ProfileRow]]))),
    },
  });
}

const SHORT_LETTERS = 60;

/** Short values stand in the log, long texts only by their names. */
function shortValues(change: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(change).filter(
      ([, value]) => value === null || (typeof value === "string" && value.length <= SHORT_LETTERS),
    ),
  );
}
