import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { oversightAction, oversightLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { oversightBase } from "#app/platform/overseer.ts";
import { SetUpTotpInput } from "#app/platform/second-factor/input.ts";
import { FACTOR_WORDS } from "#app/platform/second-factor/words.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TotpCodeForm } from "#app/ui/second-factor-settings.tsx";
import { TotpSetup } from "#app/ui/totp-setup.tsx";
import { offerTotp, setOwnTotp } from "../own-factors.server.ts";

export const loader = oversightLoader(async ({ ctx }) => {
  const { factors, address, secret } = await offerTotp(ctx);
  return { base: oversightBase(ctx.overseer.kind), isOn: factors.totp.confirmedAt !== null, address, secret };
});

export const action = oversightAction(({ ctx, form }) =>
  submitForm(
    form,
    SetUpTotpInput,
    async (input) => {
      await setOwnTotp(ctx, input);
      return redirectWithFlash(
        ctx.config,
        `${oversightBase(ctx.overseer.kind)}/akun`,
        FACTOR_WORDS.totpChanged,
      );
    },
    ["kata_sandi"],
  ),
);

export default function OwnOverseerTotp() {
  const { base, isOn, address, secret } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  return (
    <>
      <title>Kode autentikator</title>
      <PageHeader
        title="Kode autentikator"
        back={{ href: `${base}/akun`, label: "Akun saya" }}
        lead={FACTOR_WORDS.totpLead}
      />
      {isOn && (
        <div className="mb-6 max-w-text">
          <Notice>
            Sudah terpasang. Di sini Anda memindahkannya ke ponsel lain: kode dari ponsel lama berlaku sampai
            kode yang baru diterima.
          </Notice>
        </div>
      )}
      <div className="flex flex-col gap-6">
        <TotpSetup address={address} secret={secret} />
        <TotpCodeForm reply={reply} asksPassword label={isOn ? "Ganti kode autentikator" : "Nyalakan"} />
      </div>
    </>
  );
}
