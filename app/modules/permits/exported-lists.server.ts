import { exportedList } from "#app/platform/export/exported-list.ts";
import { type ListedPermit, listPermits } from "./list-permits.server.ts";
import { KIND_WORDS, momentText, readTab, STATE_WORDS } from "./words.ts";

/** Permits and recommendations of a tab. */
export const permitLists = [
  exportedList<ListedPermit>({
    ...{ key: "izin", title: "Izin dan rekomendasi", page: "/kantor/izin", module: "permits" },
    ...{ permission: "permits.read", access: "permits.list" },
    columns: [
      { header: "Nomor", width: 8, cell: ({ number }) => number },
      { header: "Tahun", width: 8, cell: ({ year }) => year },
      { header: "Jenis", width: 32, cell: ({ kind }) => KIND_WORDS[kind].name },
      { header: "Pemohon", width: 30, cell: ({ applicantName }) => applicantName },
      { header: "Keperluan", width: 40, cell: ({ purpose }) => purpose },
      { header: "Tempat", width: 30, cell: ({ placeName }) => placeName },
      { header: "Mulai", width: 24, cell: ({ fromAt }) => momentText(fromAt) },
      { header: "Sampai", width: 24, cell: ({ untilAt }) => momentText(untilAt) },
      { header: "Keadaan", width: 22, cell: ({ state }) => STATE_WORDS[state].label },
    ],
    read: (ctx, query, after) => listPermits(ctx, readTab(query.get("keadaan")), after),
  }),
];
