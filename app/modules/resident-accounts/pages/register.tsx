import { useForm } from "@conform-to/react";
import { useActionData } from "react-router";
import { loadBrand } from "#app/modules/village/public-frame.server.ts";
import { acceptAttribute } from "#app/platform/files/accepted-kinds.ts";
import { keepUpload } from "#app/platform/files/keep-upload.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { villageAction, villageLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { formProps, secretProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { PhotoForm } from "#app/ui/photo-form.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { DateField, TextField } from "#app/ui/text-fields.tsx";
import { keptFileOf, UploadField } from "#app/ui/upload-field.tsx";
import { PinFields } from "../components/pin-fields.tsx";
import { RegisterInput } from "../input.ts";
import { KTP_PHOTO, registerResident, requireRegistrationRoom } from "../register-resident.server.ts";
import { REGISTRATION_WORDS } from "../words.ts";

export const loader = villageLoader(({ ctx }) => loadBrand(ctx));

export const action = villageAction(async ({ ctx, form }) => {
  await requireRegistrationRoom(ctx, form);
  await keepUpload(ctx, form, KTP_PHOTO);
  return submitForm(
    form,
    RegisterInput,
    async (input) => {
      await registerResident(ctx, input);
      return redirectWithFlash(ctx.config, "/warga/masuk", REGISTRATION_WORDS.sent);
    },
    ["pin_baru", "pin_lagi"],
  );
});

export default function Register() {
  const reply = useActionData() as FormReply | undefined;
  const [form, fields] = useForm<RegisterInput>({ id: "daftar", lastResult: reply });
  return (
    <>
      <title>Daftar akun warga</title>
      <PageHeader
        title="Daftar akun warga"
        lead="Untuk warga yang tercatat di desa ini dan belum menerima slip."
        back={{ href: "/warga/masuk", label: "Masuk warga" }}
      />
      <div className="mb-6">
        <Notice title="Untuk apa data ini">
          Foto KTP dan isian ini hanya dipakai petugas untuk mencocokkan Anda dengan data penduduk. Keduanya
          dihapus begitu pendaftaran diputuskan, paling lambat 30 hari.
        </Notice>
      </div>
      <PhotoForm>
        <form {...formProps(form)} encType="multipart/form-data" className="flex max-w-form flex-col gap-5">
          <ErrorSummary errors={summaryErrors(form)} />
          <SubmitKey />
          <TextField
            {...textProps(fields.nik)}
            label="NIK"
            required
            inputMode="numeric"
            autoComplete="username"
          />
          <TextField {...textProps(fields.nama)} label="Nama seperti pada KTP" required autoComplete="name" />
          <DateField {...textProps(fields.tanggal_lahir)} label="Tanggal lahir" required />
          <TextField {...textProps(fields.telepon)} type="tel" label="Nomor telepon" required />
          <PinFields fields={fields} />
          <UploadField
            {...secretProps(fields.berkas)}
            label="Foto KTP"
            hint="JPEG, PNG, atau WebP, paling besar 10 MB. Letak dan data kamera di dalamnya dibuang."
            accept={acceptAttribute(["image"])}
            required
            kept={keptFileOf(reply)}
          />
          <Button type="submit" icon="send">
            Kirim pendaftaran
          </Button>
        </form>
      </PhotoForm>
    </>
  );
}
