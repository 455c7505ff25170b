import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { RadioGroup } from "#app/ui/choice-fields.tsx";
import { choiceProps, textProps } from "#app/ui/conform.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TextField } from "#app/ui/text-fields.tsx";
import { afterSaving } from "../checklist-rules.ts";
import { SettingsForm, useBack } from "../components/settings-form.tsx";
import { SaveLocalTermsInput } from "../input.ts";
import { requireProfile } from "../profile.server.ts";
import { saveLocalTerms } from "../save-local-terms.server.ts";
import { localTermsOf, ZONE_NAMES } from "../term-rules.ts";
import { SETTINGS_WORDS } from "../words.ts";

export const loader = officeLoader(({ frame }) => {
  const profile = requireProfile(frame?.profile);
  return { profile, local: localTermsOf(profile.regionCode) };
});

export const action = officeAction(({ ctx, form, url }) =>
  submitForm(form, SaveLocalTermsInput, async (input) => {
    await saveLocalTerms(ctx, input);
    return redirectWithFlash(
      ctx.config,
      afterSaving(url.searchParams, "/kantor/pengaturan/waktu"),
      SETTINGS_WORDS.termsSaved,
    );
  }),
);

const ZONES = Object.entries(ZONE_NAMES).map(([value, label]) => ({ value, label }));

export default function LocalTerms() {
  const { profile, local } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<SaveLocalTermsInput>({
    id: "waktu",
    lastResult: useActionData() as FormReply | undefined,
    defaultValue: {
      versi: profile.updatedAt,
      zona: profile.timeZone,
      sebutan_desa: profile.villageTerm,
      sebutan_kepala: profile.headTerm,
      sebutan_dusun: profile.hamletTerm,
    },
  });
  return (
    <>
      <title>Waktu dan sebutan setempat</title>
      <PageHeader
        title="Waktu dan sebutan setempat"
        lead="Zona waktu menentukan kapan sesuatu jatuh tempo. Sebutan dipakai di layar, surat, dan laporan."
        back={useBack()}
      />
      <SettingsForm form={form} version={fields.versi}>
        <RadioGroup
          {...choiceProps(fields.zona)}
          label="Zona waktu"
          hint={`Sudah dipilihkan menurut provinsi: ${profile.provinceName}.`}
          choices={ZONES}
          required
        />
        {local && (
          <Notice>
            Di {profile.provinceName} lazim dipakai: {local.villageTerm}, {local.headTerm}, {local.hamletTerm}
            . Tulis sebutan yang berlaku di tempat Anda.
          </Notice>
        )}
        <TextField {...textProps(fields.sebutan_desa)} label="Sebutan untuk desa" required />
        <TextField {...textProps(fields.sebutan_kepala)} label="Sebutan untuk kepala desa" required />
        <TextField {...textProps(fields.sebutan_dusun)} label="Sebutan untuk dusun" required />
      </SettingsForm>
    </>
  );
}
