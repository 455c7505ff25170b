import { useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { linkHeaders, readLinkToken } from "#app/platform/http/link-cookie.ts";
import { sha256Hex } from "#app/platform/ids.ts";
import { Button } from "#app/ui/button.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { DateText, DateTimeText } from "#app/ui/text.tsx";
import { heldTitle } from "../components/held-title.ts";
import { LinkBox } from "../components/link-box.tsx";
import { openInvitedPhone } from "../contact.server.ts";
import { getInvitationById, stateOf } from "../invitation.server.ts";
import { renewInvitation } from "../renew-invitation.server.ts";
import { revokeInvitation } from "../revoke-invitation.server.ts";
import { LINK_WORDS } from "../words.ts";

export const loader = officeLoader(async ({ ctx, params, request, url, frame }) => {
  const invitation = await getInvitationById(ctx.db, params.id ?? "");
  const token = readLinkToken(ctx.config, request);
  const isShown = token !== null && (await sha256Hex(token)) === invitation.tokenHash;
  const title = heldTitle(invitation, frame?.profile ?? null);
  const village = `${frame?.profile?.villageTerm ?? "Desa"} ${frame?.profile?.name ?? ctx.tenant.name}`;
  const { name, startsOn, expiresAt } = invitation;
  const phone = isShown ? await openInvitedPhone(ctx.keys, invitation) : null;
  const state = stateOf(invitation, ctx.now);
  const text = isShown ? LINK_WORDS.invitationText(village, title, `${url.origin}/undangan/${token}`) : null;
  return { name, phone, startsOn, expiresAt, title, state, text, zone: ctx.tenant.timeZone };
});

export const action = officeAction(async ({ ctx, params, form }) => {
  const id = params.id ?? "";
  if (form.get("langkah") === "batalkan") {
    const { name } = await revokeInvitation(ctx, id);
    return redirectWithFlash(ctx.config, "/kantor/perangkat", LINK_WORDS.revokedNow(name));
  }
  const { token } = await renewInvitation(ctx, id);
  const here = `/kantor/perangkat/undangan/${id}`;
  return redirectWithFlash(ctx.config, here, LINK_WORDS.renewed, linkHeaders(ctx.config, token));
});

const STATES = {
  open: "Menunggu diterima",
  used: "Sudah diterima",
  revoked: "Dibatalkan",
  expired: "Lewat waktu",
};

export default function InvitationPage() {
  const { name, phone, startsOn, expiresAt, title, state, text, zone } = useLoaderData<typeof loader>();
  const canRenew = state === "open" || state === "expired";
  return (
    <>
      <title>Undangan</title>
      <PageHeader title={`Undangan ${name}`} back={{ href: "/kantor/perangkat", label: "Perangkat" }} />
      {text && state === "open" && (
        <LinkBox
          text={text}
          phone={phone}
          warning="Kirim tautan ini hanya kepada orangnya. Demi keamanan, tautan hanya tampil sebentar setelah dibuat."
        />
      )}
      {!text && state === "open" && (
        <Notice>
          Tautannya tidak disimpan, jadi tidak dapat ditampilkan lagi. Buat tautan baru bila perlu.
        </Notice>
      )}
      <div className="my-6 max-w-text">
        <DefinitionList
          items={[
            { term: "Jabatan", value: title },
            { term: "Mulai menjabat", value: <DateText date={startsOn} /> },
            { term: "Keadaan", value: STATES[state] },
            { term: "Berlaku sampai", value: <DateTimeText at={new Date(expiresAt)} zone={zone} /> },
          ]}
        />
      </div>
      {canRenew && (
        <form method="post" className="flex flex-col gap-3 sm:flex-row">
          <SubmitKey />
          <Button name="langkah" value="tautan" variant="secondary">
            Buat tautan baru
          </Button>
          <Button name="langkah" value="batalkan" variant="danger">
            Batalkan undangan
          </Button>
        </form>
      )}
    </>
  );
}
