import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { positionTitle } from "#app/modules/accounts/words.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choice-fields.tsx";
import { checkboxProps, formProps, summaryErrors } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions } from "#app/ui/form-layout.tsx";
import { formatDate, formatDateTime } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden } from "#app/ui/text-fields.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import { acceptTerms } from "../accept-terms.server.ts";
import { BACK } from "../components/back.ts";
import { TermsText } from "../components/terms-text.tsx";
import { AcceptTermsInput } from "../input.ts";
import { loadTerms } from "../load-terms.server.ts";
import { TERMS_WORDS } from "../words.ts";

export const loader = officeLoader(async ({ ctx, frame }) => ({
  ...(await loadTerms(ctx)),
  back: ctx.actor.permissions.has("privacy.read") ? BACK : { href: "/kantor", label: "Meja kerja" },
  terms: frame?.profile ?? null,
}));

export const action = officeAction(({ ctx, form }) =>
  submitForm(form, AcceptTermsInput, async (input) => {
    await acceptTerms(ctx, input);
    return redirectWithFlash(ctx.config, "/kantor/data-pribadi/perjanjian", TERMS_WORDS.accepted);
  }),
);

type Facts = Awaited<ReturnType<typeof loadTerms>>;

function Standing({ standing, mayAccept }: Pick<Facts, "standing" | "mayAccept">) {
  if (standing.state === "accepted")
    return <Notice tone="success">Desa sudah menyetujui versi ini. Data warga boleh dimasukkan.</Notice>;
  const title = standing.state === "renew" ? "Ada versi baru" : "Belum disetujui";
  return (
    <Notice tone="warning" title={title}>
      {standing.state === "renew"
        ? `Baca dan setujui sebelum ${formatDate(standing.until)}; sampai saat itu versi lama masih berlaku.`
        : "Data warga belum dapat dimasukkan sebelum perjanjian ini disetujui."}{" "}
      {!mayAccept && TERMS_WORDS.notYours}
    </Notice>
  );
}

function AcceptForm({ present, hash }: Pick<Facts, "present" | "hash">) {
  const reply = useActionData() as FormReply | undefined;
  const [form, fields] = useForm<AcceptTermsInput>({ id: "perjanjian", lastResult: reply });
  return (
    <form {...formProps(form)} className="mt-8 max-w-form">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <Hidden name="versi" value={present.version} />
      <Hidden name="sidik" value={hash} />
      <Checkbox
        {...checkboxProps(fields.setuju)}
        label="Saya sudah membaca perjanjian ini dan menyetujuinya atas nama desa."
        required
      />
      <FormActions>
        <Button icon="check">Setujui perjanjian</Button>
      </FormActions>
    </form>
  );
}

export default function Terms() {
  const { present, hash, standing, mayAccept, acceptances, region, back, terms, zone } =
    useLoaderData<typeof loader>();
  const canAccept = mayAccept && standing.state !== "accepted";
  return (
    <>
      <title>Perjanjian pemrosesan data</title>
      <PageHeader
        title="Perjanjian pemrosesan data"
        back={back}
        lead={`Antara desa dan pengelola Balai. Versi ${present.version}, berlaku sejak ${formatDate(present.since)}.`}
      />
      <Standing standing={standing} mayAccept={mayAccept} />
      <TermsText present={present} region={region.name} />
      {canAccept && <AcceptForm present={present} hash={hash} />}
      {acceptances.length > 0 && (
        <section aria-labelledby="riwayat" className="mt-8 flex flex-col gap-4">
          <h2 id="riwayat" className="text-lg">
            Riwayat persetujuan
          </h2>
          <Timeline
            items={acceptances.map((row) => ({
              key: row.version,
              icon: "check",
              tone: "good",
              title: `${row.name} (${row.position === "kepala-desa" ? positionTitle(row.position, "definitif", terms) : TERMS_WORDS.pendaftar}) menyetujui versi ${row.version}.`,
              at: formatDateTime(Date.parse(row.at), zone),
            }))}
          />
        </section>
      )}
    </>
  );
}
