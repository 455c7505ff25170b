import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { replySummary } from "#app/ui/conform.ts";
import { DownloadLinks } from "#app/ui/download-links.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { formatDate } from "#app/ui/format.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { openBatch } from "../batches.server.ts";
import { DukcapilTabs } from "../components/dukcapil-tabs.tsx";
import { PickForms } from "../components/pick-forms.tsx";
import { BatchStateBadge } from "../components/state-badges.tsx";
import { OpenBatchInput } from "../input.ts";
import { listBatches } from "../list-forms.server.ts";
import { BATCH_WORDS } from "../words.ts";

const HERE = "/kantor/dukcapil/berkas";

export const loader = officeLoader(async ({ ctx, url }) => {
  const before = url.searchParams.get("sebelum");
  return {
    ...(await listBatches(ctx, before)),
    before,
    mayWrite: ctx.actor.permissions.has("dukcapil.write"),
  };
});

export const action = officeAction(({ ctx, form }) =>
  submitForm(form, OpenBatchInput, async (input) => {
    const { id, number } = await openBatch(ctx, input);
    return redirectWithFlash(ctx.config, `${HERE}/${id}`, BATCH_WORDS.opened(number));
  }),
);

export default function Batches() {
  const { rows, ready, next, before, mayWrite } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const isPicking = mayWrite && ready.length > 0;
  return (
    <>
      <title>Berkas pengantar Dukcapil</title>
      <PageHeader
        title="Berkas pengantar"
        lead="Lembar data yang siap dibawa bersama-sama ke Dukcapil, dengan satu daftar untuk ditandatangani."
      />
      <DukcapilTabs current="berkas" />
      {reply && !isPicking && <ErrorSummary errors={replySummary(reply, "#daftar-berkas")} />}
      {isPicking && (
        <section className="mb-8">
          <PickForms forms={ready} label="Siap dikirim" submit="Susun berkas pengantar" reply={reply} />
        </section>
      )}
      <div id="daftar-berkas">
        {rows.length === 0 ? (
          <EmptyState icon="send" title="Belum ada berkas pengantar">
            Lengkapi lembar data dan nyatakan siap dikirim; lalu susun menjadi satu berkas di sini.
          </EmptyState>
        ) : (
          <TaskList
            label="Berkas pengantar"
            items={rows.map(({ id, number, year, state, sentOn, carriedBy }) => ({
              key: id,
              href: `${HERE}/${id}`,
              title: BATCH_WORDS.title(number, year),
              meta: sentOn ? `Dikirim ${formatDate(sentOn)}, dibawa ${carriedBy}` : "Belum dikirim",
              badge: <BatchStateBadge state={state} />,
            }))}
          />
        )}
      </div>
      <Pagination
        previousHref={before ? HERE : undefined}
        nextHref={next ? `${HERE}?sebelum=${next}` : undefined}
      />
      {rows.length > 0 && <DownloadLinks list="berkas-dukcapil" />}
    </>
  );
}
