import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { PASSWORD_HINT } from "#app/modules/accounts/words.ts";
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
import { acceptOverseer } from "../accept-overseer.server.ts";
import { AcceptOverseerInput } from "../input.ts";
import { overseerHeaders } from "../overseer-cookie.ts";
import { getOpenOverseerInvitation } from "../overseer-invitations.server.ts";
import { roleName } from "../words.ts";

export const loader = portalLoader(async ({ ctx, params }) => {
  const found = await getOpenOverseerInvitation(ctx.directory, params.token ?? "", ctx.now);
  return { name: found.invitation.name, role: roleName(found.invitation, found.regencyName) };
});

export const action = portalAction(({ ctx, form, params, request }) =>
  submitForm(
    form,
    AcceptOverseerInput,
    async (input) => {
      const link = { token: params.token ?? "", device: deviceOf(request) };
      const { token, kind } = await acceptOverseer(ctx, link, input);
      return seeOther(`${oversightBase(kind)}/masuk/pasang`, overseerHeaders(ctx.config, token));
    },
    ["kata_sandi"],
  ),
);

export default function AcceptOverseerInvitation() {
  const { name, role } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<AcceptOverseerInput>({
    id: "undangan",
    lastResult: useActionData() as FormReply | undefined,
    defaultValue: { nama: name },
  });
  return (
    <>
      <title>Undangan</title>
      <PageHeader
        title={`Bergabung sebagai ${role}`}
        lead="Buat akun Anda. Setelah ini Anda memasang pengaman kedua, jadi siapkan ponsel Anda."
      />
      <form {...formProps(form)} className="flex max-w-form flex-col gap-5">
        <ErrorSummary errors={summaryErrors(form)} />
        <TextField {...textProps(fields.nama)} label="Nama" required autoComplete="name" />
        <TextField
          {...textProps(fields.nama_pengguna)}
          label="Nama pengguna"
          hint="Dipakai untuk masuk, misalnya budi.santoso."
          required
          autoComplete="username"
          autoCapitalize="none"
        />
        <PasswordField
          {...secretProps(fields.kata_sandi)}
          label="Buat kata sandi"
          hint={PASSWORD_HINT}
          required
          autoComplete="new-password"
        />
        <div>
          <Button>Buat akun</Button>
        </div>
      </form>
    </>
  );
}
