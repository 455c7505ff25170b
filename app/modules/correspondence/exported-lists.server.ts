import { letterStateLabel } from "#app/modules/letters/list-letters.server.ts";
import { dayCell, dayOfCell, exportedList, withPlace } from "#app/platform/export/exported-list.ts";
import { type IncomingListRow, listIncoming } from "./list-incoming.server.ts";
import { listOfficial } from "./list-official.server.ts";
import { readListFilter } from "./list-rules.ts";
import { NATURE_NAMES, STATE_NAMES } from "./words.ts";

const MODULE = { module: "correspondence", permission: "mail.read", access: "correspondence.list" };

/** What came in and what the office wrote, as lists; secret letters as whoever takes them may read them. */
export const mailLists = [
  exportedList<IncomingListRow>({
    ...{ key: "surat-masuk", title: "Surat masuk", page: "/kantor/buku/masuk", ...MODULE },
    columns: [
      { header: "Nomor agenda", width: 10, cell: ({ agendaNumber }) => agendaNumber },
      { header: "Tahun", width: 8, cell: ({ year }) => year },
      { header: "Diterima", width: 12, cell: ({ receivedOn }) => dayCell(receivedOn) },
      { header: "Pengirim", width: 32, cell: ({ sender }) => sender },
      { header: "Nomor surat", width: 28, cell: ({ number }) => number },
      { header: "Perihal", width: 48, cell: ({ subject }) => subject },
      { header: "Sifat", width: 10, cell: ({ nature }) => NATURE_NAMES[nature] },
      { header: "Batas jawaban", width: 14, cell: ({ answerDueOn }) => dayCell(answerDueOn) },
      { header: "Disposisi", width: 10, cell: ({ dispositions }) => dispositions.all },
      { header: "Disposisi selesai", width: 10, cell: ({ dispositions }) => dispositions.done },
      { header: "Keadaan", width: 24, cell: ({ state }) => STATE_NAMES[state] },
    ],
    read: (ctx, query, after) => listIncoming(ctx, readListFilter(withPlace(query, "setelah", after))),
  }),
  exportedList<Awaited<ReturnType<typeof listOfficial>>["rows"][number]>({
    ...{ key: "surat-keluar", title: "Surat keluar", page: "/kantor/buku/keluar", ...MODULE },
    columns: [
      { header: "Ditulis", width: 12, cell: ({ createdAt }, ctx) => dayOfCell(createdAt, ctx) },
      { header: "Surat", width: 32, cell: ({ title }) => title },
      { header: "Ditujukan kepada", width: 32, cell: ({ personName }) => personName },
      { header: "Nomor", width: 28, cell: ({ numberText }) => numberText },
      { header: "Tanggal surat", width: 12, cell: ({ letterDate }) => dayCell(letterDate) },
      { header: "Keadaan", width: 24, cell: ({ state }) => letterStateLabel(state) },
      { header: "Menjawab surat masuk", width: 16, cell: ({ answersNumber }) => answersNumber },
    ],
    read: (ctx, query, after) => listOfficial(ctx, officialWords(query), after),
  }),
];

function officialWords(query: URLSearchParams): string {
  return (query.get("cari") ?? "").trim().slice(0, 100);
}
