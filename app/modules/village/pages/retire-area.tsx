import { redirectWithFlash, seeOther } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { submitForm } from "#app/platform/http/submit-form.ts";
import { areaLabel } from "../area-rules.ts";
import { RetireAreaInput } from "../input.ts";
import { retireArea } from "../retire-area.server.ts";
import { AREA_WORDS } from "../words.ts";

export const loader = officeLoader(() => seeOther("/kantor/pengaturan/wilayah"));

export const action = officeAction(({ ctx, form, params, frame }) => {
  form.set("id", params.id ?? "");
  return submitForm(form, RetireAreaInput, async (input) => {
    const label = areaLabel(await retireArea(ctx, input), frame?.profile?.hamletTerm);
    return redirectWithFlash(ctx.config, "/kantor/pengaturan/wilayah", AREA_WORDS.retired(label));
  });
});
