import { useForm } from "@conform-to/react";
import { useActionData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { residentAction } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { formProps, secretProps, summaryErrors } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { PasswordField } from "#app/ui/text-fields.tsx";
import { changePin } from "../change-pin.server.ts";
import { PinFields } from "../components/pin-fields.tsx";
import { ChangePinInput } from "../input.ts";
import { ACCOUNT_WORDS } from "../words.ts";

export const action = residentAction(({ ctx, form }) =>
  submitForm(
    form,
    ChangePinInput,
    async (input) => {
      await changePin(ctx, input);
      return redirectWithFlash(ctx.config, "/warga/akun", ACCOUNT_WORDS.pinChanged);
    },
    ["pin", "pin_baru", "pin_lagi"],
  ),
);

export default function ChangePin() {
  const [form, fields] = useForm<ChangePinInput>({
    id: "pin",
    lastResult: useActionData() as FormReply | undefined,
  });
  return (
    <>
      <title>Ganti PIN</title>
      <PageHeader title="Ganti PIN" back={{ href: "/warga/akun", label: "Akun saya" }} />
      <form {...formProps(form)} className="flex max-w-form flex-col gap-5">
        <ErrorSummary errors={summaryErrors(form)} />
        <SubmitKey />
        <PasswordField
          {...secretProps(fields.pin)}
          label="PIN atau kata sandi sekarang"
          required
          autoComplete="current-password"
        />
        <PinFields fields={fields} />
        <Button type="submit">Ganti PIN</Button>
      </form>
    </>
  );
}
