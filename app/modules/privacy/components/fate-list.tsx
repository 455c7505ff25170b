import type { Fate } from "#app/platform/privacy/person-data.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";

/** What a granted deletion takes and what it leaves, with the reason for each. */
export function FateList({ fates }: { fates: readonly Fate[] }) {
  return (
    <section className="mt-8">
      <DataTable<Fate>
        caption="Bila permintaan dipenuhi"
        rows={fates}
        rowKey={({ what }) => what}
        columns={[
          { key: "what", label: "Data", rowHeader: true, render: ({ what }) => what },
          {
            key: "fate",
            label: "Menjadi",
            render: ({ isRemoved }) => (
              <StatusBadge tone={isRemoved ? "warn" : "neutral"}>
                {isRemoved ? "Dihapus" : "Tetap"}
              </StatusBadge>
            ),
          },
          { key: "reason", label: "Alasannya", render: ({ reason }) => reason },
        ]}
      />
    </section>
  );
}
