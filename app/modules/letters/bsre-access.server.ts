import type { OfficeCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import { openValue, sealValue } from "#app/platform/keys/sealed-field.ts";
import { type BsreAccess, bsreAddress } from "#app/platform/signing/bsre.ts";
import { LETTER_WORDS } from "./chain-words.ts";
import type { BsreSetting } from "./letter-settings.server.ts";
import { BSRE_ACCESS } from "./sealed-fields.ts";

/** The one row of `signing_services`. */
export const BSRE_ID = "bsre";

/** Address, user and password of the village's service, for its row. */
export async function sealBsre(ctx: OfficeCtx, access: BsreAccess): Promise<BsreSetting> {
  const { address, user, password } = access;
  const { sealed } = await sealValue(ctx.keys, BSRE_ACCESS, JSON.stringify({ user, password }));
  return { address, sealed: sealed ?? "" };
}

/**
 * The same in the clear.
 * @throws FieldError where it is not set, or was sealed under a key that is gone: then it is entered anew
 */
export async function openBsre(ctx: OfficeCtx, setting: BsreSetting | null): Promise<BsreAccess> {
  const address = setting && bsreAddress(setting.address, ctx.config.environment === "test");
  const text = setting && (await openValue(ctx.keys, BSRE_ACCESS, setting.sealed).catch(() => null));
  if (!address || !text) throw new FieldError("", LETTER_WORDS.bsreOff);
  const { user, password } = JSON.parse(text) as Pick<BsreAccess, "user" | "password">;
  return { address, user, password };
}
