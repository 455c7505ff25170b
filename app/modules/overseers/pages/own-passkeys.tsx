import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { oversightAction, oversightLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { oversightBase } from "#app/platform/overseer.ts";
import { AddPasskeyInput, SavePasskeyInput } from "#app/platform/second-factor/input.ts";
import type { CreateCeremony } from "#app/platform/second-factor/passkeys.ts";
import { FACTOR_WORDS } from "#app/platform/second-factor/words.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { PasskeyForm } from "#app/ui/passkey-form.tsx";
import { AddPasskeyForm, PasskeyTable } from "#app/ui/second-factor-settings.tsx";
import { addOwnPasskey, startOwnPasskey } from "../own-factors.server.ts";
import { getOwnFactors } from "../second-factor.server.ts";
import { OVERSEER_WORDS } from "../words.ts";

export const loader = oversightLoader(async ({ ctx }) => {
  const { passkeys } = await getOwnFactors(ctx);
  const shown = passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({ id, name, createdAt, lastUsedAt }));
  return { base: oversightBase(ctx.overseer.kind), passkeys: shown };
});

export const action = oversightAction(async ({ ctx, form, url }) => {
  if (form.get("langkah") === "jawaban")
    return submitForm(form, SavePasskeyInput, async (input) => {
      await addOwnPasskey(ctx, url, input);
      const here = `${oversightBase(ctx.overseer.kind)}/akun/kunci-sandi`;
      return redirectWithFlash(ctx.config, here, FACTOR_WORDS.passkeyAdded(input.nama));
    });
  return submitForm(
    form,
    AddPasskeyInput,
    async (input) => ({ ceremony: await startOwnPasskey(ctx, url, input), nama: input.nama }),
    ["kata_sandi"],
  );
});

type Answer = FormReply | { ceremony: CreateCeremony; nama: string };

export default function OwnOverseerPasskeys() {
  const { base, passkeys } = useLoaderData<typeof loader>();
  const answer = useActionData() as Answer | undefined;
  const started = answer && "ceremony" in answer ? answer : null;
  return (
    <>
      <title>Kunci sandi</title>
      <PageHeader
        title="Kunci sandi"
        back={{ href: `${base}/akun`, label: "Akun saya" }}
        lead={OVERSEER_WORDS.passkeyLead}
      />
      <PasskeyTable passkeys={passkeys} href={`${base}/akun/kunci-sandi`} zone="WIB" />
      <h2 className="mt-10 mb-4 text-lg">Pasang kunci sandi</h2>
      {started ? (
        <PasskeyForm
          mode="create"
          ceremony={started.ceremony}
          label="Buat kunci sandi sekarang"
          fields={{ nama: started.nama }}
        />
      ) : (
        <AddPasskeyForm reply={answer as FormReply | undefined} asksPassword />
      )}
    </>
  );
}
