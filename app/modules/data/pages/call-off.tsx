import { redirectWithFlash, seeOther } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { callOffExit } from "../call-off-exit.server.ts";
import { DATA_WORDS } from "../words.ts";

export const loader = officeLoader(() => seeOther("/kantor/data-desa"));

export const action = officeAction(async ({ ctx }) => {
  await callOffExit(ctx);
  return redirectWithFlash(ctx.config, "/kantor/data-desa", DATA_WORDS.exitCalledOff);
});
