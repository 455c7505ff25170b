import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/card.tsx";
import { formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { DownloadLinks } from "#app/ui/download-links.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { formatDate } from "#app/ui/format.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { NumberField } from "#app/ui/text-fields.tsx";
import { categoryLabel, isWaiting } from "../complaint-rules.ts";
import { DaysInput } from "../input.ts";
import { listComplaints } from "../load-complaints.server.ts";
import { saveDays } from "../save-days.server.ts";
import { STATE_WORDS } from "../words.ts";

const HERE = "/kantor/pengaduan";

export const loader = officeLoader(async ({ ctx, url }) => {
  const [, year, number] = /^(\d{4})-(\d{1,6})$/.exec(url.searchParams.get("setelah") ?? "") ?? [];
  const state = url.searchParams.get("hanya") === "terbuka" ? "terbuka" : null;
  const after = year ? { year: Number(year), number: Number(number) } : null;
  return { ...(await listComplaints(ctx, { state, after })), state, isLaterPage: after !== null };
});

export const action = officeAction(({ ctx, form }) =>
  submitForm(form, DaysInput, async ({ hari }) => {
    await saveDays(ctx, hari);
    return redirectWithFlash(ctx.config, HERE, "Batas jawaban disimpan. Berlaku untuk pengaduan berikutnya.");
  }),
);

export default function Complaints() {
  const { rows, next, state, isLaterPage, today, days, mayAssign } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const only = state ? `&hanya=${state}` : "";
  return (
    <>
      <title>Pengaduan</title>
      <PageHeader
        title="Pengaduan"
        actions={
          <ButtonLink href={`${HERE}/baru`} variant="primary" icon="plus">
            Catat pengaduan
          </ButtonLink>
        }
      />
      <div className="flex flex-col gap-6">
        <Tabs
          label="Saringan"
          items={[
            { href: HERE, label: "Semua", current: state === null },
            { href: `${HERE}?hanya=terbuka`, label: "Belum dijawab", current: state !== null },
          ]}
        />
        {rows.length === 0 && <EmptyState icon="chat" title="Tidak ada pengaduan" />}
        <TaskList
          label="Pengaduan"
          items={rows.map((row) => ({
            key: row.id,
            href: `${HERE}/${row.id}`,
            title: `${row.number}/${row.year}: ${row.subject}`,
            meta: [
              categoryLabel(row.category),
              row.owner ?? "belum ada petugas",
              isWaiting(row.state) && row.dueOn && `dijawab paling lambat ${formatDate(row.dueOn)}`,
            ]
              .filter(Boolean)
              .join(" · "),
            badge:
              isWaiting(row.state) && row.dueOn && row.dueOn < today ? (
                <StatusBadge tone="bad">Terlambat</StatusBadge>
              ) : (
                <StatusBadge tone={STATE_WORDS[row.state].tone}>{STATE_WORDS[row.state].label}</StatusBadge>
              ),
          }))}
        />
        <Pagination
          previousHref={isLaterPage ? (state ? `${HERE}?hanya=${state}` : HERE) : undefined}
          nextHref={next ? `${HERE}?setelah=${next}${only}` : undefined}
        />
        {rows.length > 0 && <DownloadLinks list="pengaduan" />}
        {mayAssign && (
          <Disclosure summary={`Batas jawaban: ${days} hari kerja`} open={reply !== undefined}>
            <DaysForm days={days} reply={reply} />
          </Disclosure>
        )}
      </div>
    </>
  );
}

function DaysForm({ days, reply }: { days: number; reply: FormReply | undefined }) {
  const [form, fields] = useForm({
    id: "batas",
    lastResult: reply,
    defaultValue: { hari: String(days) },
  });
  return (
    <form {...formProps(form)} className="flex flex-col gap-4">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <NumberField {...textProps(fields.hari)} label="Dijawab dalam" suffix="hari kerja" required />
      <div>
        <Button variant="secondary">Simpan</Button>
      </div>
    </form>
  );
}
