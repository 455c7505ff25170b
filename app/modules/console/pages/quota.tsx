import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { oversightAction, oversightLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { NumberField, TextArea } from "#app/ui/text-fields.tsx";
import { getVillageForChange, giveQuota } from "../change-village.server.ts";
import { Room } from "../components/room.tsx";
import { QuotaInput } from "../input.ts";
import { GIGABYTE, QUOTA_GB } from "../rules.ts";
import { CONSOLE_WORDS } from "../words.ts";

export const loader = oversightLoader(async ({ ctx, params }) => {
  const { id, name, fileBytes, quotaBytes } = await getVillageForChange(ctx, params.id ?? "");
  return { id, name, fileBytes, quotaBytes };
});

export const action = oversightAction(async ({ ctx, params, form }) =>
  submitForm(form, QuotaInput, async (input) => {
    const id = params.id ?? "";
    const { name } = await giveQuota(ctx, id, input);
    return redirectWithFlash(ctx.config, `/operator/desa/${id}`, CONSOLE_WORDS.quotaGiven(name));
  }),
);

export default function Quota() {
  const { id, name, fileBytes, quotaBytes } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<QuotaInput>({
    id: "ruang",
    lastResult: useActionData() as FormReply | undefined,
    defaultValue: { gigabyte: Math.round(quotaBytes / GIGABYTE) },
  });
  return (
    <>
      <title>{`Ruang berkas desa ${name}`}</title>
      <PageHeader
        title={`Ruang berkas desa ${name}`}
        back={{ href: `/operator/desa/${id}`, label: `Desa ${name}` }}
      />
      <div className="flex flex-col gap-6">
        <p>
          Terpakai: <Room fileBytes={fileBytes} quotaBytes={quotaBytes} />
        </p>
        <form {...formProps(form)} className="flex max-w-form flex-col gap-5">
          <ErrorSummary errors={summaryErrors(form)} />
          <SubmitKey />
          <NumberField
            {...textProps(fields.gigabyte)}
            label="Ruang berkas"
            hint={`Dari ${QUOTA_GB.least} sampai ${QUOTA_GB.most} GB. Bila lebih kecil daripada yang terpakai, tidak ada yang dihapus, tetapi desa tidak dapat menyimpan berkas baru.`}
            suffix="GB"
            required
          />
          <TextArea {...textProps(fields.alasan)} label="Alasan" rows={3} required />
          <div>
            <Button>Simpan ruang</Button>
          </div>
        </form>
      </div>
    </>
  );
}
