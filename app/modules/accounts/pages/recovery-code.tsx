import { useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { linkHeaders, readLinkToken } from "#app/platform/http/link-cookie.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { DateTimeText } from "#app/ui/text.tsx";
import { getRecoveryFacts, giveRecoveryCode } from "../give-recovery-code.server.ts";
import { RECOVERY_WORDS } from "../words.ts";

export const loader = officeLoader(async ({ ctx, params, request }) => {
  const code = readLinkToken(ctx.config, request);
  const { id, name, isShown, expiresAt } = await getRecoveryFacts(ctx, params.id ?? "", code);
  return { id, name, code: isShown ? code : null, expiresAt, zone: ctx.tenant.timeZone };
});

export const action = officeAction(async ({ ctx, params }) => {
  const id = params.id ?? "";
  const { code } = await giveRecoveryCode(ctx, id);
  const here = `/kantor/perangkat/${id}/kode-pemulihan`;
  return redirectWithFlash(ctx.config, here, RECOVERY_WORDS.made, linkHeaders(ctx.config, code));
});

export default function RecoveryCode() {
  const { id, name, code, expiresAt, zone } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Kode pemulihan</title>
      <PageHeader title="Kode pemulihan" back={{ href: `/kantor/perangkat/${id}`, label: name }} />
      {code && expiresAt ? (
        <div className="flex max-w-form flex-col gap-4">
          <Notice tone="warning">
            Sampaikan kode ini hanya kepada {name}, sebaiknya langsung. Kode hanya tampil sebentar di sini.
          </Notice>
          <p>
            <span className="block text-sm text-ink-soft">Kode pemulihan untuk {name}</span>
            <code className="text-2xl font-semibold">{code}</code>
          </p>
          <p>
            Dipakai sekali di halaman masuk, setelah kata sandi, sampai{" "}
            <DateTimeText at={new Date(expiresAt)} zone={zone} />.
          </p>
        </div>
      ) : (
        <>
          <Notice>
            Untuk {name} yang kehilangan ponsel dengan kode autentikator atau kunci sandinya. Pastikan Anda
            berbicara dengan orangnya sendiri. Kode berlaku 24 jam dan sekali pakai; kata sandinya tetap
            diperlukan.
          </Notice>
          <form method="post" className="mt-6">
            <SubmitKey />
            <Button icon="lock">Buat kode pemulihan</Button>
          </form>
        </>
      )}
    </>
  );
}
