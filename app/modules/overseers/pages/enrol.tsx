import { redirect, useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { oversightAction, oversightLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { oversightBase } from "#app/platform/overseer.ts";
import { ConfirmTotpInput, RenamePasskeyInput, SavePasskeyInput } from "#app/platform/second-factor/input.ts";
import type { CreateCeremony } from "#app/platform/second-factor/passkeys.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { PasskeyForm } from "#app/ui/passkey-form.tsx";
import { AddPasskeyForm, TotpCodeForm } from "#app/ui/second-factor-settings.tsx";
import { TotpSetup } from "#app/ui/totp-setup.tsx";
import { enrolByCode, enrolByPasskey, offerPasskey, offerTotp } from "../own-factors.server.ts";
import { needsSecondFactor } from "../people-rules.ts";
import { OVERSEER_WORDS } from "../words.ts";

export const loader = oversightLoader(async ({ ctx }) => {
  const { kind } = ctx.overseer;
  const { factors, address, secret } = await offerTotp(ctx);
  if (!needsSecondFactor(kind, factors)) throw redirect(`${oversightBase(kind)}/masuk/kode`, { status: 303 });
  return { kind, address, secret };
});

export const action = oversightAction(async ({ ctx, form, url }) => {
  const home = oversightBase(ctx.overseer.kind);
  const step = form.get("langkah");
  if (step === "tambah")
    return submitForm(form, RenamePasskeyInput, async ({ nama }) => ({
      ceremony: await offerPasskey(ctx, url),
      nama,
    }));
  if (step === "jawaban")
    return submitForm(form, SavePasskeyInput, async (input) => {
      await enrolByPasskey(ctx, url, input);
      return redirectWithFlash(ctx.config, home, OVERSEER_WORDS.enrolled);
    });
  return submitForm(form, ConfirmTotpInput, async ({ kode }) => {
    await enrolByCode(ctx, kode);
    return redirectWithFlash(ctx.config, home, OVERSEER_WORDS.enrolled);
  });
});

type Answer = FormReply | { ceremony: CreateCeremony; nama: string };

export default function EnrolSecondFactor() {
  const { kind, address, secret } = useLoaderData<typeof loader>();
  const answer = useActionData() as Answer | undefined;
  const started = answer && "ceremony" in answer ? answer : null;
  const reply = started ? undefined : (answer as FormReply | undefined);
  const isAboutPasskey = reply?.initialValue?.nama !== undefined;
  return (
    <>
      <title>Pasang pengaman kedua</title>
      <PageHeader
        title="Pasang pengaman kedua"
        lead="Akun ini memegang banyak desa, jadi kata sandi saja tidak cukup. Ini hanya sekali."
      />
      <section className="flex flex-col gap-5">
        <h2 className="text-lg">Kode autentikator</h2>
        <TotpSetup address={address} secret={secret} />
        <TotpCodeForm
          reply={isAboutPasskey ? undefined : reply}
          asksPassword={false}
          label="Pasang dan masuk"
        />
      </section>
      {kind === "kabupaten" && (
        <section className="mt-10 flex flex-col gap-5 border-t border-line pt-6">
          <h2 className="text-lg">Atau kunci sandi</h2>
          <p className="max-w-text">{OVERSEER_WORDS.passkeyLead}</p>
          {started ? (
            <PasskeyForm
              mode="create"
              ceremony={started.ceremony}
              label="Buat kunci sandi sekarang"
              fields={{ nama: started.nama }}
            />
          ) : (
            <AddPasskeyForm reply={isAboutPasskey ? reply : undefined} asksPassword={false} />
          )}
        </section>
      )}
    </>
  );
}
