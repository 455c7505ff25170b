import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { oversightAction, oversightLoader } from "#app/platform/http/handlers.ts";
import { linkHeaders, readLinkToken } from "#app/platform/http/link-cookie.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { sha256Hex } from "#app/platform/ids.ts";
import { oversightBase } from "#app/platform/overseer.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { answerClaim } from "../answer-claim.server.ts";
import { OWN_LETTER } from "../claim-rules.ts";
import { ClaimBadge } from "../components/claim-badge.tsx";
import { ClaimDecision } from "../components/claim-decision.tsx";
import { ClaimFacts } from "../components/claim-facts.tsx";
import { OtherClaims } from "../components/other-claims.tsx";
import { Replies } from "../components/replies.tsx";
import { TicketBox } from "../components/ticket-box.tsx";
import { DecisionInput } from "../input.ts";
import { loadClaim } from "../load-claim.server.ts";
import { renewTicket } from "../renew-ticket.server.ts";
import { TICKET_TEXT, TRUST_WORDS } from "../words.ts";

export const loader = oversightLoader(async ({ ctx, params, request }) => {
  const facts = await loadClaim(ctx, params.id ?? "");
  const token = readLinkToken(ctx.config, request);
  const { publicScheme, baseHost } = ctx.config;
  const isShown = token !== null && facts.ticket?.tokenHash === (await sha256Hex(token));
  const link = `${publicScheme}://${baseHost}/daftar?kode=${facts.regionCode}&tiket=${token}`;
  const base = `${oversightBase(ctx.overseer.kind)}/verifikasi`;
  const ticket = facts.ticket && { usedAt: facts.ticket.usedAt, expiresAt: facts.ticket.expiresAt };
  return {
    ...facts,
    ticket,
    ticketText: isShown ? TICKET_TEXT(facts.claim.name, facts.place, link) : null,
    base,
    isOperator: ctx.overseer.kind === "operator",
  };
});

export const action = oversightAction(async ({ ctx, params, form }) => {
  const id = params.id ?? "";
  const here = `${oversightBase(ctx.overseer.kind)}/verifikasi/${id}`;
  if (form.get("langkah") === "tautan") {
    const headers = linkHeaders(ctx.config, await renewTicket(ctx, id));
    return redirectWithFlash(ctx.config, here, TRUST_WORDS.ticketRenewed, headers);
  }
  return submitForm(form, DecisionInput, async (input) => {
    const objection = form.get("keberatan");
    const { words, ticket } = await answerClaim(
      ctx,
      id,
      input,
      typeof objection === "string" ? objection : null,
    );
    return redirectWithFlash(ctx.config, here, words, linkHeaders(ctx.config, ticket));
  });
});

const TITLES = { verification: "Permintaan verifikasi", contest: "Sanggahan" } as const;

export default function Claim() {
  const facts = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const { claim, replies, others, base, hasLetter, zone } = facts;
  const letterHref = hasLetter ? `${base}/${claim.id}/surat/${OWN_LETTER}` : null;
  return (
    <>
      <title>{TITLES[claim.kind]}</title>
      <PageHeader
        title={`${TITLES[claim.kind]} ${facts.village?.name ?? ""}`}
        back={{ href: base, label: "Verifikasi desa" }}
        badge={<ClaimBadge state={claim.state} />}
      />
      <div className="flex flex-col gap-8">
        <TicketBox {...facts} phone={facts.phone} />
        <ClaimFacts {...facts} letterHref={letterHref} />
        <OtherClaims others={others} base={base} />
        <Replies replies={replies} zone={zone} letters={`${base}/${claim.id}/surat`} />
        <ClaimDecision {...facts} reply={reply} />
      </div>
    </>
  );
}
