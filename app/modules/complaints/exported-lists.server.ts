import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { dayCell, dayOfCell, exportedList } from "#app/platform/export/exported-list.ts";
import { accounts } from "#db/village/schema/accounts.ts";
import { complaints } from "#db/village/schema/residents.ts";
import { categoryLabel } from "./complaint-rules.ts";
import { STATE_WORDS } from "./words.ts";

const PART_ROWS = 500;

/** The register of complaints, without who sent them. */
export const complaintLists = [
  exportedList<{ complaint: typeof complaints.$inferSelect; owner: string | null }>({
    ...{ key: "pengaduan", title: "Pengaduan", page: "/kantor/pengaduan", module: "complaints" },
    ...{ permission: "complaints.read", access: "complaints.list" },
    columns: [
      { header: "Nomor", width: 8, cell: ({ complaint }) => complaint.number },
      { header: "Tahun", width: 8, cell: ({ complaint }) => complaint.year },
      { header: "Diterima", width: 12, cell: ({ complaint }, ctx) => dayOfCell(complaint.createdAt, ctx) },
      { header: "Tentang", width: 24, cell: ({ complaint }) => categoryLabel(complaint.category) },
      { header: "Pokok", width: 40, cell: ({ complaint }) => complaint.subject },
      { header: "Isi", width: 60, cell: ({ complaint }) => complaint.text },
      { header: "Petugas", width: 24, cell: ({ owner }) => owner },
      { header: "Batas jawaban", width: 14, cell: ({ complaint }) => dayCell(complaint.dueOn) },
      { header: "Keadaan", width: 20, cell: ({ complaint }) => STATE_WORDS[complaint.state].label },
      { header: "Dijawab", width: 12, cell: ({ complaint }, ctx) => dayOfCell(complaint.answeredAt, ctx) },
      { header: "Jawaban", width: 60, cell: ({ complaint }) => complaint.answer },
    ],
    read: async (ctx, query, after) => {
      const [year, number] = (after ?? "").split("-").map(Number);
      const rows = await ctx.db
        .select({ complaint: complaints, owner: accounts.name })
        .from(complaints)
        .leftJoin(accounts, eq(accounts.id, complaints.ownerAccountId))
        .where(
          and(
            query.get("hanya") === "terbuka" ? inArray(complaints.state, ["new", "assigned"]) : undefined,
            after ? sql`(${complaints.year}, ${complaints.number}) < (${year}, ${number})` : undefined,
          ),
        )
        .orderBy(desc(complaints.year), desc(complaints.number))
        .limit(PART_ROWS);
      const last = rows.length === PART_ROWS ? rows.at(-1)?.complaint : null;
      return { rows, next: last ? `${last.year}-${last.number}` : null };
    },
  }),
];
