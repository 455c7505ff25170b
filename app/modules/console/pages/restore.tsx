import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { oversightAction, oversightLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { formatDateTime } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { RestoreForm } from "../components/restore-form.tsx";
import { RestoreOrders } from "../components/restore-orders.tsx";
import { RestoreInput } from "../input.ts";
import { BY_MINUTE, backupChoice, copyChoice } from "../restore-rules.ts";
import { loadRestore, restoreByOperator } from "../restore-village.server.ts";
import { BACKUP_REASONS, CONSOLE_WORDS } from "../words.ts";

export const loader = oversightLoader(async ({ ctx, params }) => {
  const { village, backups, moments, noMoments, restores, orders } = await loadRestore(ctx, params.id ?? "");
  const { id, name, slug, timeZone: zone } = village;
  const when = (at: string) => formatDateTime(new Date(at), zone);
  return {
    village: { id, name, slug, zone },
    orders,
    noMoments,
    since: moments?.since ? when(moments.since.toISOString()) : null,
    hasMinutes: moments !== null,
    sources: [
      ...(moments ? [{ value: BY_MINUTE, label: "Keadaan pada menit yang ditulis di bawah" }] : []),
      ...backups.map((row) => ({
        value: backupChoice(row.id),
        label: `Cadangan ${BACKUP_REASONS[row.reason]}, ${when(row.takenAt)}`,
      })),
      ...restores.map((row) => ({
        value: copyChoice(row.previousDatabase),
        label: `Keadaan sebelum pemulihan ${when(row.at)}`,
      })),
    ],
  };
});

export const action = oversightAction(async ({ ctx, params, form, url }) =>
  submitForm(form, RestoreInput, async (input) => {
    const { name } = await restoreByOperator(ctx, params.id ?? "", input);
    return redirectWithFlash(ctx.config, url.pathname, CONSOLE_WORDS.restoreOrdered(name));
  }),
);

export default function Restore() {
  const { village, orders, ...choice } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const isRunning = orders.some(({ state }) => state === "waiting");
  return (
    <>
      <title>{`Pulihkan data desa ${village.name}`}</title>
      <PageHeader
        title={`Pulihkan data desa ${village.name}`}
        back={{ href: `/operator/desa/${village.id}`, label: `Desa ${village.name}` }}
      />
      <div className="flex flex-col gap-8">
        <Notice tone="warning" title="Yang terjadi bila data dipulihkan">
          <ul className="list-disc pl-5">
            <li>Yang dicatat desa setelah waktu itu tidak tampil lagi. Keadaan sekarang disimpan dahulu.</li>
            <li>Nomor surat dan buku berlanjut; yang sudah terkirim tidak dikirim lagi.</li>
            <li>Semua perangkat desa itu keluar dan harus masuk lagi. Desa lain tidak terpengaruh.</li>
          </ul>
        </Notice>
        {choice.noMoments && <Notice>{choice.noMoments}</Notice>}
        {isRunning ? (
          <Notice title="Sedang berjalan">{CONSOLE_WORDS.restoreOpen}</Notice>
        ) : (
          <RestoreForm village={village} {...choice} reply={reply} />
        )}
        <RestoreOrders orders={orders} />
      </div>
    </>
  );
}
