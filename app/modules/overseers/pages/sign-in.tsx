import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { deviceOf } from "#app/platform/http/device.ts";
import { seeOther } from "#app/platform/http/flash.ts";
import { portalAction, portalLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { oversightBase } from "#app/platform/overseer.ts";
import { Button } from "#app/ui/button.tsx";
import { formProps, secretProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { PasswordField, TextField } from "#app/ui/text-fields.tsx";
import { OverseerSignInInput } from "../input.ts";
import { overseerHeaders, safeOversightNext } from "../overseer-cookie.ts";
import { officeOf } from "../overseer-place.ts";
import { signInOverseer } from "../sign-in-overseer.server.ts";
import { OFFICE_NAMES } from "../words.ts";

export const loader = portalLoader(({ url }) => {
  const kind = officeOf(url);
  return { kind, next: safeOversightNext(kind, url.searchParams.get("next")) };
});

export const action = portalAction(({ ctx, form, request, url }) =>
  submitForm(
    form,
    OverseerSignInInput,
    async (input) => {
      const kind = officeOf(url);
      const { token } = await signInOverseer(ctx, kind, input, deviceOf(request));
      const next = encodeURIComponent(safeOversightNext(kind, input.next));
      return seeOther(`${oversightBase(kind)}/masuk/kode?next=${next}`, overseerHeaders(ctx.config, token));
    },
    ["kata_sandi"],
  ),
);

export default function OverseerSignIn() {
  const { kind, next } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<OverseerSignInInput>({
    id: "masuk",
    lastResult: useActionData() as FormReply | undefined,
  });
  return (
    <>
      <title>Masuk</title>
      <PageHeader title="Masuk" lead={`Khusus ${OFFICE_NAMES[kind]}.`} />
      <form {...formProps(form)} className="flex max-w-form flex-col gap-5">
        <ErrorSummary errors={summaryErrors(form)} />
        <input type="hidden" name="next" value={next} />
        <TextField
          {...textProps(fields.identitas)}
          label="Nama pengguna"
          required
          autoComplete="username"
          autoCapitalize="none"
        />
        <PasswordField
          {...secretProps(fields.kata_sandi)}
          label="Kata sandi"
          required
          autoComplete="current-password"
        />
        <div>
          <Button>Lanjutkan</Button>
        </div>
      </form>
      <p className="mt-6 max-w-text text-ink-soft">
        Perangkat desa masuk melalui alamat desanya sendiri. <a href="/">Cari desa</a>
      </p>
    </>
  );
}
