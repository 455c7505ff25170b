import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { AddPasskeyInput, SavePasskeyInput } from "#app/platform/second-factor/input.ts";
import type { CreateCeremony } from "#app/platform/second-factor/passkeys.ts";
import { FACTOR_WORDS } from "#app/platform/second-factor/words.ts";
import { replySummary } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { PasskeyForm } from "#app/ui/passkey-form.tsx";
import { AddPasskeyForm, PasskeyTable } from "#app/ui/second-factor-settings.tsx";
import { addOwnPasskey, startOwnPasskey } from "../own-factors.server.ts";
import { getOwnFactors } from "../second-factor.server.ts";

const HERE = "/kantor/akun/kunci-sandi";

export const loader = officeLoader(async ({ ctx }) => {
  const { totp, passkeys } = await getOwnFactors(ctx);
  const shown = passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({ id, name, createdAt, lastUsedAt }));
  return { passkeys: shown, hasTotp: totp.confirmedAt !== null, zone: ctx.tenant.timeZone };
});

export const action = officeAction(async ({ ctx, form, url }) => {
  if (form.get("langkah") === "jawaban")
    return submitForm(form, SavePasskeyInput, async (input) => {
      await addOwnPasskey(ctx, url, input);
      return redirectWithFlash(ctx.config, HERE, FACTOR_WORDS.passkeyAdded(input.nama));
    });
  return submitForm(
    form,
    AddPasskeyInput,
    async (input) => ({ ceremony: await startOwnPasskey(ctx, url, input), nama: input.nama }),
    ["kata_sandi"],
  );
});

type Answer = FormReply | { ceremony: CreateCeremony; nama: string };

export default function OwnPasskeys() {
  const { passkeys, hasTotp, zone } = useLoaderData<typeof loader>();
  const answer = useActionData() as Answer | undefined;
  const started = answer && "ceremony" in answer ? answer : null;
  const reply = started ? undefined : (answer as FormReply | undefined);
  const isRefused = reply?.initialValue?.langkah === "jawaban";
  return (
    <>
      <title>Kunci sandi</title>
      <PageHeader
        title="Kunci sandi"
        back={{ href: "/kantor/akun", label: "Akun saya" }}
        lead={FACTOR_WORDS.passkeyLead}
      />
      {isRefused && <ErrorSummary errors={replySummary(reply, "#tambah")} />}
      <PasskeyTable passkeys={passkeys} href={HERE} zone={zone} />
      <section className="mt-10 flex max-w-form flex-col gap-5">
        <h2 className="text-lg">Pasang kunci sandi</h2>
        {!hasTotp && (
          <Notice>
            Setelah ini kata sandi saja tidak cukup lagi untuk masuk. Bila Anda juga memakai komputer kantor,
            pasang pula <a href="/kantor/akun/kode">kode autentikator</a>.
          </Notice>
        )}
        {started ? (
          <PasskeyForm
            mode="create"
            ceremony={started.ceremony}
            label="Buat kunci sandi sekarang"
            fields={{ nama: started.nama }}
          />
        ) : (
          <AddPasskeyForm reply={isRefused ? undefined : reply} asksPassword />
        )}
      </section>
    </>
  );
}
