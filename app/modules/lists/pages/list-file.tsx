import { FieldError } from "#app/platform/errors.ts";
import { exportList } from "#app/platform/export/export-list.server.ts";
import { listPage } from "#app/platform/export/exported-list.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { getList } from "../get-list.server.ts";

/** A list as a file. What can be mended is said on its page: a bare address has no page to say it on. */
export const loader = officeLoader(async ({ ctx, params, url, frame }) => {
  const { list, format } = getList(params.berkas ?? "", frame?.switches ?? new Map());
  try {
    return await exportList(ctx, list, url.searchParams, format);
  } catch (error) {
    if (!(error instanceof FieldError)) throw error;
    return redirectWithFlash(ctx.config, listPage(list, url.searchParams), error.message);
  }
});
