import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions } from "#app/ui/form-layout.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { approveUpdates } from "../approve-updates.server.ts";
import { WaitingCard } from "../components/waiting-card.tsx";
import { loadWaitingUpdates } from "../load-waiting-updates.server.ts";
import { DONE } from "../running-words.ts";
import { ApproveUpdatesInput } from "../update-input.ts";

export const loader = officeLoader(async ({ ctx }) => ({ items: await loadWaitingUpdates(ctx) }));

export const action = officeAction(({ ctx, form }) =>
  submitForm(form, ApproveUpdatesInput, async (input) => {
    const { approved, passed } = await approveUpdates(ctx, input);
    return redirectWithFlash(
      ctx.config,
      "/kantor/program-kerja/pembaruan",
      DONE.updatesApproved(approved, passed),
    );
  }),
);

export default function Updates() {
  const { items } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const errors = Object.values(reply?.error ?? {}).flatMap((texts) => texts ?? []);
  return (
    <>
      <title>Laporan menunggu persetujuan</title>
      <PageHeader
        title="Laporan menunggu persetujuan"
        lead="Centang laporan yang benar, lalu setujui sekaligus. Buka laporannya untuk mengembalikannya."
        back={{ href: "/kantor", label: "Meja kerja" }}
      />
      <ErrorSummary errors={errors.map((text) => ({ href: "#daftar", text }))} />
      {items.length === 0 ? (
        <EmptyState icon="check-circle" title="Tidak ada laporan yang menunggu">
          Laporan yang dikirim perangkat desa tampil di sini.
        </EmptyState>
      ) : (
        <form method="post" id="daftar">
          <SubmitKey />
          <div className="grid gap-4 lg:grid-cols-2">
            {items.map((item) => (
              <WaitingCard key={item.id} item={item} />
            ))}
          </div>
          <FormActions>
            <Button icon="check">Setujui yang dicentang</Button>
          </FormActions>
        </form>
      )}
    </>
  );
}
