import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { loadBrand } from "#app/modules/village/public-frame.server.ts";
import { seeOther } from "#app/platform/http/flash.ts";
import { villageAction, villageLoader } from "#app/platform/http/handlers.ts";
import { safeResidentNext } from "#app/platform/http/safe-next.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { formProps, secretProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { PasswordField, TextField } from "#app/ui/text-fields.tsx";
import { ResidentSignInInput } from "../input.ts";
import { rememberDevice, residentDeviceFrom } from "../known-device.server.ts";
import { residentHeaders } from "../resident-cookie.ts";
import { signInResident } from "../sign-in-resident.server.ts";
import { SIGN_IN_WORDS } from "../words.ts";

export const loader = villageLoader(async ({ ctx, url }) => ({
  ...(await loadBrand(ctx)),
  next: safeResidentNext(url.searchParams.get("next")),
}));

export const action = villageAction(({ ctx, form, request }) =>
  submitForm(
    form,
    ResidentSignInInput,
    async (input) => {
      const device = residentDeviceFrom(ctx, request);
      const token = await signInResident(ctx, input, device);
      const headers = await rememberDevice(ctx, residentHeaders(ctx.config, token), device, input.nik);
      return seeOther(safeResidentNext(input.next ?? null), headers);
    },
    ["pin"],
  ),
);

export default function SignIn() {
  const { next } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<ResidentSignInInput>({
    id: "masuk",
    lastResult: useActionData() as FormReply | undefined,
  });
  return (
    <>
      <title>Masuk warga</title>
      <PageHeader title="Masuk warga" lead="Minta surat dan lihat sampai mana prosesnya, dari ponsel Anda." />
      <form {...formProps(form)} className="flex max-w-form flex-col gap-5">
        <ErrorSummary errors={summaryErrors(form)} />
        <input type="hidden" name="next" value={next} />
        <TextField
          {...textProps(fields.nik)}
          label="NIK"
          hint="16 angka pada KTP atau KK."
          required
          inputMode="numeric"
          autoComplete="username"
        />
        <PasswordField
          {...secretProps(fields.pin)}
          label="PIN atau kata sandi"
          required
          autoComplete="current-password"
        />
        <Button type="submit">Masuk</Button>
      </form>
      <ul className="mt-6 flex max-w-text flex-col">
        <li>
          <a href="/warga/aktifkan" className="inline-flex min-h-11 items-center">
            Aktifkan akun dengan slip dari kantor desa
          </a>
        </li>
        <li>
          <a href="/warga/daftar" className="inline-flex min-h-11 items-center">
            Belum punya akun dan slip? Daftar
          </a>
        </li>
      </ul>
      <p className="mt-4 max-w-text text-ink-soft">{SIGN_IN_WORDS.forgotten}</p>
    </>
  );
}
