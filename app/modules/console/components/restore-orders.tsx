import { DataTable } from "#app/ui/data-table.tsx";
import { StatusBadge, type StatusTone } from "#app/ui/status-badge.tsx";
import type { RestoreFacts } from "../restore-village.server.ts";
import { ORDER_STATES } from "../words.ts";
import { Moment } from "./moment.tsx";
import { Part } from "./part.tsx";
import { Technical } from "./technical.tsx";

type Order = RestoreFacts["orders"][number];

const TONES: Record<Order["state"], StatusTone> = { waiting: "waiting", done: "good", failed: "bad" };

/** Restores that were asked for, and how each ended; nothing where there is none. */
export function RestoreOrders({ orders }: { orders: readonly Order[] }) {
  if (orders.length === 0) return null;
  return (
    <Part id="permintaan" title="Pemulihan yang diminta">
      <DataTable<Order>
        caption="Pemulihan yang diminta"
        captionHidden
        rows={orders}
        rowKey={(row) => row.id}
        columns={[
          { key: "at", label: "Diminta", rowHeader: true, render: (row) => <Moment at={row.askedAt} /> },
          { key: "by", label: "Oleh", render: (row) => row.askedBy },
          {
            key: "state",
            label: "Keadaan",
            render: (row) => (
              <>
                <StatusBadge tone={TONES[row.state]}>{ORDER_STATES[row.state]}</StatusBadge>{" "}
                {row.lastError && <Technical>{row.lastError}</Technical>}
              </>
            ),
          },
          { key: "end", label: "Selesai", render: (row) => row.finishedAt && <Moment at={row.finishedAt} /> },
        ]}
      />
    </Part>
  );
}
