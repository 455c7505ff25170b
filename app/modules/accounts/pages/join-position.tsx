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
import { heldTitle } from "../components/held-title.ts";
import { letIn } from "../device-cookies.ts";
import { JoinPositionInput } from "../input.ts";
import { getOpenInvitation } from "../invitation.server.ts";
import { joinPosition } from "../join-position.server.ts";
import { LINK_WORDS, positionTitle } from "../words.ts";

export const loader = villageLoader(async ({ ctx, params }) => {
  const token = params.token ?? "";
  const { invitation, areaName } = await getOpenInvitation(ctx, ctx.db, token);
  const { position, status } = invitation;
  return { token, title: heldTitle({ position, status, areaName }, null) };
});

export const action = villageAction(({ ctx, form, params, request }) =>
  submitForm(
    form,
    JoinPositionInput,
    async (input) => {
      const device = deviceFrom(ctx.config, request);
      const link = { token: params.token ?? "", device };
      const accepted = await joinPosition(ctx, link, input);
      const { position, status } = accepted.invitation;
      const sentence = LINK_WORDS.accepted(positionTitle(position, status));
      return letIn({ config: ctx.config, request, device }, accepted, "/kantor", sentence);
    },
    ["kata_sandi"],
  ),
);

export default function JoinPosition() {
  const { token, title } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<JoinPositionInput>({
    id: "terima",
    lastResult: useActionData() as FormReply | undefined,
  });
  return (
    <>
      <title>Terima jabatan</title>
      <PageHeader
        title={`Terima jabatan ${title}`}
        back={{ href: `/undangan/${token}`, label: "Buat akun baru" }}
        lead="Masuk dengan akun Anda di desa ini. Jabatan yang sudah Anda pegang tetap berlaku."
      />
      <form {...formProps(form)} className="flex max-w-form flex-col gap-5">
        <ErrorSummary errors={summaryErrors(form)} />
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
        <div>
          <Button>Terima jabatan</Button>
        </div>
      </form>
    </>
  );
}
