import { requireProfile } from "#app/modules/village/profile.server.ts";
import { isDay } from "#app/platform/clock.ts";
import { FieldError, NotFoundError } from "#app/platform/errors.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { parseBookFile } from "../book-file-rules.ts";
import { periodQuery, readPeriod } from "../book-rules.ts";
import { exportBook } from "../export-book.server.ts";
import { todayOf } from "../incoming.server.ts";

/** A book as a file. What can be mended is said on the book's page: a bare address has no page to say it on. */
export const loader = officeLoader(async ({ ctx, params, url, frame }) => {
  const file = parseBookFile(params.berkas ?? "");
  if (!file) throw new NotFoundError("Buku dengan nama itu tidak ada.");
  const period = readPeriod(url.searchParams, Number(todayOf(ctx).slice(0, 4)), isDay);
  try {
    const made = await exportBook(ctx, file, period, requireProfile(frame?.profile));
    const disposition = file.format === "pdf" ? "inline" : "attachment";
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
    return redirectWithFlash(ctx.config, `/kantor/buku/${file.book}?${periodQuery(period)}`, error.message);
  }
});
