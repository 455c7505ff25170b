import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Checkbox, RadioGroup } from "#app/ui/choice-fields.tsx";
import { checkboxProps, choiceProps } from "#app/ui/conform.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { afterSaving } from "../checklist-rules.ts";
import { SettingsForm, useBack } from "../components/settings-form.tsx";
import { SavePaperInput } from "../input.ts";
import { requireProfile } from "../profile.server.ts";
import { savePaper } from "../save-paper.server.ts";
import { SETTINGS_WORDS } from "../words.ts";

export const loader = officeLoader(({ frame }) => {
  const { paper, updatedAt } = requireProfile(frame?.profile);
  return { paper, version: updatedAt };
});

export const action = officeAction(({ ctx, form, url }) =>
  submitForm(form, SavePaperInput, async (input) => {
    await savePaper(ctx, input);
    const sentence = input.sesuai ? SETTINGS_WORDS.paperChecked : SETTINGS_WORDS.paperSaved;
    return redirectWithFlash(
      ctx.config,
      afterSaving(url.searchParams, "/kantor/pengaturan/kertas"),
      sentence,
    );
  }),
);

const CHOICES = [
  { value: "F4", label: "F4 (215 x 330 mm)", hint: "Juga disebut folio; lazim di kantor desa." },
  { value: "A4", label: "A4 (210 x 297 mm)" },
];

export default function PaperSettings() {
  const { paper, version } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<SavePaperInput>({
    id: "kertas",
    lastResult: useActionData() as FormReply | undefined,
    defaultValue: { versi: version, kertas: paper },
  });
  return (
    <>
      <title>Kertas dan cetak uji</title>
      <PageHeader
        title="Kertas dan cetak uji"
        lead="Surat dan laporan dibuat untuk kertas ini. Cetak satu halaman uji dan ukur dengan penggaris, supaya kop dan isi surat pas."
        back={useBack()}
      />
      <ol className="mb-6 flex max-w-text list-decimal flex-col gap-3 pl-5">
        <li>
          Cetak halaman uji dengan skala 100% (“ukuran sebenarnya”).
          <div className="mt-3 flex flex-wrap gap-3">
            {CHOICES.map(({ value }) => (
              <ButtonLink
                key={value}
                href={`/kantor/pengaturan/kertas/cetak-uji.pdf?kertas=${value}`}
                icon="print"
              >
                Cetak uji {value}
              </ButtonLink>
            ))}
          </div>
        </li>
        <li>Ukur garis pada halaman itu. Panjangnya harus sama dengan angka yang tertulis.</li>
        <li>Pilih ukuran kertas yang cocok, lalu simpan.</li>
      </ol>
      <SettingsForm form={form} version={fields.versi}>
        <RadioGroup {...choiceProps(fields.kertas)} label="Ukuran kertas" choices={CHOICES} required />
        <Checkbox
          {...checkboxProps(fields.sesuai)}
          label="Saya sudah mencetak halaman uji, dan ukurannya sesuai penggaris."
        />
      </SettingsForm>
    </>
  );
}
