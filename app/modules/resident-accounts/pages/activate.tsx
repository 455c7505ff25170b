import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { loadBrand } from "#app/modules/village/public-frame.server.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { villageAction, villageLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TextField } from "#app/ui/text-fields.tsx";
import { activateAccount } from "../activate-account.server.ts";
import { PinFields } from "../components/pin-fields.tsx";
import { ActivateInput } from "../input.ts";
import { rememberDevice, residentDeviceFrom } from "../known-device.server.ts";
import { residentHeaders } from "../resident-cookie.ts";
import { ACCOUNT_WORDS } from "../words.ts";

const LONGEST = 20;

export const loader = villageLoader(async ({ ctx, url }) => ({
  ...(await loadBrand(ctx)),
  code: (url.searchParams.get("kode") ?? "").slice(0, LONGEST),
}));

export const action = villageAction(({ ctx, form, request }) =>
  submitForm(
    form,
    ActivateInput,
    async (input) => {
      const device = residentDeviceFrom(ctx, request);
      const token = await activateAccount(ctx, input, device.name);
      const headers = await rememberDevice(ctx, residentHeaders(ctx.config, token), device, input.nik);
      return redirectWithFlash(ctx.config, "/warga", ACCOUNT_WORDS.activated, headers);
    },
    ["pin_baru", "pin_lagi"],
  ),
);

export default function Activate() {
  const { code } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<ActivateInput>({
    id: "aktifkan",
    defaultValue: { kode: code },
    lastResult: useActionData() as FormReply | undefined,
  });
  return (
    <>
      <title>Aktifkan akun</title>
      <PageHeader
        title="Aktifkan akun"
        lead="Dengan slip dari kantor desa. Juga bila Anda lupa PIN."
        back={{ href: "/warga/masuk", label: "Masuk warga" }}
      />
      <form {...formProps(form)} className="flex max-w-form flex-col gap-5">
        <ErrorSummary errors={summaryErrors(form)} />
        <TextField
          {...textProps(fields.kode)}
          label="Kode pada slip"
          hint="Misalnya 7KQ2M-9XWPD."
          required
          autoComplete="off"
          autoCapitalize="characters"
        />
        <TextField
          {...textProps(fields.nik)}
          label="NIK"
          hint="16 angka pada KTP atau KK."
          required
          inputMode="numeric"
          autoComplete="username"
        />
        <PinFields fields={fields} />
        <Button type="submit">Aktifkan</Button>
      </form>
    </>
  );
}
