import { useLoaderData } from "react-router";
import { oversightLoader } from "#app/platform/http/handlers.ts";
import { oversightBase } from "#app/platform/overseer.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { DateTimeText } from "#app/ui/text.tsx";
import { listOverseers } from "../list-overseers.server.ts";
import { roleName } from "../words.ts";

export const loader = oversightLoader(async ({ ctx }) => ({
  ...(await listOverseers(ctx)),
  base: `${oversightBase(ctx.overseer.kind)}/orang`,
  lead:
    ctx.overseer.kind === "operator"
      ? "Operator Balai, dan admin setiap kabupaten. Admin mengundang petugas kabupatennya sendiri."
      : `Petugas ${ctx.overseer.regencyName ?? "kabupaten"} yang dapat masuk.`,
}));

type Facts = Awaited<ReturnType<typeof listOverseers>>;
type Person = Facts["people"][number];
type Invitation = Facts["invitations"][number];

export default function OverseerPeople() {
  const { people, invitations, base, lead } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Orang</title>
      <PageHeader
        title="Orang"
        lead={lead}
        actions={
          <ButtonLink href={`${base}/undang`} variant="primary" icon="plus">
            Undang orang
          </ButtonLink>
        }
      />
      <DataTable<Person>
        caption="Orang yang punya akun"
        captionHidden
        rows={people}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "name",
            label: "Nama",
            rowHeader: true,
            render: (row) => <a href={`${base}/${row.id}`}>{row.name}</a>,
          },
          { key: "role", label: "Peran", render: (row) => roleName(row, row.regencyName) },
          {
            key: "state",
            label: "Keadaan",
            render: (row) =>
              row.state === "active" ? (
                <StatusBadge tone="good">Aktif</StatusBadge>
              ) : (
                <StatusBadge tone="bad">Diberhentikan</StatusBadge>
              ),
          },
        ]}
      />
      {invitations.length > 0 && (
        <section className="mt-10">
          <DataTable<Invitation>
            caption="Undangan yang belum diterima"
            rows={invitations}
            rowKey={(row) => row.id}
            columns={[
              {
                key: "name",
                label: "Nama",
                rowHeader: true,
                render: (row) => <a href={`${base}/undangan/${row.id}`}>{row.name}</a>,
              },
              { key: "role", label: "Peran", render: (row) => roleName(row, row.regencyName) },
              {
                key: "until",
                label: "Berlaku sampai",
                render: (row) => <DateTimeText at={new Date(row.expiresAt)} zone="WIB" />,
              },
            ]}
          />
        </section>
      )}
    </>
  );
}
