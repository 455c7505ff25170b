import { and, eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { kindsOf, selectKindRows } from "#app/modules/letters/kinds.server.ts";
import { FieldError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { standardServices } from "#db/village/schema/services.ts";
import type { ServiceInput } from "./input.ts";
import { changeDraft, getDraft, type ServiceRow, serviceOf } from "./standard.server.ts";
import { timeTextOf } from "./standard-rules.ts";
import { STANDARD_WORDS } from "./words.ts";

/** Changes one service of the draft. */
export async function saveService(ctx: OfficeCtx, key: string, input: ServiceInput): Promise<void> {
  requirePermission(ctx, "standard.write");
  await write(ctx, async ({ tx, audit }) => {
    const draft = await getDraft(tx);
    const before = serviceOf(draft, key);
    refuseTwin(draft.services, input.nama, key);
    await refuseFee(tx, key, input.biaya);
    await changeDraft(ctx, tx, draft, input.versi);
    await tx
      .update(standardServices)
      .set(valuesOf(input))
      .where(and(eq(standardServices.standardId, draft.id), eq(standardServices.service, before.service)));
    await audit({ ...audited("standard.save-service", draft.id), details: { nama: input.nama } });
    return null;
  });
}

/** Adds a service that is no letter to the draft. */
export async function addService(ctx: OfficeCtx, input: ServiceInput): Promise<{ service: string }> {
  requirePermission(ctx, "standard.write");
  return write(ctx, async ({ tx, audit }) => {
    const draft = await getDraft(tx);
    refuseTwin(draft.services, input.nama, null);
    await changeDraft(ctx, tx, draft, input.versi);
    const service = newId(ctx.now);
    const position = Math.max(-1, ...draft.services.map((each) => each.position)) + 1;
    await tx.insert(standardServices).values({ ...valuesOf(input), standardId: draft.id, service, position });
    await audit({ ...audited("standard.add-service", draft.id), details: { nama: input.nama } });
    return { service };
  });
}

/** Takes a service out of the draft. */
export async function removeService(ctx: OfficeCtx, key: string, version: number): Promise<void> {
  requirePermission(ctx, "standard.write");
  await write(ctx, async ({ tx, audit }) => {
    const draft = await getDraft(tx);
    const { name } = serviceOf(draft, key);
    await changeDraft(ctx, tx, draft, version);
    await tx
      .delete(standardServices)
      .where(and(eq(standardServices.standardId, draft.id), eq(standardServices.service, key)));
    await audit({ ...audited("standard.remove-service", draft.id), details: { nama: name } });
    return null;
  });
}

function audited(action: string, entityId: string) {
  return { action, entity: "standard", entityId };
}

function valuesOf({ nama, syarat, tata_cara, waktu, waktu_lain, biaya, petugas }: ServiceInput) {
  return {
    name: nama,
    requirements: syarat,
    procedure: tata_cara,
    hours: waktu,
    timeText: waktu === null ? (waktu_lain ?? "") : timeTextOf(waktu),
    cost: biaya,
    officer: petugas,
  };
}

function refuseTwin(services: readonly ServiceRow[], name: string, own: string | null): void {
  const isTaken = services.some(
    (each) => each.service !== own && each.name.toLowerCase() === name.toLowerCase(),
  );
  if (isTaken) throw new FieldError("nama", STANDARD_WORDS.taken);
}

async function refuseFee(tx: VillageTx, key: string, cost: number): Promise<void> {
  if (cost === 0) return;
  const isLetter = kindsOf(await selectKindRows(tx)).some((kind) => kind.key === key);
  if (isLetter) throw new FieldError("biaya", STANDARD_WORDS.freeLetters);
}
