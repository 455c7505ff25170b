import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, FieldError, NotFoundError } from "#app/platform/errors.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { type MakeReportInput, makeReport } from "../make-report.server.ts";
import { yearParam } from "../params.ts";
import { parseInstant } from "../report-asof-rules.ts";
import { parseReportFile } from "../report-file-rules.ts";

/** A paper as a file. A PDF opens in the browser, a DOCX is saved; neither is kept by anything on the way. */
export const loader = officeLoader(async ({ ctx, params, url }) => {
  const file = parseReportFile(params.berkas ?? "");
  if (!file) throw new NotFoundError("Laporan dengan nama itu tidak ada.");
  return answer(ctx, {
    year: yearParam(params),
    file,
    chosenDate: url.searchParams.get("per") || null,
    knownAt: parseInstant(url.searchParams.get("menurut")) ?? undefined,
  });
});

/** What can be mended is said on the report page: a bare address has no page of its own to say it on. */
async function answer(ctx: OfficeCtx, input: MakeReportInput): Promise<Response> {
  try {
    const { bytes, mediaType, fileName } = await makeReport(ctx, input);
    const disposition = input.file.format === "pdf" ? "inline" : "attachment";
    return new Response(bytes, {
      headers: {
        "content-type": mediaType,
        "content-length": String(bytes.byteLength),
        "content-disposition": `${disposition}; filename="${fileName}"`,
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    if (!(error instanceof FieldError || error instanceof ConflictError)) throw error;
    return redirectWithFlash(ctx.config, `/kantor/program-kerja/${input.year}/laporan`, error.message);
  }
}
