import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup, Select } from "#app/ui/choice-fields.tsx";
import { choiceProps, formProps, selectProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions, FormStack } from "#app/ui/form-layout.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { TextField } from "#app/ui/text-fields.tsx";
import { addActivity } from "../add-activity.server.ts";
import { AddActivityInput } from "../input.ts";
import { loadSections } from "../load-plan.server.ts";
import { yearParam } from "../params.ts";
import { SHELF } from "../shelf.ts";
import { TEMPLATE } from "../template.ts";

export const loader = officeLoader(async ({ ctx, params }) => {
  const { programme, sections, standingKeys } = await loadSections(ctx, yearParam(params));
  const groups = [
    { name: "Contoh awal yang dicoret", activities: TEMPLATE.flatMap((each) => each.activities) },
    ...SHELF,
  ];
  const shelf = groups.flatMap((group) =>
    group.activities
      .filter((activity) => !standingKeys.includes(activity.key))
      .map(({ key, name, purpose }) => ({ key, name, purpose, group: group.name })),
  );
  return { year: programme.year, sections: sections.map(({ id, name }) => ({ id, name })), shelf };
});

export const action = officeAction(({ ctx, form, params }) =>
  submitForm(form, AddActivityInput, async (input) => {
    const { id } = await addActivity(ctx, yearParam(params), input);
    const sentence = "Kegiatan ditambahkan. Lengkapi rencananya: bulan, pelaksana, anggaran, dan target.";
    return redirectWithFlash(ctx.config, `/kantor/program-kerja/kegiatan/${id}/rencana`, sentence);
  }),
);

export default function NewActivity() {
  const { year, sections, shelf } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<AddActivityInput>({
    id: "tambah",
    lastResult: useActionData() as FormReply | undefined,
  });
  return (
    <>
      <title>{`Tambah kegiatan ${year}`}</title>
      <PageHeader
        title="Tambah kegiatan"
        lead="Tulis kegiatan sendiri, atau ambil kegiatan siap pakai dari rak."
        back={{ href: `/kantor/program-kerja/${year}`, label: `Program kerja ${year}` }}
      />
      <form {...formProps(form)}>
        <ErrorSummary errors={summaryErrors(form)} />
        <SubmitKey />
        <FormStack>
          <Select
            {...selectProps(fields.program)}
            label="Program"
            required
            placeholder="Pilih program"
            options={sections.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextField
            {...textProps(fields.nama)}
            label="Nama kegiatan"
            hint="Kosongkan bila Anda memilih kegiatan dari rak di bawah."
          />
          <RadioGroup
            {...choiceProps(fields.rak)}
            label="Rak kegiatan siap pakai"
            hint="Tujuan, tugas pokok, dasar hukum, kode, dan indikatornya sudah terisi."
            choices={[
              { value: "", label: "Tulis sendiri" },
              ...shelf.map(({ key, name, purpose }) => ({ value: key, label: name, hint: purpose })),
            ]}
          />
        </FormStack>
        <FormActions>
          <Button type="submit">Tambahkan</Button>
        </FormActions>
      </form>
    </>
  );
}
