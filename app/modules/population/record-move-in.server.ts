import type { OfficeCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { requireTerms } from "#app/platform/privacy/require-terms.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import type { MemberInput, MoveInInput } from "./event-input.ts";
import { EVENT_WORDS } from "./event-words.ts";
import { ROLE } from "./family-role-rules.ts";
import { findDoubts } from "./find-doubts.server.ts";
import { cardDoubts } from "./keep-family.server.ts";
import { makeFamily, placeOf, requireFamily } from "./make-family.server.ts";
import { carryOut, type Recorded } from "./record-act.server.ts";

/** Who came, onto which card, and what speaks against their numbers; the doubts keep nobody out. */
export interface MovedIn extends Recorded {
  familyId: string;
  doubts: string[];
}

/**
 * Somebody moves into the village, alone or with his family: as head of a new card, or onto one that is there. All of
 * them come in one act.
 */
export async function recordMoveIn(ctx: OfficeCtx, input: MoveInInput): Promise<MovedIn> {
  requirePermission(ctx, "population.write");
  return write(ctx, async (work) => {
    await requireTerms(ctx, work.tx);
    const doubts = await doubtsOf(ctx, work.tx, input);
    const card = await cardFor(ctx, work.tx, input);
    const residentId = newId(ctx.now);
    const arrival = {
      kind: "move_in" as const,
      happenedOn: input.tanggal,
      note: input.catatan,
      details: { origin: input.asal },
    };
    const first = { ...arrival, residentId, changes: { ...personOf(input), ...card } };
    const others = membersOf(input).map((row) => ({
      ...arrival,
      residentId: newId(ctx.now),
      changes: { ...memberOf(input, row), ...card, familyRole: row.hubungan },
      protectedValues: { nik: row.nik },
    }));
    const recorded = await carryOut(ctx, work, residentId, {
      action: "resident.record-move-in",
      events: [{ ...first, protectedValues: { nik: input.nik } }, ...others],
      familyIds: [card.familyId],
      headField: "hubungan",
      details: { day: input.tanggal },
    });
    return { ...recorded, familyId: card.familyId, doubts };
  });
}

/** The rows in which somebody stands. */
export function membersOf({ anggota }: MoveInInput): MemberInput[] {
  return anggota.filter((row) => row !== undefined).filter(({ nama }) => nama !== null);
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

function memberOf(input: MoveInInput, row: MemberInput) {
  return {
    ...personOf(input),
    name: row.nama,
    sex: row.jk,
    birthPlace: row.tempatLahir,
    birthDate: row.tanggalLahir,
    maritalStatus: row.kawin,
    occupation: null,
  };
}

/** What speaks against the numbers, by name where several came. */
async function doubtsOf(ctx: OfficeCtx, tx: VillageTx, input: MoveInInput): Promise<string[]> {
  const people = [input, ...membersOf(input)];
  const found = input.nomor && input.kk === null ? await cardDoubts(ctx, tx, input.nomor, null) : [];
  for (const { nama, jk, tanggalLahir, nik } of people) {
    const person = { name: nama ?? "", sex: jk ?? 0, birthDate: tanggalLahir, nik, kk: null };
    const sentences = (await findDoubts(ctx, tx, person, null)).map(({ sentence }) => sentence);
    if (sentences.length > 0) found.push(`${people.length > 1 ? `${nama}: ` : ""}${sentences.join(" ")}`);
  }
  return found;
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
