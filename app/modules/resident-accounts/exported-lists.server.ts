import { and, asc, eq, gt } from "drizzle-orm";
import { residentPlace } from "#app/modules/population/search-residents.server.ts";
import { dayOfCell, exportedList } from "#app/platform/export/exported-list.ts";
import { residents } from "#db/village/schema/population.ts";
import { residentAccounts } from "#db/village/schema/residents.ts";

const PART_ROWS = 500;
const STATES = { active: "Aktif", blocked: "Diblokir", closed: "Ditutup" } as const;

interface AccountToTake {
  id: string;
  name: string;
  areaText: string | null;
  state: keyof typeof STATES;
  createdAt: string;
}

/** Which residents have an account: nothing by which they sign in. */
export const residentAccountLists = [
  exportedList<AccountToTake>({
    ...{ key: "akun-warga", title: "Akun warga", page: "/kantor/akun-warga", module: "resident-accounts" },
    ...{ permission: "resident-accounts.manage", access: "resident-accounts.list" },
    columns: [
      { header: "Nama", width: 32, cell: ({ name }) => name },
      { header: "Wilayah", width: 32, cell: ({ areaText }) => areaText },
      { header: "Akun", width: 12, cell: ({ state }) => STATES[state] },
      { header: "Sejak", width: 12, cell: ({ createdAt }, ctx) => dayOfCell(createdAt, ctx) },
    ],
    read: async (ctx, _, after) => {
      const { id, state, createdAt } = residentAccounts;
      const rows = await ctx.db
        .select({ id, name: residents.name, areaText: residentPlace, state, createdAt })
        .from(residents)
        .innerJoin(residentAccounts, eq(residentAccounts.residentId, residents.id))
        .where(and(after ? gt(id, after) : undefined))
        .orderBy(asc(id))
        .limit(PART_ROWS);
      return { rows, next: rows.length === PART_ROWS ? (rows.at(-1)?.id ?? null) : null };
    },
  }),
];
