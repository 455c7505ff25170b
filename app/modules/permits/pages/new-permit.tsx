import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-fields.tsx";
import { choiceProps, formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FieldRow, FormActions, FormSection, FormStack } from "#app/ui/form-layout.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { NumberField, TextArea, TextField } from "#app/ui/text-fields.tsx";
import { askPermit } from "../ask-permit.server.ts";
import { PlaceField } from "../components/place-field.tsx";
import { TimeFields } from "../components/time-fields.tsx";
import { AskInput } from "../input.ts";
import { loadAskForm } from "../load-ask-form.server.ts";
import { PERMIT_KINDS } from "../permit-rules.ts";
import { KIND_WORDS, PERMIT_WORDS } from "../words.ts";

export const loader = officeLoader(({ ctx, params }) => loadAskForm(ctx, params.id ?? null));

export const action = officeAction(({ ctx, form, params }) =>
  submitForm(form, AskInput, async (input) => {
    const { id, number } = await askPermit(ctx, params.id ?? null, input);
    return redirectWithFlash(ctx.config, `/kantor/izin/${id}`, PERMIT_WORDS.made(number));
  }),
);

export default function NewPermit() {
  const { person, places, today } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const [form, fields] = useForm({
    id: "permohonan",
    lastResult: reply,
    defaultValue: {
      ...{ jenis: "", keperluan: "", tempat: "", lokasi: "", nama: "", nik: "", alamat: "", telepon: "" },
      ...{ mulai: today, jam_mulai: "08:00", selesai: today, jam_selesai: "17:00" },
    },
  });
  return (
    <>
      <title>Catat permohonan izin</title>
      <PageHeader
        title={person ? `Permohonan izin ${person.name}` : "Permohonan izin orang dari luar"}
        lead={person?.areaText}
        back={{ href: "/kantor/izin/baru", label: "Cari orang lain" }}
      />
      <form {...formProps(form)}>
        <ErrorSummary errors={summaryErrors(form)} />
        <SubmitKey />
        <FormStack>
          {!person && (
            <FormSection title="Pemohon">
              <TextField {...textProps(fields.nama)} label="Nama" autoComplete="off" required />
              <FieldRow>
                <NumberField {...textProps(fields.nik)} label="NIK" width="form" />
                <TextField
                  {...textProps(fields.telepon)}
                  label="Nomor telepon"
                  type="tel"
                  autoComplete="off"
                />
              </FieldRow>
              <TextField {...textProps(fields.alamat)} label="Alamat" autoComplete="off" />
            </FormSection>
          )}
          <RadioGroup
            {...choiceProps(fields.jenis)}
            label="Jenis izin"
            choices={PERMIT_KINDS.map((kind) => ({
              value: kind,
              label: KIND_WORDS[kind].name,
              hint: KIND_WORDS[kind].purpose,
            }))}
            columns={2}
            required
          />
          <TextArea {...textProps(fields.keperluan)} label="Keperluan" rows={2} width="form" required />
          <PlaceField field={fields.tempat} places={places} />
          <TextField
            {...textProps(fields.lokasi)}
            label="Lokasi lain"
            hint="Untuk penelitian dan rekomendasi: di mana kegiatannya."
          />
          <TimeFields fields={fields} />
          {person && (
            <TextField {...textProps(fields.telepon)} label="Nomor telepon" type="tel" autoComplete="off" />
          )}
        </FormStack>
        <FormActions>
          <Button icon="check">Simpan permohonan</Button>
        </FormActions>
      </form>
    </>
  );
}
