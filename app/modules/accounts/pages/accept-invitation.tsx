import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { deviceFrom } from "#app/platform/http/device.ts";
import { villageAction, villageLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { formProps, secretProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { PasswordField, TextField } from "#app/ui/text-fields.tsx";
import { acceptInvitation } from "../accept-invitation.server.ts";
import { heldTitle } from "../components/held-title.ts";
import { openInvitedPhone } from "../contact.server.ts";
import { letIn } from "../device-cookies.ts";
import { localPhone } from "../identity-rules.ts";
import { AcceptInvitationInput } from "../input.ts";
import { getOpenInvitation } from "../invitation.server.ts";
import { LINK_WORDS, PASSWORD_HINT, positionTitle } from "../words.ts";

export const loader = villageLoader(async ({ ctx, params }) => {
  const token = params.token ?? "";
  const { invitation, areaName } = await getOpenInvitation(ctx, ctx.db, token);
  const { name, position, status } = invitation;
  const phone = await openInvitedPhone(ctx.keys, invitation);
  return {
    token,
    name,
    phone,
    title: heldTitle({ position, status, areaName }, null),
    village: ctx.tenant.name,
  };
});

export const action = villageAction(({ ctx, form, params, request }) =>
  submitForm(
    form,
    AcceptInvitationInput,
    async (input) => {
      const device = deviceFrom(ctx.config, request);
      const link = { token: params.token ?? "", device };
      const accepted = await acceptInvitation(ctx, link, input);
      const { position, status } = accepted.invitation;
      const sentence = LINK_WORDS.accepted(positionTitle(position, status));
      return letIn({ config: ctx.config, request, device }, accepted, "/kantor", sentence);
    },
    ["kata_sandi"],
  ),
);

export default function AcceptInvitation() {
  const { token, name, phone, title, village } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<AcceptInvitationInput>({
    id: "undangan",
    lastResult: useActionData() as FormReply | undefined,
    defaultValue: { nama: name, telepon: phone && localPhone(phone) },
  });
  return (
    <>
      <title>Undangan</title>
      <PageHeader title={`Bergabung sebagai ${title}`} lead={`Buat akun Anda di kantor Desa ${village}.`} />
      <form {...formProps(form)} className="flex max-w-form flex-col gap-5">
        <ErrorSummary errors={summaryErrors(form)} />
        <TextField
          {...textProps(fields.nama)}
          label="Nama"
          hint="Seperti yang tertulis dalam surat."
          required
        />
        <TextField
          {...textProps(fields.telepon)}
          label="Nomor telepon"
          hint="Dipakai untuk masuk."
          type="tel"
          inputMode="tel"
          autoComplete="tel"
        />
        <TextField
          {...textProps(fields.nama_pengguna)}
          label="Nama pengguna"
          hint="Isi bila Anda tidak punya nomor telepon, misalnya budi.kadus."
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
          <Button>Buat akun dan masuk</Button>
        </div>
      </form>
      <p className="mt-6">
        Sudah punya akun di desa ini?{" "}
        <a href={`/undangan/${token}/masuk`} className="inline-flex min-h-11 items-center">
          Terima dengan akun yang ada
        </a>
      </p>
    </>
  );
}
