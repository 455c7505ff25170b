import type { Tenant } from "#app/context.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import { mayHoldResidentAccounts } from "#app/platform/trial.ts";

/** First line of all that makes or opens a resident's account. @throws ForbiddenError in a village on trial */
export function requireResidentAccounts({ tenant }: { tenant: Tenant }): void {
  if (!mayHoldResidentAccounts(tenant)) throw new ForbiddenError();
}
