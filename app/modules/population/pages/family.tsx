import { useActionData, useLoaderData } from "react-router";
import { dayIn } from "#app/platform/clock.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { submitForm } from "#app/platform/http/submit-form.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { replySummary } from "#app/ui/conform.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { DateText } from "#app/ui/text.tsx";
import { Hidden } from "#app/ui/text-fields.tsx";
import { CardMembers } from "../components/card-members.tsx";
import { FamilyActInput } from "../family-form.ts";
import { revealFamily, verifyFamily } from "../keep-family.server.ts";
import { loadFamily } from "../load-family.server.ts";
import { HEAD_ROLE } from "../person-rules.ts";
import { FAMILY_WORDS, PERSON_WORDS } from "../words.ts";

export const loader = officeLoader(async ({ ctx, params }) => ({
  ...(await loadFamily(ctx, params.id ?? "")),
  today: dayIn(ctx.tenant.timeZone, ctx.now),
  mayWrite: ctx.actor.permissions.has("population.write"),
  mayReveal: ctx.actor.permissions.has("data.identity"),
}));

export const action = officeAction(({ ctx, form, params }) =>
  submitForm(form, FamilyActInput, async ({ maksud, versi }) => {
    const id = params.id ?? "";
    if (maksud === "tampilkan") return { number: await revealFamily(ctx, id) };
    await verifyFamily(ctx, id, versi);
    return redirectWithFlash(ctx.config, `/kantor/penduduk/keluarga/${id}`, FAMILY_WORDS.verified);
  }),
);

export default function Family() {
  const { card, members, gone, today, mayWrite } = useLoaderData<typeof loader>();
  const here = `/kantor/penduduk/keluarga/${card.id}`;
  const head = members.find(({ familyRole }) => familyRole === HEAD_ROLE);
  return (
    <>
      <title>{`Kartu keluarga ${head?.name ?? ""}`}</title>
      <PageHeader
        title={head ? `Keluarga ${head.name}` : "Kartu keluarga"}
        back={{ href: "/kantor/penduduk/keluarga", label: "Kartu keluarga" }}
        badge={card.verifiedOn ? null : <StatusBadge tone="waiting">{FAMILY_WORDS.notVerified}</StatusBadge>}
        actions={
          mayWrite && (
            <>
              <ButtonLink href={`${here}/ubah`} icon="edit">
                Ubah
              </ButtonLink>
              <ButtonLink href={`/kantor/penduduk/baru?keluarga=${card.id}`} variant="primary" icon="plus">
                Tambah anggota
              </ButtonLink>
            </>
          )
        }
      />
      {card.doubts.length > 0 && (
        <div className="mb-6">
          <Notice tone="warning">{FAMILY_WORDS.doubtfulNumber(card.doubts)}</Notice>
        </div>
      )}
      <CardFacts />
      {members.length > 0 && !head && (
        <div className="mt-6">
          <Notice tone="warning">{FAMILY_WORDS.noHead}</Notice>
        </div>
      )}
      <section className="mt-8">
        <h2 className="mb-4 text-lg">Anggota</h2>
        {members.length > 0 ? (
          <CardMembers members={members} today={today} />
        ) : (
          <EmptyState icon="people" title={FAMILY_WORDS.emptyTitle}>
            {FAMILY_WORDS.empty}
          </EmptyState>
        )}
        {gone > 0 && <p className="mt-3 text-ink-soft">{FAMILY_WORDS.gone(gone)}</p>}
      </section>
    </>
  );
}

/** What stands on the card, and the buttons that show its number or say that it agrees with the paper. */
function CardFacts() {
  const { card, areaText, mayWrite, mayReveal } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const revealed = answer && "number" in answer ? answer.number : null;
  const reply = answer && "error" in answer ? answer : undefined;
  return (
    <section className="max-w-text" aria-label="Isi kartu">
      <ErrorSummary errors={replySummary(reply, "#kartu")} />
      <DefinitionList
        items={[
          {
            term: "Nomor KK",
            value: <span className="tabular-nums">{revealed ?? card.number ?? PERSON_WORDS.noKkNumber}</span>,
          },
          { term: "Alamat", value: card.address },
          { term: "Wilayah", value: areaText },
          { term: "Kode pos", value: card.postalCode },
          { term: "Tanggal terbit", value: card.issuedOn && <DateText date={card.issuedOn} /> },
          {
            term: "Dicocokkan dengan KK asli",
            value: card.verifiedOn && <DateText date={card.verifiedOn} />,
          },
        ]}
      />
      <form method="post" id="kartu" className="mt-4 flex flex-wrap gap-3">
        <SubmitKey />
        <Hidden name="versi" value={String(card.version)} />
        {mayReveal && card.number && !revealed && (
          <Button variant="secondary" name="maksud" value="tampilkan">
            {FAMILY_WORDS.reveal}
          </Button>
        )}
        {mayWrite && (
          <Button variant="secondary" icon="check" name="maksud" value="cocok">
            {FAMILY_WORDS.verify}
          </Button>
        )}
      </form>
    </section>
  );
}
