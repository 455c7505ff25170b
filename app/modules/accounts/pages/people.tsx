import { useLoaderData } from "react-router";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { DownloadLinks } from "#app/ui/download-links.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { DateText } from "#app/ui/text.tsx";
import { heldTitle } from "../components/held-title.ts";
import { OpenInvitations } from "../components/open-invitations.tsx";
import { getRoster, type RosterPerson, shownState } from "../roster.server.ts";
import { inLocalWords, type LocalTerms, PEOPLE_WORDS } from "../words.ts";

export const loader = officeLoader(async ({ ctx, frame, url }) => {
  const { people, invitations, canManage } = await getRoster(ctx);
  const shows = shownState(url.searchParams);
  return {
    people: people.filter((each) => each.state === shows),
    dismissedCount: people.filter((each) => each.state === "dismissed").length,
    invitations: invitations.map(({ invitation, areaName }) => ({
      id: invitation.id,
      name: invitation.name,
      position: invitation.position,
      status: invitation.status,
      expiresAt: invitation.expiresAt,
      areaName,
    })),
    canManage,
    shows,
    terms: frame?.profile ?? null,
    zone: ctx.tenant.timeZone,
  };
});

function Positions({ person, terms }: { person: RosterPerson; terms: LocalTerms | null }) {
  if (person.terms.length === 0) return <span className="text-ink-soft">Belum ada jabatan</span>;
  return person.terms.map((term) => <p key={term.id}>{heldTitle(term, terms)}</p>);
}

function Since({ person }: { person: RosterPerson }) {
  return person.terms.map((term) => (
    <p key={term.id}>
      <DateText date={term.startsOn} short />
      {term.endsOn && (
        <>
          {" sampai "}
          <DateText date={term.endsOn} short />
        </>
      )}
    </p>
  ));
}

function AccountState({ person }: { person: RosterPerson }) {
  if (person.state === "dismissed") return <StatusBadge tone="bad">Diberhentikan</StatusBadge>;
  return person.isAdmin ? (
    <StatusBadge tone="good">Aktif, pendaftar desa</StatusBadge>
  ) : (
    <StatusBadge tone="good">Aktif</StatusBadge>
  );
}

export default function People() {
  const { people, dismissedCount, invitations, canManage, shows, terms, zone } =
    useLoaderData<typeof loader>();
  return (
    <>
      <title>Perangkat</title>
      <PageHeader
        title="Perangkat"
        lead="Perangkat desa dan mitranya yang memakai kantor ini."
        actions={
          canManage && (
            <ButtonLink variant="primary" icon="plus" href="/kantor/perangkat/undang">
              Undang orang
            </ButtonLink>
          )
        }
      />
      {dismissedCount > 0 && (
        <Tabs
          label="Keadaan akun"
          items={[
            { href: "/kantor/perangkat", label: "Bertugas", current: shows === "active" },
            {
              href: "/kantor/perangkat?tampil=berhenti",
              label: "Diberhentikan",
              current: shows === "dismissed",
              count: dismissedCount,
            },
          ]}
        />
      )}
      <DataTable<RosterPerson>
        caption="Daftar perangkat"
        captionHidden
        rows={people}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "name",
            label: "Nama",
            rowHeader: true,
            render: (row) => <a href={`/kantor/perangkat/${row.id}`}>{row.name}</a>,
          },
          { key: "positions", label: "Jabatan", render: (row) => <Positions person={row} terms={terms} /> },
          { key: "since", label: "Sejak", render: (row) => <Since person={row} /> },
          { key: "state", label: "Akun", render: (row) => <AccountState person={row} /> },
        ]}
      />
      {people.length > 0 && <DownloadLinks list="perangkat" />}
      {shows === "active" && <OpenInvitations invitations={invitations} terms={terms} zone={zone} />}
      <div className="mt-8">
        <Notice>{inLocalWords(PEOPLE_WORDS.rule, terms)}</Notice>
      </div>
    </>
  );
}
