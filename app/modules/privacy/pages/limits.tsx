import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions, FormStack } from "#app/ui/form-layout.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { NumberField } from "#app/ui/text-fields.tsx";
import { BACK } from "../components/back.ts";
import { LimitsInput } from "../input.ts";
import { loadLimits, setLimits } from "../limits.server.ts";
import { KEEP_WORDS } from "../words.ts";

export const loader = officeLoader(({ ctx }) => loadLimits(ctx));

export const action = officeAction(({ ctx, form }) =>
  submitForm(form, LimitsInput, async (input) => {
    await setLimits(ctx, input);
    return redirectWithFlash(ctx.config, BACK.href, KEEP_WORDS.limitsSaved);
  }),
);

export default function Limits() {
  const { reveals, openings, exportRows } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<LimitsInput>({
    id: "batas",
    lastResult: useActionData() as FormReply | undefined,
    defaultValue: { data: String(reveals), catatan: String(openings), baris: String(exportRows) },
  });
  return (
    <>
      <title>Batas kewajaran</title>
      <PageHeader
        title="Batas kewajaran"
        back={BACK}
        lead="Bila satu akun melebihi batas ini, Kepala Desa dan Sekretaris Desa diberi tahu. Pukul 22.00 sampai 05.00 batasnya seperempat."
      />
      <form {...formProps(form)} className="max-w-form">
        <ErrorSummary errors={summaryErrors(form)} />
        <SubmitKey />
        <FormStack>
          <NumberField
            {...textProps(fields.data)}
            label="Data terlindung yang dilihat dalam satu jam"
            hint="Misalnya nomor telepon atau NIK lengkap."
            required
          />
          <NumberField
            {...textProps(fields.catatan)}
            label="Catatan pribadi yang dibuka dalam satu jam"
            required
          />
          <NumberField {...textProps(fields.baris)} label="Baris dalam satu ekspor" required />
        </FormStack>
        <FormActions>
          <Button icon="check">Simpan</Button>
          <ButtonLink href={BACK.href} variant="quiet">
            Batal
          </ButtonLink>
        </FormActions>
      </form>
    </>
  );
}
