import { useLoaderData } from "react-router";
import { LinkBox } from "#app/modules/accounts/components/link-box.tsx";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { oversightAction, oversightLoader } from "#app/platform/http/handlers.ts";
import { readLinkToken } from "#app/platform/http/link-cookie.ts";
import { sha256Hex } from "#app/platform/ids.ts";
import { oversightBase } from "#app/platform/overseer.ts";
import { Button } from "#app/ui/button.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { DateTimeText } from "#app/ui/text.tsx";
import { invitationState } from "../overseer-invitations.server.ts";
import { getManagedInvitation, revokeOverseerInvitation } from "../revoke-overseer-invitation.server.ts";
import { INVITATION_WORDS, roleName } from "../words.ts";

export const loader = oversightLoader(async ({ ctx, params, request, url }) => {
  const { invitation, regencyName } = await getManagedInvitation(ctx, ctx.directory, params.id ?? "");
  const token = readLinkToken(ctx.config, request);
  const isShown = token !== null && (await sha256Hex(token)) === invitation.tokenHash;
  const role = roleName(invitation, regencyName);
  const link = `${url.origin}${oversightBase(invitation.kind)}/undangan/${token}`;
  return {
    name: invitation.name,
    role,
    expiresAt: invitation.expiresAt,
    state: invitationState(invitation, ctx.now),
    text: isShown ? INVITATION_WORDS.text(role, link) : null,
    list: `${oversightBase(ctx.overseer.kind)}/orang`,
  };
});

export const action = oversightAction(async ({ ctx, params }) => {
  const { name } = await revokeOverseerInvitation(ctx, params.id ?? "");
  const list = `${oversightBase(ctx.overseer.kind)}/orang`;
  return redirectWithFlash(ctx.config, list, INVITATION_WORDS.revokedNow(name));
});

const STATES = {
  open: "Menunggu diterima",
  used: "Sudah diterima",
  revoked: "Dibatalkan",
  expired: "Lewat waktu",
};

export default function OverseerInvitationPage() {
  const { name, role, expiresAt, state, text, list } = useLoaderData<typeof loader>();
  const isOpen = state === "open";
  return (
    <>
      <title>Undangan</title>
      <PageHeader title={`Undangan ${name}`} back={{ href: list, label: "Orang" }} />
      {text && isOpen && (
        <LinkBox
          text={text}
          phone={null}
          warning="Kirim tautan ini hanya kepada orangnya. Demi keamanan, tautan hanya tampil sebentar setelah dibuat."
        />
      )}
      {!text && isOpen && (
        <Notice>
          Tautannya tidak disimpan, jadi tidak dapat ditampilkan lagi. Bila hilang, batalkan undangan ini dan
          buat yang baru.
        </Notice>
      )}
      <div className="my-6 max-w-text">
        <DefinitionList
          items={[
            { term: "Peran", value: role },
            { term: "Keadaan", value: STATES[state] },
            { term: "Berlaku sampai", value: <DateTimeText at={new Date(expiresAt)} zone="WIB" /> },
          ]}
        />
      </div>
      {isOpen && (
        <form method="post">
          <SubmitKey />
          <Button variant="danger">Batalkan undangan</Button>
        </form>
      )}
    </>
  );
}
