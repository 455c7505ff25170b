import { dayOfCell, exportedList } from "#app/platform/export/exported-list.ts";
import { type AgendaRow, listAgenda } from "./agenda.server.ts";
import { type BudgetRow, loadBudget } from "./budget.server.ts";
import { listPosts } from "./load-posts.server.ts";
import { yearParam } from "./params.ts";
import { POST_KIND_NAMES, POST_STATE_NAMES, SIDE_NAMES } from "./words.ts";

const MODULE = { module: "portal", permission: "portal.read", access: null };

/** What the village tells everybody, as the office keeps it. */
export const portalLists = [
  exportedList<Awaited<ReturnType<typeof listPosts>>[number]>({
    ...{ key: "tulisan", title: "Berita dan pengumuman", page: "/kantor/halaman-desa", ...MODULE },
    columns: [
      { header: "Judul", width: 48, cell: ({ title }) => title },
      { header: "Jenis", width: 16, cell: ({ kind }) => POST_KIND_NAMES[kind] },
      { header: "Keadaan", width: 12, cell: ({ state }) => POST_STATE_NAMES[state] },
      { header: "Terbit", width: 12, cell: ({ publishedAt }, ctx) => dayOfCell(publishedAt, ctx) },
      { header: "Diubah", width: 12, cell: ({ updatedAt }, ctx) => dayOfCell(updatedAt, ctx) },
    ],
    read: async (ctx) => ({ rows: await listPosts(ctx), next: null }),
  }),
  exportedList<AgendaRow>({
    ...{ key: "agenda-desa", title: "Agenda desa", page: "/kantor/halaman-desa/agenda", ...MODULE },
    columns: [
      { header: "Tanggal", width: 12, cell: ({ startsAt }) => new Date(startsAt.slice(0, 10)) },
      { header: "Mulai", width: 8, cell: ({ startsAt }) => startsAt.slice(11, 16) },
      { header: "Selesai", width: 8, cell: ({ endsAt }) => endsAt?.slice(11, 16) ?? null },
      { header: "Kegiatan", width: 40, cell: ({ title }) => title },
      { header: "Tempat", width: 30, cell: ({ place }) => place },
      { header: "Keterangan", width: 48, cell: ({ text }) => text },
      { header: "Batal", width: 8, cell: ({ cancelledAt }) => cancelledAt !== null },
    ],
    read: async (ctx) => {
      const { coming, past } = await listAgenda(ctx);
      return { rows: [...coming, ...past], next: null };
    },
  }),
  exportedList<Pick<BudgetRow, "side" | "name" | "planned" | "realised" | "realisedOn">>({
    ...{ key: "anggaran-poster", title: "Poster anggaran", page: "/kantor/halaman-desa/anggaran/:tahun" },
    ...MODULE,
    columns: [
      { header: "Bagian", width: 16, cell: ({ side }) => SIDE_NAMES[side] },
      { header: "Uraian", width: 48, cell: ({ name }) => name },
      { header: "Anggaran", width: 18, format: "#,##0", cell: ({ planned }) => planned },
      { header: "Realisasi", width: 18, format: "#,##0", cell: ({ realised }) => realised },
      { header: "Realisasi per", width: 14, cell: ({ realisedOn }) => realisedOn },
    ],
    read: async (ctx, query) => {
      const { parts } = await loadBudget(ctx, yearParam({ tahun: query.get("tahun") ?? undefined }));
      return { rows: parts.flatMap(({ lines }) => lines), next: null };
    },
  }),
];
