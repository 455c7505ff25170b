import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SeriesStartForm } from "../components/series-start-form.tsx";
import {
  BsreForm,
  HoursForm,
  NumberingForm,
  SystemForm,
  settingsErrors,
} from "../components/settings-forms.tsx";
import { loadLetterSettings } from "../load-letter-settings.server.ts";
import { saveBsre, saveHours, saveNumbering, saveSystemApproval } from "../save-letter-settings.server.ts";
import { saveSeriesStart } from "../save-series-start.server.ts";
import {
  BsreInput,
  HoursInput,
  NumberingInput,
  SeriesStartInput,
  SystemApprovalInput,
} from "../settings-input.ts";

export const loader = officeLoader(({ ctx }) => loadLetterSettings(ctx));

export const action = officeAction(async ({ ctx, form }) => {
  const done = (sentence: string) => redirectWithFlash(ctx.config, "/kantor/surat/pengaturan", sentence);
  switch (form.get("maksud")) {
    case "jam":
      return submitForm(form, HoursInput, async (input) => {
        await saveHours(ctx, input);
        return done("Jam layanan disimpan.");
      });
    case "sistem":
      return submitForm(form, SystemApprovalInput, async (input) => {
        await saveSystemApproval(ctx, input);
        return done("Persetujuan dalam sistem disimpan.");
      });
    case "seri-awal":
      return submitForm(form, SeriesStartInput, async (input) => {
        await saveSeriesStart(ctx, input);
        return done("Nomor terakhir buku lama disimpan. Surat berikutnya melanjutkan angka itu.");
      });
    case "bsre":
      return submitForm(
        form,
        BsreInput,
        async (input) => {
          await saveBsre(ctx, input);
          return done("Layanan BSrE disimpan.");
        },
        ["kata_sandi"],
      );
    default:
      return submitForm(form, NumberingInput, async (input) => {
        const { fromYear } = await saveNumbering(ctx, input);
        return done(`Susunan nomor disimpan. Pembagian nomor urut berlaku mulai tahun ${fromYear}.`);
      });
  }
});

export default function LetterSettings() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const replyOf = (intent: string) =>
    (reply?.initialValue?.maksud ?? "nomor") === intent ? reply : undefined;
  return (
    <>
      <title>Pengaturan surat</title>
      <PageHeader title="Pengaturan surat" back={{ href: "/kantor/surat", label: "Surat" }} />
      <ErrorSummary errors={settingsErrors(reply)} />
      <div className="flex flex-col gap-10">
        <NumberingForm page={page} reply={replyOf("nomor")} />
        <SeriesStartForm page={page} reply={replyOf("seri-awal")} />
        <HoursForm hours={page.hours} reply={replyOf("jam")} />
        {page.canSign && <SystemForm system={page.system} reply={replyOf("sistem")} />}
        {page.canSign && <BsreForm address={page.bsreAddress} reply={replyOf("bsre")} />}
      </div>
    </>
  );
}
