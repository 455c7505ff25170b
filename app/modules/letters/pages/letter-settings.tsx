import { useActionData, useLoaderData } from "react-router";
import { dayIn } from "#app/platform/clock.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { reading, readTogether } from "#app/platform/read-together.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import {
  BsreForm,
  HoursForm,
  NumberingForm,
  SystemForm,
  settingsErrors,
} from "../components/settings-forms.tsx";
import { selectLetterSettings, settingsOf } from "../letter-settings.server.ts";
import { basisOf, numberText } from "../number-rules.ts";
import { numberingOf, selectNumbering } from "../numbering.server.ts";
import { saveBsre, saveHours, saveNumbering, saveSystemApproval } from "../save-letter-settings.server.ts";
import { BsreInput, HoursInput, NumberingInput, SystemApprovalInput } from "../settings-input.ts";

export const loader = officeLoader(async ({ ctx }) => {
  const today = dayIn(ctx.tenant.timeZone, ctx.now);
  const { numbering, settings } = await readTogether(ctx.db, {
    numbering: reading([selectNumbering(ctx.db)], ([rows]) => numberingOf(rows)),
    settings: reading([selectLetterSettings(ctx.db)], ([rows]) => settingsOf(rows)),
  });
  const { hours, system, bsre } = settings;
  const year = Number(today.slice(0, 4));
  return {
    basis: basisOf(numbering, year),
    nextBasis: basisOf(numbering, year + 1),
    format: numbering.format,
    example: numberText(numbering.format, {
      number: 17,
      day: today,
      classification: "400.12.2.1",
      kindCode: "DOMISILI",
      villageCode: ctx.tenant.regionCode,
    }),
    hours,
    system,
    bsreAddress: bsre?.address ?? null,
    canSign: ctx.actor.permissions.has("letters.sign"),
  };
});

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
        <HoursForm hours={page.hours} reply={replyOf("jam")} />
        {page.canSign && <SystemForm system={page.system} reply={replyOf("sistem")} />}
        {page.canSign && <BsreForm address={page.bsreAddress} reply={replyOf("bsre")} />}
      </div>
    </>
  );
}
