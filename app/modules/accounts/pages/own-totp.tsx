import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { OwnPasswordInput, SetUpTotpInput } from "#app/platform/second-factor/input.ts";
import { FACTOR_WORDS } from "#app/platform/second-factor/words.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { PasswordForm, TotpCodeForm } from "#app/ui/second-factor-settings.tsx";
import { TotpSetup } from "#app/ui/totp-setup.tsx";
import { offerTotp, removeOwnTotp, setOwnTotp } from "../own-factors.server.ts";

export const loader = officeLoader(({ ctx }) => offerTotp(ctx));

export const action = officeAction(({ ctx, form }) => {
  if (form.get("langkah") === "matikan")
    return submitForm(
      form,
      OwnPasswordInput,
      async ({ kata_sandi }) => {
        await removeOwnTotp(ctx, kata_sandi);
        return redirectWithFlash(ctx.config, "/kantor/akun", FACTOR_WORDS.totpOff);
      },
      ["kata_sandi"],
    );
  return submitForm(
    form,
    SetUpTotpInput,
    async (input) => {
      await setOwnTotp(ctx, input);
      return redirectWithFlash(ctx.config, "/kantor/akun", FACTOR_WORDS.totpOn);
    },
    ["kata_sandi"],
  );
});

export default function OwnTotp() {
  const { isOn, address, secret } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const isTurningOff = reply?.initialValue?.langkah === "matikan";
  return (
    <>
      <title>Kode autentikator</title>
      <PageHeader
        title="Kode autentikator"
        back={{ href: "/kantor/akun", label: "Akun saya" }}
        lead={FACTOR_WORDS.totpLead}
      />
      {isOn && (
        <section className="mb-10 flex max-w-form flex-col gap-5">
          <Notice tone="success">Sudah terpasang di akun Anda.</Notice>
          <PasswordForm
            reply={isTurningOff ? reply : undefined}
            step="matikan"
            label="Matikan kode autentikator"
          />
        </section>
      )}
      <section className="flex flex-col gap-6">
        {isOn && (
          <h2 className="border-t border-line pt-6 text-lg">Pindahkan ke ponsel atau aplikasi lain</h2>
        )}
        <TotpSetup address={address} secret={secret} />
        <TotpCodeForm
          reply={isTurningOff ? undefined : reply}
          asksPassword
          label={isOn ? "Pindahkan" : "Nyalakan"}
        />
      </section>
    </>
  );
}
