import { and, eq, ne } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, FieldError, NotFoundError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { permitPlaces } from "#db/village/schema/services.ts";
import { settings } from "#db/village/schema/village.ts";
import type { ConsentSettingInput, PlaceInput } from "./input.ts";
import { CONSENT_KEY } from "./permit-rules.ts";
import { PLACE_WORDS } from "./words.ts";

/** Adds a place that may be asked for, or changes one; what was asked before keeps its deposit. */
export async function savePlace(ctx: OfficeCtx, input: PlaceInput): Promise<{ id: string }> {
  requirePermission(ctx, "permits.decide");
  return write(ctx, async ({ tx, audit }) => {
    await refuseTaken(tx, input);
    const id = input.id ?? newId(ctx.now);
    const change = {
      kind: input.jenis,
      name: input.nama,
      deposit: input.jaminan,
      isOn: input.id ? input.dipakai === "on" : true,
      updatedAt: ctx.now.toISOString(),
    };
    if (input.id) {
      const [before] = await tx.select().from(permitPlaces).where(eq(permitPlaces.id, id));
      if (!before) throw new NotFoundError(PLACE_WORDS.gone);
      if (before.version !== input.versi) throw new ConflictError(PLACE_WORDS.stale);
      const kind = before.kind;
      await tx
        .update(permitPlaces)
        .set({ ...change, kind, version: before.version + 1 })
        .where(eq(permitPlaces.id, id));
    } else await tx.insert(permitPlaces).values({ id, ...change });
    const details = { nama: input.nama, jaminan: input.jaminan };
    await audit({ action: "permit-place.save", entity: "permit-place", entityId: id, details });
    return { id };
  });
}

async function refuseTaken(tx: VillageTx, { id, jenis, nama }: PlaceInput): Promise<void> {
  const [same] = await tx
    .select({ id: permitPlaces.id })
    .from(permitPlaces)
    .where(
      and(
        eq(permitPlaces.kind, jenis),
        eq(permitPlaces.name, nama),
        id ? ne(permitPlaces.id, id) : undefined,
      ),
    );
  if (same) throw new FieldError("nama", PLACE_WORDS.taken);
}

/** For which kinds neighbours must be asked from now on. */
export async function saveConsentSetting(ctx: OfficeCtx, { jenis }: ConsentSettingInput): Promise<void> {
  requirePermission(ctx, "permits.decide");
  await write(ctx, async ({ tx, audit }) => {
    const set = { value: jenis, updatedAt: ctx.now.toISOString() };
    await tx
      .insert(settings)
      .values({ key: CONSENT_KEY, ...set })
      .onConflictDoUpdate({ target: settings.key, set });
    const details = { jenis: jenis.join(", ") || "tidak ada" };
    await audit({ action: "permit.consent-setting", entity: "settings", entityId: CONSENT_KEY, details });
    return null;
  });
}
