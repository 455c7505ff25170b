import type { OfficeCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { requireTerms } from "#app/platform/privacy/require-terms.ts";
import type { BirthInput } from "./event-input.ts";
import { EVENT_WORDS } from "./event-words.ts";
import { roleOfNewborn } from "./family-role-rules.ts";
import type { Household, Member } from "./read-household.server.ts";
import { type Recorded, recordAct } from "./record-act.server.ts";

const UNMARRIED = 1;
const CITIZEN = 1;
const NO_WORK_YET = 1;
const NO_SCHOOL_YET = 1;

/**
 * A child is born into a card: his parents are chosen from it, and a NIK may come later.
 * @param residentId anybody on the card
 * @returns with `residentId` of the child
 */
export async function recordBirth(ctx: OfficeCtx, residentId: string, input: BirthInput): Promise<Recorded> {
  const childId = newId(ctx.now);
  const recorded = await recordAct(ctx, residentId, input, async (household, tx) => {
    await requireTerms(ctx, tx);
    const { person, family } = household;
    if (!family) throw new FieldError("nama", EVENT_WORDS.noCard(person.name));
    return {
      action: "resident.record-birth",
      events: [
        {
          residentId: childId,
          kind: "birth" as const,
          happenedOn: input.tanggal,
          note: input.catatan,
          changes: childOf(household, input),
          protectedValues: { nik: input.nik },
          details: {
            site: input.tempat,
            birthKind: input.jenis,
            helper: input.penolong,
            reporter: input.pelapor,
          },
        },
      ],
      familyIds: [family.id],
      headField: "nama",
      details: { day: input.tanggal, childId },
    };
  });
  return { ...recorded, residentId: childId };
}

function childOf({ person, members, family }: Household, input: BirthInput) {
  const [father, mother] = [input.ayah, input.ibu].map(
    (id) => members.find((each) => each.id === id) ?? null,
  );
  if (input.ayah && !father) throw new FieldError("ayah", EVENT_WORDS.notMember);
  if (input.ibu && !mother) throw new FieldError("ibu", EVENT_WORDS.notMember);
  const parents = [father, mother].filter((each): each is Member => Boolean(each));
  const near = mother ?? father ?? person;
  return {
    kind: "permanent",
    name: input.nama,
    sex: input.jk,
    birthPlace: input.tempatLahir,
    birthDate: input.tanggal,
    religion: near.religion,
    maritalStatus: UNMARRIED,
    citizenship: CITIZEN,
    occupation: NO_WORK_YET,
    education: NO_SCHOOL_YET,
    familyId: family?.id ?? null,
    familyRole: roleOfNewborn(parents.map(({ familyRole }) => familyRole)),
    fatherName: father?.name ?? null,
    motherName: mother?.name ?? null,
    areaId: near.areaId,
    hamletId: near.hamletId,
    address: near.address,
  };
}
