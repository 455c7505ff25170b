import { redirectWithFlash, seeOther } from "#app/platform/http/flash.ts";
import { residentAction, residentLoader } from "#app/platform/http/handlers.ts";
import { residentHeaders } from "../resident-cookie.ts";
import { endResidentSession } from "../resident-session.server.ts";
import { SIGN_IN_WORDS } from "../words.ts";

export const loader = residentLoader(() => seeOther("/warga"));

export const action = residentAction(async ({ ctx }) => {
  await endResidentSession(ctx.db, ctx.resident.accountId, ctx.resident.sessionId);
  return redirectWithFlash(
    ctx.config,
    "/warga/masuk",
    SIGN_IN_WORDS.signedOut,
    residentHeaders(ctx.config, null),
  );
});
