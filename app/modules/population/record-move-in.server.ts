import type { OfficeCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { requireTerms } from "#app/platform/privacy/require-terms.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import type { MoveInInput } from "./event-input.ts";
import { EVENT_WORDS } from "./event-words.ts";
import { ROLE } from "./family-role-rules.ts";
import { makeFamily, placeOf, requireFamily } from "./make-family.server.ts";
import { carryOut, type Recorded } from "./record-act.server.ts";

/**
 * Somebody moves into the village: as head of a new card, or onto one that is there. A family comes one by one, the head
 * first, each of the others onto the card that was made with him.
 */
export async function recordMoveIn(
  ctx: OfficeCtx,
  input: MoveInInput,
): Promise<Recorded & { familyId: string }> {
  requirePermission(ctx, "population.write");
  return write(ctx, async (work) => {
    await requireTerms(ctx, work.tx);
    const residentId = newId(ctx.now);
    const card = await cardFor(ctx, work.tx, input);
    const recorded = await carryOut(ctx, work, residentId, {
      action: "resident.record-move-in",
      events: [
        {
          residentId,
          kind: "move_in",
          happenedOn: input.tanggal,
          note: input.catatan,
          changes: { ...personOf(input), ...card },
          protectedValues: { nik: input.nik },
          details: { origin: input.asal },
        },
      ],
      familyIds: [card.familyId],
      headField: "hubungan",
      details: { day: input.tanggal },
    });
    return { ...recorded, familyId: card.familyId };
  });
}

function personOf(input: MoveInInput) {
  return {
    kind: "permanent",
    name: input.nama,
    sex: input.jk,
    birthPlace: input.tempatLahir,
    birthDate: input.tanggalLahir,
    religion: input.agama,
    maritalStatus: input.kawin,
    occupation: input.pekerjaan,
    citizenship: input.warga,
    origin: input.asal,
  };
}

async function cardFor(ctx: OfficeCtx, tx: VillageTx, input: MoveInInput) {
  if (input.kk) {
    if (!input.hubungan) throw new FieldError("hubungan", EVENT_WORDS.roleMissing);
    const card = await requireFamily(tx, input.kk, "hubungan");
    const place = card.areaId ? await placeOf(tx, card.areaId) : {};
    return { familyId: card.id, familyRole: input.hubungan, address: card.address, ...place };
  }
  if (!input.wilayah) throw new FieldError("wilayah", EVENT_WORDS.areaMissing);
  const place = await placeOf(tx, input.wilayah);
  const familyId = await makeFamily(ctx, tx, {
    number: input.nomor,
    areaId: place.areaId,
    address: input.alamat,
  });
  return { familyId, familyRole: ROLE.head, address: input.alamat, ...place };
}
