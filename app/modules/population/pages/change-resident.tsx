import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { dayIn } from "#app/platform/clock.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { type FieldMeta, formProps, summaryErrors } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions, FormStack } from "#app/ui/form-layout.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden } from "#app/ui/text-fields.tsx";
import { changeResident } from "../change-resident.server.ts";
import { ChangeFields } from "../components/change-fields.tsx";
import { DoubtNotice } from "../components/doubt-notice.tsx";
import { ResidentFormSections } from "../components/resident-form-sections.tsx";
import { atField } from "../event-day-field.ts";
import { loadChange } from "../load-form.server.ts";
import { ChangeResidentInput } from "../resident-form.ts";
import { FORM_WORDS } from "../words.ts";

export const loader = officeLoader(async ({ ctx, params, frame }) => ({
  ...(await loadChange(ctx, params.id ?? "")),
  today: dayIn(ctx.tenant.timeZone, ctx.now),
  hamletTerm: frame?.profile?.hamletTerm ?? "Dusun",
}));

export const action = officeAction(({ ctx, form, params }) =>
  submitForm(form, ChangeResidentInput, async (input) => {
    const id = params.id ?? "";
    await atField("tanggal", () => changeResident(ctx, id, input));
    const said = input.sifat === "perubahan" ? FORM_WORDS.changed : FORM_WORDS.corrected;
    return redirectWithFlash(ctx.config, `/kantor/penduduk/${id}`, said);
  }),
);

export default function ChangeResident() {
  const { person, values, masked, areas, allowed, today, hamletTerm } = useLoaderData<typeof loader>();
  const [form, typed] = useForm<Record<string, string>>({
    id: "warga",
    lastResult: useActionData() as FormReply | undefined,
    defaultValue: {
      ...values,
      sifat: "perubahan",
      tanggal: today,
      versi: String(person.version),
      wilayah: person.areaId ?? "",
    },
  });
  const fields = typed as unknown as Record<string, FieldMeta | undefined>;
  const here = `/kantor/penduduk/${person.id}`;
  return (
    <>
      <title>{`Ubah data ${person.name}`}</title>
      <PageHeader title={`Ubah data ${person.name}`} back={{ href: here, label: person.name }} />
      <form {...formProps(form)}>
        <ErrorSummary errors={summaryErrors(form)} />
        <SubmitKey />
        <Hidden name="versi" value={String(fields.versi?.initialValue ?? person.version)} />
        <FormStack>
          <DoubtNotice fields={fields} />
          <ResidentFormSections fields={fields} allowed={allowed} masked={masked} />
          <ChangeFields
            fields={fields}
            hasCard={person.familyId !== null}
            areas={areas}
            hamletTerm={hamletTerm}
          />
        </FormStack>
        <FormActions>
          <Button>Simpan</Button>
          <ButtonLink href={here} variant="quiet">
            Batal
          </ButtonLink>
        </FormActions>
      </form>
    </>
  );
}
