import { dayCell, exportedList } from "#app/platform/export/exported-list.ts";
import { type DocumentRow, listDocuments } from "./documents.server.ts";
import { CLASS_NAMES } from "./words.ts";

/** What the village makes known, as the list that it must publish (Perki 1/2021). */
export const informationLists = [
  exportedList<DocumentRow & { hasFile: boolean }>({
    ...{ key: "informasi-publik", title: "Daftar informasi publik", page: "/kantor/informasi/dokumen" },
    ...{ module: "information", permission: "information.handle", access: null },
    columns: [
      { header: "Golongan", width: 20, cell: (row) => CLASS_NAMES[row.class] },
      { header: "Judul", width: 40, cell: ({ title }) => title },
      { header: "Ringkasan", width: 60, cell: ({ summary }) => summary },
      { header: "Tahun", width: 8, cell: ({ year }) => year },
      { header: "Ada berkasnya", width: 12, cell: ({ hasFile }) => hasFile },
      { header: "Diumumkan", width: 12, cell: ({ isPublic }) => isPublic },
      { header: "Dasar pengecualian", width: 40, cell: ({ ground }) => ground },
      { header: "Dikecualikan sampai", width: 14, cell: ({ withheldUntil }) => dayCell(withheldUntil) },
    ],
    read: async (ctx) => ({ rows: await listDocuments(ctx), next: null }),
  }),
];
