import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions } from "#app/ui/form-layout.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden, TextArea } from "#app/ui/text-fields.tsx";
import { InformationTabs } from "../components/information-tabs.tsx";
import { HolidaysInput } from "../input.ts";
import { loadHolidays, saveHolidays } from "../save-holidays.server.ts";
import { HOLIDAY_WORDS } from "../words.ts";

const HERE = "/kantor/informasi/libur";

export const loader = officeLoader(({ ctx }) => loadHolidays(ctx));

export const action = officeAction(({ ctx, form }) =>
  submitForm(form, HolidaysInput, async (input) => {
    const { moved } = await saveHolidays(ctx, input);
    return redirectWithFlash(ctx.config, HERE, HOLIDAY_WORDS.saved(moved));
  }),
);

export default function Holidays() {
  const { holidays, version } = useLoaderData<typeof loader>();
  const [form, fields] = useForm({
    id: "libur",
    lastResult: useActionData() as FormReply | undefined,
    defaultValue: { libur: holidays.map(({ day, name }) => `${day} ${name}`).join("\n") },
  });
  return (
    <>
      <title>Hari libur</title>
      <PageHeader
        title="Hari libur"
        lead="Sabtu, Minggu, dan hari di daftar ini tidak dihitung sebagai hari kerja: untuk permohonan informasi, juga yang belum dijawab, dan untuk pengaduan yang masuk berikutnya."
      />
      <InformationTabs current={HERE} />
      <form {...formProps(form)}>
        <ErrorSummary errors={summaryErrors(form)} />
        <SubmitKey />
        <Hidden name="versi" value={version} />
        <TextArea
          {...textProps(fields.libur)}
          label="Hari libur"
          hint="Satu hari satu baris, misalnya: 2026-12-25 Natal. Salin dari SKB Hari Libur Nasional."
          rows={14}
          width="form"
        />
        <FormActions>
          <Button icon="check">Simpan</Button>
        </FormActions>
      </form>
    </>
  );
}
