import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { PASSWORD_HINT } from "#app/modules/accounts/words.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { oversightAction, oversightLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { oversightBase } from "#app/platform/overseer.ts";
import { Button } from "#app/ui/button.tsx";
import { formProps, secretProps, summaryErrors } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { PasswordField } from "#app/ui/text-fields.tsx";
import { changeOverseerPassword } from "../change-overseer-password.server.ts";
import { ChangeOverseerPasswordInput } from "../input.ts";
import { OVERSEER_WORDS } from "../words.ts";

export const loader = oversightLoader(({ ctx }) => ({ base: oversightBase(ctx.overseer.kind) }));

export const action = oversightAction(({ ctx, form }) =>
  submitForm(
    form,
    ChangeOverseerPasswordInput,
    async (input) => {
      await changeOverseerPassword(ctx, input);
      const to = `${oversightBase(ctx.overseer.kind)}/akun`;
      return redirectWithFlash(ctx.config, to, OVERSEER_WORDS.passwordChanged);
    },
    ["kata_sandi", "kata_sandi_baru", "ulangi"],
  ),
);

export default function OwnOverseerPassword() {
  const { base } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<ChangeOverseerPasswordInput>({
    id: "sandi",
    lastResult: useActionData() as FormReply | undefined,
  });
  return (
    <>
      <title>Ganti kata sandi</title>
      <PageHeader title="Ganti kata sandi" back={{ href: `${base}/akun`, label: "Akun saya" }} />
      <form {...formProps(form)} className="flex max-w-form flex-col gap-5">
        <ErrorSummary errors={summaryErrors(form)} />
        <SubmitKey />
        <PasswordField
          {...secretProps(fields.kata_sandi)}
          label="Kata sandi sekarang"
          required
          autoComplete="current-password"
        />
        <PasswordField
          {...secretProps(fields.kata_sandi_baru)}
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
          <Button>Ganti kata sandi</Button>
        </div>
      </form>
    </>
  );
}
