import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { deviceFrom } from "#app/platform/http/device.ts";
import { villageAction, villageLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { formProps, secretProps, summaryErrors } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { PasswordField } from "#app/ui/text-fields.tsx";
import { letIn } from "../device-cookies.ts";
import { SetPasswordInput } from "../input.ts";
import { getOpenPasswordReset, setPassword } from "../set-password.server.ts";
import { inSentence, LINK_WORDS, PASSWORD_HINT } from "../words.ts";

export const loader = villageLoader(async ({ ctx, params }) => {
  const { account } = await getOpenPasswordReset(ctx, ctx.db, params.token ?? "");
  return { name: account.name };
});

export const action = villageAction(({ ctx, form, params, request }) =>
  submitForm(
    form,
    SetPasswordInput,
    async (input) => {
      const device = deviceFrom(ctx.config, request);
      const signedIn = await setPassword(ctx, { token: params.token ?? "", device }, input);
      return letIn({ config: ctx.config, request, device }, signedIn, "/kantor", LINK_WORDS.resetDone);
    },
    ["kata_sandi", "ulangi"],
  ),
);

export default function SetPassword() {
  const { name } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<SetPasswordInput>({
    id: "sandi",
    lastResult: useActionData() as FormReply | undefined,
  });
  return (
    <>
      <title>Buat kata sandi baru</title>
      <PageHeader title="Buat kata sandi baru" lead={`Untuk akun ${inSentence(name)}.`} />
      <form {...formProps(form)} className="flex max-w-form flex-col gap-5">
        <ErrorSummary errors={summaryErrors(form)} />
        <PasswordField
          {...secretProps(fields.kata_sandi)}
          label="Kata sandi baru"
          hint={PASSWORD_HINT}
          required
          autoComplete="new-password"
        />
        <PasswordField
          {...secretProps(fields.ulangi)}
          label="Ulangi kata sandi baru"
          required
          autoComplete="new-password"
        />
        <div>
          <Button>Simpan dan masuk</Button>
        </div>
      </form>
    </>
  );
}
