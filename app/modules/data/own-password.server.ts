import type { OfficeCtx } from "#app/context.ts";
import { forgetOwnAttempts, tryOwnPassword } from "#app/modules/accounts/attempts.server.ts";
import { FieldError } from "#app/platform/errors.ts";
import { DATA_WORDS } from "./words.ts";

/** Asks for the own password once more, before what can't be taken back. Throws FieldError, LimitError. */
export async function requireOwnPassword(ctx: OfficeCtx, password: string): Promise<void> {
  if (!(await tryOwnPassword(ctx, password))) throw new FieldError("kata_sandi", DATA_WORDS.wrongPassword);
  await forgetOwnAttempts(ctx);
}
