import { officeLoader } from "#app/platform/http/handlers.ts";
import { XLSX_TYPE } from "#app/platform/image/sniff-type.ts";
import { makeErrorSheet } from "../make-error-sheet.server.ts";

/** Refused rows with their reasons. */
export const loader = officeLoader(async ({ ctx, params }) => {
  const bytes = await makeErrorSheet(ctx, params.id ?? "");
  const headers = {
    "content-type": XLSX_TYPE,
    "content-disposition": 'attachment; filename="perbaikan-impor-penduduk.xlsx"',
    "cache-control": "no-store",
  };
  return new Response(bytes, { headers });
});
