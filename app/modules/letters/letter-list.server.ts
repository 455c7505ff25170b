import { and, asc, gte, lt } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { dayIn, instantOf } from "#app/platform/clock.ts";
import { exportList, type ListFormat } from "#app/platform/export/export-list.server.ts";
import { requirePermission } from "#app/platform/require.ts";
import { letters } from "#db/village/schema/letters.ts";
import { STATE_WORDS } from "./chain-words.ts";

/** Letters that were asked for in a year as a file: who asked for what and how it went; never what stands in them. */
export async function exportLetters(ctx: OfficeCtx, format: ListFormat, year?: number): Promise<Response> {
  requirePermission(ctx, "letters.read");
  const zone = ctx.tenant.timeZone;
  const of = year ?? Number(dayIn(zone, ctx.now).slice(0, 4));
  const rows = await ctx.db
    .select()
    .from(letters)
    .where(
      and(
        gte(letters.askedAt, instantOf(zone, `${of}-01-01`).toISOString()),
        lt(letters.askedAt, instantOf(zone, `${of + 1}-01-01`).toISOString()),
      ),
    )
    .orderBy(asc(letters.askedAt), asc(letters.id));
  const day = (at: string | null) => (at ? new Date(dayIn(zone, new Date(at))) : null);
  const named = rows.filter(({ channel }) => channel !== "office");
  return exportList(
    ctx,
    {
      ...{ key: `surat-${of}`, title: `Surat ${of}`, permission: "letters.read", access: "letters.list" },
      columns: [
        { header: "Diminta", width: 12 },
        { header: "Jenis surat", width: 36 },
        { header: "Untuk", width: 30 },
        { header: "Nomor", width: 28 },
        { header: "Tanggal surat", width: 12 },
        { header: "Keadaan", width: 22 },
        { header: "Dijanjikan", width: 12 },
        { header: "Ditandatangani", width: 14 },
        { header: "Diserahkan", width: 12 },
        { header: "Diminta lewat", width: 14 },
      ],
      rows: named.map((row) => [
        ...[day(row.askedAt), row.title, row.personName, row.numberText],
        row.letterDate ? new Date(row.letterDate) : null,
        STATE_WORDS[row.state === "ready" ? "draft" : row.state].label,
        ...[day(row.promisedAt), day(row.signedAt), day(row.handedAt)],
        row.channel === "resident" ? "akun warga" : "loket",
      ]),
    },
    format,
  );
}
