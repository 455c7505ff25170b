import type { VillageCtx } from "#app/context.ts";
import { sealErased } from "./applicant.server.ts";
import { ERASED_PURPOSE } from "./requests.server.ts";

/** Columns of a request whose applicant is no longer known; what was asked for and how it was answered stays. */
export async function eraseApplicant(ctx: Pick<VillageCtx, "keys">) {
  return { applicantSealed: await sealErased(ctx), purpose: ERASED_PURPOSE };
}
