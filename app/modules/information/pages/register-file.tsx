import { requireProfile } from "#app/modules/village/profile.server.ts";
import { FieldError, NotFoundError } from "#app/platform/errors.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { exportRegister, REGISTER_FORMATS } from "../export-register.server.ts";

/** The register of a year as a file: `register-2026.pdf`. */
export const loader = officeLoader(async ({ ctx, params, frame }) => {
  const [, year, ending] = /^register-(20\d\d)\.([a-z]+)$/.exec(params.berkas ?? "") ?? [];
  const format = REGISTER_FORMATS.find((each) => each === ending);
  if (!year || !format) throw new NotFoundError("Register dengan nama itu tidak ada.");
  try {
    const made = await exportRegister(ctx, { year: Number(year), format }, requireProfile(frame?.profile));
    const disposition = format === "pdf" ? "inline" : "attachment";
    return new Response(made.bytes, {
      headers: {
        "content-type": made.mediaType,
        "content-length": String(made.bytes.byteLength),
        "content-disposition": `${disposition}; filename="${made.fileName}"`,
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    if (!(error instanceof FieldError)) throw error;
    return redirectWithFlash(ctx.config, "/kantor/informasi", error.message);
  }
});
