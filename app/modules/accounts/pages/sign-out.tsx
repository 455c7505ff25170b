import { setCookie } from "#app/platform/http/cookies.ts";
import { redirectWithFlash, seeOther } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { SESSION_COOKIE } from "#app/platform/http/session-cookie.ts";
import { invalidateSession } from "#app/platform/sessions/sessions.ts";
import { SIGN_IN_WORDS } from "../words.ts";

export const loader = officeLoader(() => seeOther("/kantor"));

export const action = officeAction(async ({ ctx }) => {
  await invalidateSession(ctx.db, ctx.actor.sessionId);
  const headers = new Headers({ "set-cookie": setCookie(ctx.config, SESSION_COOKIE, "", 0) });
  return redirectWithFlash(ctx.config, "/masuk", SIGN_IN_WORDS.signedOut, headers);
});
