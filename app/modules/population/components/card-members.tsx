import { DataTable } from "#app/ui/data-table.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { DateText } from "#app/ui/text.tsx";
import { labelOf } from "../code-lists.ts";
import type { CardMember } from "../load-resident.server.ts";
import { ageOn } from "../person-rules.ts";
import { LIST_WORDS } from "../words.ts";

/** The people of a card, the head first. */
export function CardMembers({ members, today }: { members: readonly CardMember[]; today: string }) {
  return (
    <DataTable<CardMember>
      caption="Anggota kartu keluarga"
      captionHidden
      rows={members}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "name",
          label: "Nama",
          rowHeader: true,
          render: (row) => (
            <a href={`/kantor/penduduk/${row.id}`} className="inline-flex min-h-11 items-center">
              {row.name}
            </a>
          ),
        },
        { key: "role", label: "Hubungan", render: (row) => labelOf("familyRole", row.familyRole) },
        { key: "sex", label: "L/P", render: (row) => (row.sex === 2 ? "P" : "L") },
        {
          key: "birth",
          label: "Lahir",
          render: (row) => row.birthDate && <DateText date={row.birthDate} short />,
        },
        { key: "age", label: "Usia", render: (row) => ageOn(row.birthDate, today) },
        {
          key: "marks",
          label: "Catatan",
          render: (row) =>
            row.nikState === "valid" ? null : (
              <StatusBadge tone="warn">
                {row.nikState === "none" ? LIST_WORDS.noNik : LIST_WORDS.doubtful}
              </StatusBadge>
            ),
        },
      ]}
    />
  );
}
