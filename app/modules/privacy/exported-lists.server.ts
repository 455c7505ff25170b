import { dayOfCell, exportedList } from "#app/platform/export/exported-list.ts";
import { accessSentence } from "#app/platform/privacy/access-words.ts";
import { ACCESS_WORDS } from "#app/registry.ts";
import { formatDateTime } from "#app/ui/format.ts";
import { type BreachRow, listBreaches } from "./breaches.server.ts";
import { listAccess, readAccessFilter } from "./list-access.server.ts";
import { listRequests, type RequestRow } from "./requests.server.ts";
import { REQUEST_WORDS } from "./words.ts";

const PART_ROWS = 500;

/** What the village shows whoever asks how it guards personal data. */
export const privacyLists = [
  exportedList<Awaited<ReturnType<typeof listAccess>>["rows"][number]>({
    ...{ key: "log-akses", title: "Log akses", page: "/kantor/data-pribadi/akses", module: null },
    ...{ permission: "privacy.read", access: "privacy.access-list" },
    columns: [
      {
        header: "Waktu",
        width: 28,
        cell: ({ at }, ctx) => formatDateTime(new Date(at), ctx.tenant.timeZone),
      },
      { header: "Siapa", width: 28, cell: ({ actorName }) => actorName },
      { header: "Apa", width: 90, cell: (row) => accessSentence(row, ACCESS_WORDS) },
    ],
    read: async (ctx, query, after) => {
      const filter = { ...readAccessFilter(query), beforeId: after };
      const { rows, nextId } = await listAccess(ctx, filter, [], PART_ROWS);
      return { rows, next: nextId };
    },
  }),
  exportedList<RequestRow>({
    ...{ key: "permintaan-data", title: "Permintaan orang atas datanya", module: null },
    ...{
      page: "/kantor/data-pribadi/permintaan",
      permission: "privacy.requests",
      access: "privacy.request-list",
    },
    columns: [
      { header: "Diterima", width: 12, cell: ({ askedAt }, ctx) => dayOfCell(askedAt, ctx) },
      { header: "Nama", width: 32, cell: ({ subjectName }) => subjectName },
      { header: "Permintaan", width: 24, cell: ({ kind }) => REQUEST_WORDS.shortKinds[kind] },
      { header: "Batas jawaban", width: 14, cell: ({ answerDueAt }, ctx) => dayOfCell(answerDueAt, ctx) },
      { header: "Keadaan", width: 18, cell: ({ state }) => REQUEST_WORDS.states[state] },
      { header: "Dijawab", width: 12, cell: ({ answeredAt }, ctx) => dayOfCell(answeredAt, ctx) },
    ],
    read: async (ctx, _, after) => {
      const { open, answered, nextId } = await listRequests(ctx, after);
      return { rows: after ? answered : [...open, ...answered], next: nextId };
    },
  }),
  exportedList<BreachRow>({
    ...{ key: "kegagalan-data", title: "Kegagalan pelindungan data", module: null },
    ...{ page: "/kantor/data-pribadi/insiden", permission: "privacy.breaches", access: null },
    columns: [
      { header: "Diketahui", width: 12, cell: ({ discoveredAt }, ctx) => dayOfCell(discoveredAt, ctx) },
      { header: "Kejadian", width: 60, cell: ({ what }) => what },
      { header: "Data siapa", width: 40, cell: ({ whose }) => whose },
      { header: "Penanganan", width: 60, cell: ({ handling }) => handling },
      { header: "Orang terkena", width: 10, cell: ({ personCount }) => personCount },
      {
        header: "Batas pemberitahuan",
        width: 14,
        cell: ({ noticeDueAt }, ctx) => dayOfCell(noticeDueAt, ctx),
      },
      {
        header: "Orang diberi tahu",
        width: 14,
        cell: ({ subjectsToldAt }, ctx) => dayOfCell(subjectsToldAt, ctx),
      },
      {
        header: "Lembaga diberi tahu",
        width: 14,
        cell: ({ authorityToldAt }, ctx) => dayOfCell(authorityToldAt, ctx),
      },
      { header: "Ditutup", width: 12, cell: ({ closedAt }, ctx) => dayOfCell(closedAt, ctx) },
    ],
    read: async (ctx, _, after) => {
      const { open, closed, nextId } = await listBreaches(ctx, after);
      return { rows: after ? closed : [...open, ...closed], next: nextId };
    },
  }),
];
