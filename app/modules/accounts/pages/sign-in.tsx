import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { deviceFrom } from "#app/platform/http/device.ts";
import { villageAction, villageLoader } from "#app/platform/http/handlers.ts";
import { safeNext } from "#app/platform/http/safe-next.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { formProps, secretProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { PasskeyOffer } from "#app/ui/passkey-form.tsx";
import { PasswordField, TextField } from "#app/ui/text-fields.tsx";
import { letIn } from "../device-cookies.ts";
import { SignInInput } from "../input.ts";
import { isJustSignedUp } from "../is-just-signed-up.server.ts";
import { signIn } from "../sign-in.server.ts";
import { SIGN_IN_WORDS } from "../words.ts";

export const loader = villageLoader(async ({ ctx, url }) => ({
  next: safeNext(url.searchParams.get("next")),
  newAddress: (await isJustSignedUp(ctx)) ? url.host : null,
}));

export const action = villageAction(({ ctx, form, request }) =>
  submitForm(
    form,
    SignInInput,
    async (input) => {
      const device = deviceFrom(ctx.config, request);
      const signedIn = await signIn(ctx, input, device);
      return letIn({ config: ctx.config, request, device }, signedIn, safeNext(input.next ?? null));
    },
    ["kata_sandi"],
  ),
);

export default function SignIn() {
  const { next, newAddress } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<SignInInput>({
    id: "masuk",
    lastResult: useActionData() as FormReply | undefined,
  });
  return (
    <>
      <title>Masuk</title>
      <PageHeader title="Masuk" lead="Untuk perangkat desa dan mitranya." />
      {newAddress && (
        <div className="mb-6 max-w-form">
          <Notice tone="success" title="Desa Anda sudah terdaftar">
            <p>
              Alamat kantor desa: <strong className="break-all">{newAddress}</strong>. Simpan alamat ini.
            </p>
            <p>{SIGN_IN_WORDS.justSignedUp}</p>
          </Notice>
        </div>
      )}
      <form {...formProps(form)} className="flex max-w-form flex-col gap-5">
        <ErrorSummary errors={summaryErrors(form)} />
        <input type="hidden" name="next" value={next} />
        <TextField
          {...textProps(fields.identitas)}
          label="Nomor telepon, surel, atau nama pengguna"
          required
          autoComplete="username"
        />
        <PasswordField
          {...secretProps(fields.kata_sandi)}
          label="Kata sandi"
          required
          autoComplete="current-password"
        />
        <Button type="submit">Masuk</Button>
      </form>
      <PasskeyOffer>
        <form method="post" action="/masuk/kunci-sandi" className="mt-6">
          <input type="hidden" name="langkah" value="tantangan" />
          <input type="hidden" name="next" value={next} />
          <Button variant="secondary" icon="lock">
            Masuk dengan kunci sandi
          </Button>
        </form>
      </PasskeyOffer>
      <p className="mt-6 max-w-text text-ink-soft">{SIGN_IN_WORDS.forgotten}</p>
    </>
  );
}
