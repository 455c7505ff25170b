import { useForm } from "@conform-to/react";
import { useActionData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { formProps, secretProps, summaryErrors } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { PasswordField } from "#app/ui/text-fields.tsx";
import { changePassword } from "../change-password.server.ts";
import { ChangePasswordInput } from "../input.ts";
import { ACCOUNT_WORDS, PASSWORD_HINT } from "../words.ts";

export const action = officeAction(({ ctx, form }) =>
  submitForm(
    form,
    ChangePasswordInput,
    async (input) => {
      await changePassword(ctx, input);
      return redirectWithFlash(ctx.config, "/kantor/akun", ACCOUNT_WORDS.passwordChanged);
    },
    ["kata_sandi", "kata_sandi_baru", "ulangi"],
  ),
);

export default function OwnPassword() {
  const [form, fields] = useForm<ChangePasswordInput>({
    id: "sandi",
    lastResult: useActionData() as FormReply | undefined,
  });
  return (
    <>
      <title>Ganti kata sandi</title>
      <PageHeader title="Ganti kata sandi" back={{ href: "/kantor/akun", label: "Akun saya" }} />
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
        <div className="flex flex-col gap-3 sm:flex-row">
          <Button>Ganti kata sandi</Button>
          <ButtonLink href="/kantor/akun" variant="quiet">
            Batal
          </ButtonLink>
        </div>
      </form>
    </>
  );
}
