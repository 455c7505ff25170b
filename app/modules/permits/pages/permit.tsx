import { useActionData, useLoaderData } from "react-router";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/card.tsx";
import { replySummary } from "#app/ui/conform.ts";
import { EndForm } from "#app/ui/end-form.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { formatDateTime } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import { ChangeForm } from "../components/change-form.tsx";
import { ConsentPart } from "../components/consent-part.tsx";
import { DecidePart } from "../components/decide-part.tsx";
import { NextSteps } from "../components/next-steps.tsx";
import { PermitStateBadge } from "../components/permit-badges.tsx";
import { PermitFacts } from "../components/permit-facts.tsx";
import { loadPermit } from "../load-permit.server.ts";
import { actOnPermit } from "../page-actions.server.ts";
import { idParam } from "../params.ts";
import { KIND_WORDS, PERMIT_WORDS, STEP_WORDS, spanText } from "../words.ts";

const BASE = "/kantor/izin";

export const loader = officeLoader(({ ctx, params }) => loadPermit(ctx, idParam(params)));

export const action = officeAction(({ ctx, form, params }) => actOnPermit(ctx, idParam(params), form));

export default function Permit() {
  const page = useLoaderData<typeof loader>();
  const { permit, may } = page;
  const reply = useActionData() as FormReply | undefined;
  const part = String(reply?.initialValue?.maksud ?? "");
  const replyTo = (name: string) => (part === name ? reply : undefined);
  const isShown = {
    ...{ bayar: may.pay, buka: may.open, jaminan: may.refund, ubah: may.change, setuju: may.consent },
    ...{ tolak: may.refuse, batal: may.cancel, kembali: may.return, serah: may.handOver, jawab: may.answer },
    izinkan: may.grant,
  }[part];
  return (
    <>
      <title>{`${KIND_WORDS[permit.kind].name} ${permit.number}/${permit.year}`}</title>
      <PageHeader
        title={permit.applicantName}
        lead={`${KIND_WORDS[permit.kind].name}, nomor ${page.numberText}`}
        back={{ href: BASE, label: "Izin dan rekomendasi" }}
        badge={<PermitStateBadge state={permit.state} />}
        actions={<Papers />}
      />
      {reply && !isShown && <ErrorSummary errors={replySummary(reply, "#isi-izin")} />}
      <div id="isi-izin" className="flex flex-col gap-8">
        {page.inTheWay.map(({ id, number, ...span }) => (
          <Notice key={id} tone="warning" title="Bentrok dengan izin lain">
            {PERMIT_WORDS.clash(number, spanText(span))}
          </Notice>
        ))}
        <PermitFacts {...page} />
        <DecidePart
          version={permit.version}
          mayGrant={may.grant}
          mayRefuse={may.refuse}
          needsReason={page.lacksConsent}
          isRecommendation={page.isRecommendation}
          replies={{ grant: replyTo("izinkan"), refuse: replyTo("tolak") }}
        />
        <NextSteps permit={permit} today={page.today} may={stepsOf(may)} replyTo={replyTo} />
        <ConsentPart
          consents={page.consents}
          isNeeded={permit.needsConsent}
          lacks={page.lacksConsent}
          mayWrite={may.consent}
          reply={replyTo("setuju")}
        />
        <History />
        {may.change && (
          <Disclosure summary="Perbaiki waktu, tempat, atau keperluan" open={part === "ubah"}>
            <ChangeForm permit={permit} places={page.places} reply={replyTo("ubah")} />
          </Disclosure>
        )}
        {may.cancel && (
          <Disclosure summary="Batalkan permohonan ini" open={part === "batal"}>
            <EndForm intent="batal" version={permit.version} rows={2} reply={replyTo("batal")}>
              Batalkan
            </EndForm>
          </Disclosure>
        )}
      </div>
    </>
  );
}

type May = ReturnType<typeof useLoaderData<typeof loader>>["may"];

function stepsOf({ pay, open, return: back, refund, handOver, answer }: May) {
  return { pay, open, return: back, refund, handOver, answer };
}

function Papers() {
  const { permit, may, isRecommendation } = useLoaderData<typeof loader>();
  return (
    <>
      {may.print && may.slip && (
        <ButtonLink href={`${BASE}/${permit.id}/izin.pdf`} variant="primary" icon="print">
          {isRecommendation ? "Cetak rekomendasi" : "Cetak surat izin"}
        </ButtonLink>
      )}
      {may.slip && (
        <ButtonLink href={`${BASE}/${permit.id}/tanda-terima.pdf`} icon="print">
          Tanda terima
        </ButtonLink>
      )}
    </>
  );
}

function History() {
  const { steps, zone } = useLoaderData<typeof loader>();
  return (
    <section aria-labelledby="riwayat" className="flex max-w-text flex-col gap-3">
      <h2 id="riwayat" className="text-lg">
        Riwayat
      </h2>
      <Timeline
        label="Riwayat"
        items={steps.map(({ id, step, note, byName, at }) => ({
          key: id,
          title: STEP_WORDS[step] ?? step,
          at: `${formatDateTime(Date.parse(at), zone)}, ${byName}`,
          note: note ?? undefined,
        }))}
      />
    </section>
  );
}
