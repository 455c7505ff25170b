import { useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { linkHeaders, readLinkToken } from "#app/platform/http/link-cookie.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { LinkBox } from "../components/link-box.tsx";
import { getResetFacts, resetPassword } from "../reset-password.server.ts";
import { LINK_WORDS } from "../words.ts";

export const loader = officeLoader(async ({ ctx, params, request, url, frame }) => {
  const token = readLinkToken(ctx.config, request);
  const { id, name, phone, isShown } = await getResetFacts(ctx, params.id ?? "", token);
  const village = `${frame?.profile?.villageTerm ?? "Desa"} ${frame?.profile?.name ?? ctx.tenant.name}`;
  const text = isShown ? LINK_WORDS.resetText(village, `${url.origin}/masuk/kata-sandi-baru/${token}`) : null;
  return { id, name, phone, text };
});

export const action = officeAction(async ({ ctx, params }) => {
  const id = params.id ?? "";
  const { token } = await resetPassword(ctx, id);
  const here = `/kantor/perangkat/${id}/kata-sandi`;
  return redirectWithFlash(ctx.config, here, LINK_WORDS.resetReady, linkHeaders(ctx.config, token));
});

export default function ResetPassword() {
  const { id, name, phone, text } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Buat ulang kata sandi</title>
      <PageHeader title="Buat ulang kata sandi" back={{ href: `/kantor/perangkat/${id}`, label: name }} />
      {text ? (
        <LinkBox
          text={text}
          phone={phone}
          warning={`Kirim tautan ini hanya kepada ${name}. Siapa pun yang memegangnya dapat masuk sebagai ${name}.`}
        />
      ) : (
        <>
          <Notice>
            Balai membuat tautan sekali pakai yang berlaku 24 jam. Dengan tautan itu {name} membuat kata sandi
            baru sendiri. Kata sandi yang lama tetap berlaku sampai tautannya dipakai.
          </Notice>
          <form method="post" className="mt-6">
            <SubmitKey />
            <Button icon="lock">Buat tautan</Button>
          </form>
        </>
      )}
    </>
  );
}
