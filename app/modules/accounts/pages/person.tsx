import { useActionData, useLoaderData } from "react-router";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { DateText } from "#app/ui/text.tsx";
import { ContactBox } from "../components/contact-box.tsx";
import { heldTitle } from "../components/held-title.ts";
import { localPhone } from "../identity-rules.ts";
import { revealContact } from "../reveal-contact.server.ts";
import { getPerson, type PersonTerm } from "../roster.server.ts";
import { inLocalWords, type LocalTerms, PEOPLE_REFUSALS } from "../words.ts";

export const loader = officeLoader(async ({ ctx, params, frame }) => ({
  person: await getPerson(ctx, params.id ?? ""),
  terms: frame?.profile ?? null,
}));

function TermState({ term }: { term: PersonTerm }) {
  if (term.isHeld) return <StatusBadge tone="good">Menjabat</StatusBadge>;
  return term.isOver ? (
    <StatusBadge>Berakhir</StatusBadge>
  ) : (
    <StatusBadge tone="waiting">Belum mulai</StatusBadge>
  );
}

export const action = officeAction(async ({ ctx, params }) => {
  const { phone, email } = await revealContact(ctx, params.id ?? "");
  return { phone: phone && localPhone(phone), email };
});

type Person = Awaited<ReturnType<typeof getPerson>>;

function PersonActions({ person, terms }: { person: Person; terms: LocalTerms | null }) {
  const here = `/kantor/perangkat/${person.id}`;
  if (!person.canManage) return null;
  if (person.isSelf)
    return (
      <p className="mt-6 max-w-text text-ink-soft">{inLocalWords(PEOPLE_REFUSALS["own-position"], terms)}</p>
    );
  return (
    <div className="mt-6 flex flex-col gap-3 sm:flex-row sm:flex-wrap">
      {person.state === "active" && (
        <>
          <ButtonLink href={`${here}/jabatan`} variant="primary" icon="plus">
            Beri jabatan
          </ButtonLink>
          {!person.isHead && (
            <>
              <ButtonLink href={`${here}/kata-sandi`} icon="lock">
                Buat ulang kata sandi
              </ButtonLink>
              <ButtonLink href={`${here}/kode-pemulihan`} icon="lock">
                Kode pemulihan
              </ButtonLink>
            </>
          )}
        </>
      )}
      {person.state === "active" && (
        <ButtonLink href={`${here}/serah-terima`} icon="switch-user">
          Serah terima
        </ButtonLink>
      )}
      <ButtonLink href={`${here}/akun`} variant="quiet">
        {person.state === "active" ? "Berhentikan akun" : "Aktifkan lagi akun"}
      </ButtonLink>
    </div>
  );
}

export default function PersonPage() {
  const { person, terms } = useLoaderData<typeof loader>();
  const revealed = useActionData<typeof action>();
  const editable = (term: PersonTerm) => person.canManage && !term.isOver;
  return (
    <>
      <title>{person.name}</title>
      <PageHeader
        title={person.name}
        back={{ href: "/kantor/perangkat", label: "Perangkat" }}
        badge={
          person.state === "active" ? (
            <StatusBadge tone="good">Akun aktif</StatusBadge>
          ) : (
            <StatusBadge tone="bad">Diberhentikan</StatusBadge>
          )
        }
      />
      <ContactBox
        {...(revealed ?? { phone: person.phone, email: person.email })}
        canReveal={person.canReveal}
        isRevealed={revealed !== undefined}
      />
      <DataTable<PersonTerm>
        caption="Jabatan"
        rows={person.terms}
        rowKey={(row) => row.id}
        empty={
          <EmptyState icon="people" title="Belum ada jabatan">
            Tanpa jabatan, orang ini tidak dapat membuka kantor.
          </EmptyState>
        }
        columns={[
          {
            key: "position",
            label: "Jabatan",
            rowHeader: true,
            render: (row) =>
              editable(row) ? (
                <a href={`/kantor/perangkat/${person.id}/jabatan/${row.id}`}>{heldTitle(row, terms)}</a>
              ) : (
                heldTitle(row, terms)
              ),
          },
          { key: "from", label: "Mulai", render: (row) => <DateText date={row.startsOn} /> },
          { key: "to", label: "Berakhir", render: (row) => row.endsOn && <DateText date={row.endsOn} /> },
          { key: "decree", label: "Keputusan", render: (row) => row.decree },
          { key: "state", label: "Keadaan", render: (row) => <TermState term={row} /> },
        ]}
      />
      <PersonActions person={person} terms={terms} />
    </>
  );
}
