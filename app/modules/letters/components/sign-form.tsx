import { acceptAttribute } from "#app/platform/files/accepted-kinds.ts";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/card.tsx";
import { PhotoForm } from "#app/ui/photo-form.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden } from "#app/ui/text-fields.tsx";
import { keptFileOf, UploadField } from "#app/ui/upload-field.tsx";

/** Marks a letter as signed by pen: one tap, or with a photo of what was signed. */
export function SignForm({ version, reply }: { version: number; reply: FormReply | undefined }) {
  const errors = reply?.error?.berkas ?? undefined;
  const kept = keptFileOf(reply);
  return (
    <PhotoForm>
      <form method="post" encType="multipart/form-data" className="flex max-w-form flex-col gap-3">
        <SubmitKey />
        <Hidden name="maksud" value="tandai" />
        <Hidden name="versi" value={String(version)} />
        <div>
          <Button>Tandai sudah ditandatangani</Button>
        </div>
        <Disclosure summary="Sertakan foto surat yang sudah ditandatangani" open={Boolean(errors ?? kept)}>
          <UploadField
            id="berkas"
            label="Foto surat (boleh tidak ada)"
            hint="JPEG, PNG, atau WebP, paling besar 10 MB. Letak dan data kamera di dalamnya dibuang."
            accept={acceptAttribute(["image"])}
            errors={errors}
            kept={kept}
          />
        </Disclosure>
      </form>
    </PhotoForm>
  );
}
