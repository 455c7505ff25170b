import { auditSentence } from "#app/platform/audit-words.ts";
import { dayCell, exportedList } from "#app/platform/export/exported-list.ts";
import { AUDIT_WORDS } from "#app/registry.ts";
import { formatDateTime } from "#app/ui/format.ts";
import { listAuditLog, readAuditFilter } from "./audit-log.server.ts";
import { getRoster, type RosterPerson, type RosterTerm, shownState } from "./roster.server.ts";
import { positionTitle } from "./words.ts";

const PART_ROWS = 500;

type Held = { person: RosterPerson; term: Omit<RosterTerm, "accountId"> | null };

/** Who works here in which office, and who changed what. */
export const accountLists = [
  exportedList<Held>({
    ...{ key: "perangkat", title: "Perangkat", page: "/kantor/perangkat", module: null },
    ...{ permission: "people.read", access: null },
    columns: [
      { header: "Nama", width: 32, cell: ({ person }) => person.name },
      { header: "Jabatan", width: 32, cell: ({ term }) => term && positionTitle(term.position, term.status) },
      { header: "Wilayah", width: 24, cell: ({ term }) => term?.areaName ?? null },
      { header: "Sejak", width: 12, cell: ({ term }) => dayCell(term?.startsOn ?? null) },
      { header: "Sampai", width: 12, cell: ({ term }) => dayCell(term?.endsOn ?? null) },
      { header: "Keputusan", width: 30, cell: ({ term }) => term?.decree ?? null },
      {
        header: "Akun",
        width: 14,
        cell: ({ person }) => (person.state === "dismissed" ? "Diberhentikan" : "Aktif"),
      },
    ],
    read: async (ctx, query) => {
      const { people } = await getRoster(ctx);
      const shown = people.filter(({ state }) => state === shownState(query));
      const rows = shown.flatMap((person): Held[] =>
        person.terms.length > 0 ? person.terms.map((term) => ({ person, term })) : [{ person, term: null }],
      );
      return { rows, next: null };
    },
  }),
  exportedList<Awaited<ReturnType<typeof listAuditLog>>["rows"][number]>({
    ...{ key: "jejak", title: "Jejak perubahan", page: "/kantor/jejak", module: null },
    ...{ permission: "audit.read", access: "audit.list" },
    columns: [
      {
        header: "Waktu",
        width: 28,
        cell: ({ at }, ctx) => formatDateTime(new Date(at), ctx.tenant.timeZone),
      },
      { header: "Siapa", width: 28, cell: ({ actorName }) => actorName },
      { header: "Apa", width: 90, cell: (row) => auditSentence(row, AUDIT_WORDS) },
    ],
    read: async (ctx, query, after) => {
      const filter = { ...readAuditFilter(query), beforeId: after };
      const { rows, nextId } = await listAuditLog(ctx, filter, [], PART_ROWS);
      return { rows, next: nextId };
    },
  }),
];
