import { and, desc } from "drizzle-orm";
import { dayCell, dayOfCell, exportedList } from "#app/platform/export/exported-list.ts";
import { letters } from "#db/village/schema/letters.ts";
import { archiveConditions, letterStateLabel, readArchiveFilter } from "./list-letters.server.ts";

const PART_ROWS = 500;
const CHANNELS: Record<Letter["channel"], string> = {
  counter: "loket",
  resident: "akun warga",
  office: "kantor desa",
};

type Letter = typeof letters.$inferSelect;

/** Letters as a list: who asked for what and how it went; never what stands in them. */
export const letterLists = [
  exportedList<Letter>({
    ...{ key: "surat", title: "Surat", page: "/kantor/surat", module: "letters" },
    ...{ permission: "letters.read", access: "letters.list" },
    columns: [
      { header: "Diminta", width: 12, cell: ({ askedAt }, ctx) => dayOfCell(askedAt, ctx) },
      { header: "Jenis surat", width: 36, cell: ({ title }) => title },
      { header: "Untuk", width: 30, cell: ({ personName }) => personName },
      { header: "Nomor", width: 28, cell: ({ numberText }) => numberText },
      { header: "Tanggal surat", width: 12, cell: ({ letterDate }) => dayCell(letterDate) },
      { header: "Keadaan", width: 22, cell: ({ state }) => letterStateLabel(state) },
      { header: "Dijanjikan", width: 12, cell: ({ promisedAt }, ctx) => dayOfCell(promisedAt, ctx) },
      { header: "Ditandatangani", width: 14, cell: ({ signedAt }, ctx) => dayOfCell(signedAt, ctx) },
      { header: "Diserahkan", width: 12, cell: ({ handedAt }, ctx) => dayOfCell(handedAt, ctx) },
      { header: "Diminta lewat", width: 14, cell: ({ channel }) => CHANNELS[channel] },
    ],
    read: async (ctx, query, after) => {
      const rows = await ctx.db
        .select()
        .from(letters)
        .where(and(...archiveConditions({ ...readArchiveFilter(query), after })))
        .orderBy(desc(letters.askedAt), desc(letters.id))
        .limit(PART_ROWS);
      const last = rows.length === PART_ROWS ? rows.at(-1) : null;
      return { rows, next: last ? `${last.askedAt}~${last.id}` : null };
    },
  }),
];
