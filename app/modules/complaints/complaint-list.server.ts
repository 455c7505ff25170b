import { asc, eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { exportList, type ListFormat } from "#app/platform/export/export-list.server.ts";
import { requirePermission } from "#app/platform/require.ts";
import { accounts } from "#db/village/schema/accounts.ts";
import { complaints } from "#db/village/schema/residents.ts";
import { categoryLabel } from "./complaint-rules.ts";
import { STATE_WORDS } from "./words.ts";

/** The register of complaints as a file, without who sent them. */
export async function exportComplaints(ctx: OfficeCtx, format: ListFormat): Promise<Response> {
  requirePermission(ctx, "complaints.read");
  const rows = await ctx.db
    .select({ complaint: complaints, owner: accounts.name })
    .from(complaints)
    .leftJoin(accounts, eq(accounts.id, complaints.ownerAccountId))
    .orderBy(asc(complaints.year), asc(complaints.number));
  const day = (text: string | null) => (text ? new Date(text) : null);
  return exportList(
    ctx,
    {
      ...{ key: "pengaduan", title: "Pengaduan", permission: "complaints.read", access: "complaints.list" },
      columns: [
        { header: "Nomor", width: 8 },
        { header: "Tahun", width: 8 },
        { header: "Diterima", width: 12 },
        { header: "Tentang", width: 24 },
        { header: "Pokok", width: 40 },
        { header: "Isi", width: 60 },
        { header: "Petugas", width: 24 },
        { header: "Batas jawaban", width: 14 },
        { header: "Keadaan", width: 20 },
        { header: "Dijawab", width: 12 },
        { header: "Jawaban", width: 60 },
      ],
      rows: rows.map(({ complaint: row, owner }) => [
        ...[row.number, row.year, day(row.createdAt), categoryLabel(row.category), row.subject, row.text],
        ...[owner, day(row.dueOn), STATE_WORDS[row.state].label, day(row.answeredAt), row.answer],
      ]),
    },
    format,
  );
}
