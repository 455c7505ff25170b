import { redirectWithFlash, seeOther } from "#app/platform/http/flash.ts";
import { oversightAction, oversightLoader } from "#app/platform/http/handlers.ts";
import { oversightBase } from "#app/platform/overseer.ts";
import { noOverseerHeaders } from "../overseer-cookie.ts";
import { signOutOverseer } from "../sign-out-overseer.server.ts";
import { OVERSEER_SIGN_IN_WORDS } from "../words.ts";

export const loader = oversightLoader(({ ctx }) => seeOther(oversightBase(ctx.overseer.kind)));

export const action = oversightAction(async ({ ctx }) => {
  await signOutOverseer(ctx);
  const to = `${oversightBase(ctx.overseer.kind)}/masuk`;
  return redirectWithFlash(ctx.config, to, OVERSEER_SIGN_IN_WORDS.signedOut, noOverseerHeaders(ctx.config));
});
