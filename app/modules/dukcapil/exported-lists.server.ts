import { dayCell, dayOfCell, exportedList } from "#app/platform/export/exported-list.ts";
import { type ListedForm, listBatches, listForms } from "./list-forms.server.ts";
import { readTab } from "./state-rules.ts";
import { BATCH_STATE_WORDS, FORM_STATE_WORDS } from "./words.ts";

const MODULE = { module: "dukcapil", permission: "dukcapil.read" };

/** Sheets of a tab and batches; what stands in a sheet is on its own page. */
export const dukcapilLists = [
  exportedList<ListedForm>({
    ...{ key: "lembar-dukcapil", title: "Lembar data Dukcapil", page: "/kantor/dukcapil" },
    ...{ ...MODULE, access: "dukcapil.list" },
    columns: [
      { header: "Dibuat", width: 12, cell: ({ createdAt }, ctx) => dayOfCell(createdAt, ctx) },
      { header: "Lembar", width: 12, cell: ({ form }) => form },
      { header: "Atas nama", width: 32, cell: ({ personName }) => personName },
      { header: "Keadaan", width: 18, cell: ({ state }) => FORM_STATE_WORDS[state].label },
      { header: "Selesai", width: 12, cell: ({ finishedOn }) => dayCell(finishedOn) },
      { header: "Alasan dikembalikan", width: 40, cell: ({ returnReason }) => returnReason },
    ],
    read: (ctx, query, after) => listForms(ctx, readTab(query.get("keadaan")), after),
  }),
  exportedList<Awaited<ReturnType<typeof listBatches>>["rows"][number]>({
    ...{ key: "berkas-dukcapil", title: "Berkas pengantar Dukcapil", page: "/kantor/dukcapil/berkas" },
    ...{ ...MODULE, access: null },
    columns: [
      { header: "Nomor", width: 8, cell: ({ number }) => number },
      { header: "Tahun", width: 8, cell: ({ year }) => year },
      { header: "Keadaan", width: 18, cell: ({ state }) => BATCH_STATE_WORDS[state].label },
      { header: "Dikirim", width: 12, cell: ({ sentOn }) => dayCell(sentOn) },
      { header: "Dibawa", width: 30, cell: ({ carriedBy }) => carriedBy },
      { header: "Nomor tanda terima", width: 24, cell: ({ receiptNumber }) => receiptNumber },
    ],
    read: (ctx, _, after) => listBatches(ctx, after),
  }),
];
