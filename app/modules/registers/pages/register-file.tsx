import { requireProfile } from "#app/modules/village/profile.server.ts";
import { dayIn } from "#app/platform/clock.ts";
import { FieldError, NotFoundError } from "#app/platform/errors.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { exportRegister } from "../export-register.server.ts";
import { fileAnswer } from "../file-answer.ts";
import { choiceQuery, parseRegisterFile, readChoice, registerHref } from "../register-rules.ts";
import { REGISTER_WORDS } from "../words.ts";

/** A short register as a file. What can be mended is said on its page: a bare address has no page to say it on. */
export const loader = officeLoader(async ({ ctx, params, url, frame }) => {
  const file = parseRegisterFile(params.berkas ?? "");
  if (!file) throw new NotFoundError(REGISTER_WORDS.noRegister);
  const today = dayIn(ctx.tenant.timeZone, ctx.now);
  const choice = readChoice(file.register, url.searchParams, today);
  try {
    return fileAnswer(await exportRegister(ctx, requireProfile(frame?.profile), { ...file, choice }));
  } catch (error) {
    if (!(error instanceof FieldError)) throw error;
    const query = choiceQuery(file.register, choice, today).toString();
    return redirectWithFlash(ctx.config, `${registerHref(file.register)}?${query}`, error.message);
  }
});
