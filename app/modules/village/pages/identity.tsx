import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { acceptAttribute } from "#app/platform/files/accepted-kinds.ts";
import { keepUpload } from "#app/platform/files/keep-upload.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { secretProps, textProps } from "#app/ui/conform.ts";
import { FieldRow, FormSection } from "#app/ui/form-layout.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { NumberField, TextArea, TextField } from "#app/ui/text-fields.tsx";
import { keptFileOf, UploadField } from "#app/ui/upload-field.tsx";
import { afterSaving } from "../checklist-rules.ts";
import { Emblem } from "../components/emblem.tsx";
import { SettingsForm, useBack } from "../components/settings-form.tsx";
import { selectEmblem } from "../emblem.server.ts";
import { EMBLEM_UPLOAD } from "../emblem-rules.ts";
import { SaveIdentityInput } from "../input.ts";
import { requireProfile } from "../profile.server.ts";
import { saveIdentity } from "../save-identity.server.ts";
import { SETTINGS_WORDS } from "../words.ts";

export const loader = officeLoader(async ({ ctx, frame }) => {
  const profile = requireProfile(frame?.profile);
  const [emblem] = await selectEmblem(ctx);
  return { profile, emblemSrc: emblem && (await ctx.fileUrl(emblem, ctx.actor.accountId)) };
});

export const action = officeAction(async ({ ctx, form, url }) => {
  await keepUpload(ctx, form, EMBLEM_UPLOAD);
  return submitForm(form, SaveIdentityInput, async (input) => {
    await saveIdentity(ctx, input);
    return redirectWithFlash(
      ctx.config,
      afterSaving(url.searchParams, "/kantor/pengaturan/identitas"),
      SETTINGS_WORDS.identitySaved,
    );
  });
});

export default function Identity() {
  const { profile, emblemSrc } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const [form, fields] = useForm<SaveIdentityInput>({
    id: "identitas",
    lastResult: reply,
    defaultValue: {
      versi: profile.updatedAt,
      alamat: profile.address,
      kode_pos: profile.postalCode,
      telepon: profile.phone,
      surel: profile.email,
      jam_pelayanan: profile.officeHours,
      tentang: profile.about,
    },
  });
  return (
    <>
      <title>Identitas desa</title>
      <PageHeader
        title="Identitas desa"
        lead="Tampil di halaman depan desa dan di kop surat."
        back={useBack()}
      />
      <SettingsForm form={form} version={fields.versi} hasFile>
        <FormSection title="Kantor">
          <TextField
            {...textProps(fields.alamat)}
            label="Alamat kantor"
            hint="Jalan dan nomor, tanpa nama desa."
            autoComplete="off"
          />
          <FieldRow>
            <NumberField {...textProps(fields.kode_pos)} label="Kode pos" maxLength={5} />
            <TextField {...textProps(fields.telepon)} label="Telepon kantor" type="tel" />
          </FieldRow>
          <TextField {...textProps(fields.surel)} label="Surel kantor" type="email" />
          <TextArea
            {...textProps(fields.jam_pelayanan)}
            label="Jam pelayanan"
            hint="Satu baris untuk tiap jam, misalnya Senin-Kamis 08.00-15.00."
            rows={3}
          />
          <TextArea
            {...textProps(fields.tentang)}
            label="Tentang desa"
            hint="Beberapa kalimat untuk pengunjung halaman desa."
            rows={5}
          />
        </FormSection>
        <FormSection title="Lambang" lead="Lambang kabupaten, seperti di kop surat Anda.">
          {emblemSrc && <Emblem src={emblemSrc} size="large" />}
          <UploadField
            {...secretProps(fields.berkas)}
            label={emblemSrc ? "Ganti lambang" : "Unggah lambang"}
            hint="PNG atau JPEG, paling besar 10 MB."
            accept={acceptAttribute(EMBLEM_UPLOAD.accept)}
            kept={keptFileOf(reply)}
          />
        </FormSection>
      </SettingsForm>
    </>
  );
}
