import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions, FormStack } from "#app/ui/form-layout.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { NumberField } from "#app/ui/text-fields.tsx";
import { loadProgrammeSettings } from "../load-programme-settings.server.ts";
import { saveProgrammeSettings } from "../save-programme-settings.server.ts";
import { ProgrammeSettingsInput } from "../settings-input.ts";

export const loader = officeLoader(({ ctx }) => loadProgrammeSettings(ctx));

export const action = officeAction(({ ctx, form }) =>
  submitForm(form, ProgrammeSettingsInput, async (input) => {
    await saveProgrammeSettings(ctx, input);
    return redirectWithFlash(ctx.config, "/kantor/program-kerja", "Pengaturan program kerja tersimpan.");
  }),
);

export default function ProgrammeSettings() {
  const { deviationPoints, updateDays } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<Record<"batas_tertinggal" | "hari_laporan", string>>({
    id: "pengaturan",
    lastResult: useActionData() as FormReply | undefined,
    defaultValue: { batas_tertinggal: String(deviationPoints), hari_laporan: String(updateDays) },
  });
  return (
    <>
      <title>Pengaturan program kerja</title>
      <PageHeader
        title="Pengaturan program kerja"
        lead="Berlaku untuk semua tahun."
        back={{ href: "/kantor/program-kerja", label: "Program kerja" }}
      />
      <form {...formProps(form)}>
        <ErrorSummary errors={summaryErrors(form)} />
        <SubmitKey />
        <FormStack>
          <NumberField
            {...textProps(fields.batas_tertinggal)}
            label="Batas tertinggal"
            hint="Kegiatan yang fisiknya tertinggal lebih dari ini dari waktu harus dijelaskan penyebab dan perbaikannya."
            suffix="poin"
            required
          />
          <NumberField
            {...textProps(fields.hari_laporan)}
            label="Batas laporan triwulan"
            hint="Laporan dianggap tepat waktu sampai sekian hari setelah triwulan berakhir."
            suffix="hari"
            required
          />
        </FormStack>
        <FormActions>
          <Button type="submit">Simpan pengaturan</Button>
        </FormActions>
      </form>
    </>
  );
}
