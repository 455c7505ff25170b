import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { letterheadOf, usualLines } from "#app/platform/letterhead.ts";
import { textProps } from "#app/ui/conform.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TextArea } from "#app/ui/text-fields.tsx";
import { afterSaving } from "../checklist-rules.ts";
import { LetterheadPreview } from "../components/letterhead-preview.tsx";
import { SettingsForm, useBack } from "../components/settings-form.tsx";
import { selectEmblem } from "../emblem.server.ts";
import { SaveLetterheadInput } from "../input.ts";
import { requireProfile } from "../profile.server.ts";
import { saveLetterhead } from "../save-letterhead.server.ts";
import { SETTINGS_WORDS } from "../words.ts";

export const loader = officeLoader(async ({ ctx, frame }) => {
  const profile = requireProfile(frame?.profile);
  const [emblem] = await selectEmblem(ctx);
  return {
    version: profile.updatedAt,
    letterhead: letterheadOf(profile),
    lines: (profile.letterheadLines ?? usualLines(profile)).join("\n"),
    emblemSrc: emblem && (await ctx.fileUrl(emblem, ctx.actor.accountId)),
  };
});

export const action = officeAction(({ ctx, form, url }) =>
  submitForm(form, SaveLetterheadInput, async (input) => {
    await saveLetterhead(ctx, input);
    return redirectWithFlash(
      ctx.config,
      afterSaving(url.searchParams, "/kantor/pengaturan/kop"),
      SETTINGS_WORDS.letterheadSaved,
    );
  }),
);

export default function Letterhead() {
  const { version, letterhead, lines, emblemSrc } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<{ versi: string; baris: string }>({
    id: "kop",
    lastResult: useActionData() as FormReply | undefined,
    defaultValue: { versi: version, baris: lines },
  });
  return (
    <>
      <title>Kop surat</title>
      <PageHeader title="Kop surat" lead="Kepala setiap surat dan laporan yang dicetak." back={useBack()} />
      <div className="flex flex-col gap-6">
        <LetterheadPreview letterhead={letterhead} emblemSrc={emblemSrc} />
        {!emblemSrc && (
          <Notice tone="warning">
            Lambang belum ada. <a href="/kantor/pengaturan/identitas">Unggah lambang</a> supaya ikut tercetak.
          </Notice>
        )}
        <SettingsForm form={form} version={fields.versi} save="Simpan kop">
          <TextArea
            {...textProps(fields.baris)}
            label="Baris kop"
            hint="Satu baris kop untuk tiap baris, paling banyak lima. Alamat dan nomor kantor ditambahkan dari Identitas desa. Ikuti peraturan tata naskah kabupaten Anda."
            rows={5}
            required
          />
        </SettingsForm>
      </div>
    </>
  );
}
