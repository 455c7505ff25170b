import { DataTable } from "#app/ui/data-table.tsx";
import { DateTimeText } from "#app/ui/text.tsx";
import type { LocalTerms } from "../words.ts";
import { heldTitle } from "./held-title.ts";

interface Row {
  id: string;
  name: string;
  position: string;
  status: "definitif" | "pj" | "plt" | "plh";
  areaName: string | null;
  expiresAt: string;
}

/** Invitations that nobody has accepted yet; nothing where there are none. */
export function OpenInvitations({
  invitations,
  terms,
  zone,
}: {
  invitations: readonly Row[];
  terms: LocalTerms | null;
  zone: "WIB" | "WITA" | "WIT";
}) {
  if (invitations.length === 0) return null;
  return (
    <section className="mt-10">
      <DataTable<Row>
        caption="Undangan yang belum diterima"
        rows={invitations}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "name",
            label: "Nama",
            rowHeader: true,
            render: (row) => <a href={`/kantor/perangkat/undangan/${row.id}`}>{row.name}</a>,
          },
          { key: "position", label: "Jabatan", render: (row) => heldTitle(row, terms) },
          {
            key: "expires",
            label: "Berlaku sampai",
            render: (row) => <DateTimeText at={new Date(row.expiresAt)} zone={zone} />,
          },
        ]}
      />
    </section>
  );
}
