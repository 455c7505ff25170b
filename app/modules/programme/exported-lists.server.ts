import { exportedList } from "#app/platform/export/exported-list.ts";
import { boardRows } from "./board-view.ts";
import { loadProgrammeMeasures } from "./load-measures.server.ts";
import { measureProgramme } from "./measures.ts";
import { yearParam } from "./params.ts";
import type { ReportRow } from "./report-rules.ts";
import { todayOf } from "./running-queries.server.ts";
import { boardColumn } from "./running-rules.ts";
import { BOARD_COLUMN_NAMES } from "./running-words.ts";

type Line = { section: string; row: ReportRow };
const percent = (value: number | null) => (value === null ? null : Math.round(value * 10) / 10);

/** Activities of a year as the board shows them today. Reports of a period are files of their own. */
export const programmeLists = [
  exportedList<Line>({
    ...{ key: "kegiatan", title: "Kegiatan program kerja", page: "/kantor/program-kerja/:tahun/papan" },
    ...{ module: "programme", permission: "programme.read", access: null },
    columns: [
      { header: "Program", width: 32, cell: ({ section }) => section },
      { header: "Kegiatan", width: 48, cell: ({ row }) => row.name },
      { header: "Penanggung jawab", width: 28, cell: ({ row }) => row.responsible },
      { header: "Anggaran", width: 18, format: "#,##0", cell: ({ row }) => row.budget },
      { header: "Realisasi", width: 18, format: "#,##0", cell: ({ row }) => row.spending },
      { header: "Fisik (%)", width: 10, cell: ({ row }) => percent(row.physical) },
      { header: "Keuangan (%)", width: 10, cell: ({ row }) => percent(row.financial) },
      { header: "Waktu lewat (%)", width: 10, cell: ({ row }) => percent(row.elapsed) },
      { header: "Keadaan", width: 20, cell: ({ row }) => BOARD_COLUMN_NAMES[boardColumn(row)] },
    ],
    read: async (ctx, query) => {
      const year = yearParam({ tahun: query.get("tahun") ?? undefined });
      const measures = await loadProgrammeMeasures(ctx, year, todayOf(ctx));
      const filter = { person: query.get("orang"), section: query.get("bagian") };
      const { sections } = measureProgramme(measures);
      const kept = new Set(boardRows(measures, sections, filter));
      const rows = sections.flatMap((section) =>
        section.rows.filter((row) => kept.has(row)).map((row) => ({ section: section.name, row })),
      );
      return { rows, next: null };
    },
  }),
];
