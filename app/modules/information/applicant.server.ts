import { z } from "zod";
import type { VillageCtx } from "#app/context.ts";
import { openValue, sealValue } from "#app/platform/keys/sealed-field.ts";
import type { RequestInput } from "./input.ts";
import { APPLICANT } from "./sealed-fields.ts";
import { REQUEST_WORDS } from "./words.ts";

const Applicant = z.object({
  name: z.string(),
  address: z.string(),
  contact: z.string(),
  identity: z.string().nullable(),
});

/** Who asks, in the clear. */
export type Applicant = z.infer<typeof Applicant>;

/** What stays of an applicant whose data was removed. */
const ERASED: Applicant = { name: REQUEST_WORDS.erased, address: "-", contact: "-", identity: null };

/** What a form says of who asks, sealed for its column. */
export function sealApplicant({ keys }: Pick<VillageCtx, "keys">, input: RequestInput): Promise<string> {
  const { nama, alamat, kontak, identitas } = input;
  return seal(keys, { name: nama, address: alamat, contact: kontak, identity: identitas });
}

/** The column of somebody who is no longer known. */
export function sealErased({ keys }: Pick<VillageCtx, "keys">): Promise<string> {
  return seal(keys, ERASED);
}

/** Who asks, from the column; whoever calls has checked that he may see it. */
export async function openApplicant({ keys }: Pick<VillageCtx, "keys">, sealed: string): Promise<Applicant> {
  const text = await openValue(keys, APPLICANT, sealed);
  return text === null ? ERASED : Applicant.parse(JSON.parse(text));
}

async function seal(keys: VillageCtx["keys"], applicant: Applicant): Promise<string> {
  const { sealed } = await sealValue(keys, APPLICANT, JSON.stringify(applicant));
  if (sealed === null) throw new Error("nothing was sealed");
  return sealed;
}
