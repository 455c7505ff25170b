import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { dayIn } from "#app/platform/clock.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Select } from "#app/ui/choice-fields.tsx";
import { formProps, replySummary, selectProps, summaryErrors } from "#app/ui/conform.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { ProgrammeStateBadge } from "../components/state-badge.tsx";
import { formatRupiah } from "../format-rules.ts";
import { OpenProgrammeInput } from "../input.ts";
import { listProgrammes } from "../list-programmes.server.ts";
import { yearToCarryOn } from "../next-year-rules.ts";
import { NEXT_YEAR_WORDS } from "../next-year-words.ts";
import { openProgramme } from "../open-programme.server.ts";
import { effectiveState } from "../running-rules.ts";
import { EMPTY } from "../words.ts";

export const loader = officeLoader(async ({ ctx }) => {
  const today = dayIn(ctx.tenant.timeZone, ctx.now);
  const rows = (await listProgrammes(ctx)).map((row) => ({ ...row, state: effectiveState(row, today) }));
  const thisYear = Number(today.slice(0, 4));
  const taken = rows.map((row) => row.year);
  const openYears = [thisYear + 1, thisYear, thisYear - 1].filter((year) => !taken.includes(year));
  const canPlan = ctx.actor.permissions.has("programme.plan");
  return { rows, openYears, canPlan, carryFrom: canPlan ? yearToCarryOn(rows, thisYear) : null };
});

export const action = officeAction(({ ctx, form }) =>
  submitForm(form, OpenProgrammeInput, async (input) => {
    const { year } = await openProgramme(ctx, input);
    const sentence = `Program kerja ${year} dibuat dari contoh. Sesuaikan kegiatannya, lalu ajukan kepada Kepala Desa.`;
    return redirectWithFlash(ctx.config, `/kantor/program-kerja/${year}`, sentence);
  }),
);

export default function Programmes() {
  const { rows, openYears, canPlan, carryFrom } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  return (
    <>
      <title>Program kerja</title>
      <PageHeader
        title="Program kerja"
        lead="Rencana, pelaksanaan, dan laporan kegiatan setiap tahun."
        actions={
          <>
            {carryFrom !== null && (
              <ButtonLink icon="plus" href={`/kantor/program-kerja/${carryFrom}/tahun-berikutnya`}>
                {rows.some((row) => row.year === carryFrom + 1)
                  ? NEXT_YEAR_WORDS.offerMore(carryFrom)
                  : NEXT_YEAR_WORDS.offer(carryFrom)}
              </ButtonLink>
            )}
            {canPlan && (
              <ButtonLink variant="quiet" icon="gear" href="/kantor/program-kerja/pengaturan">
                Pengaturan
              </ButtonLink>
            )}
          </>
        }
      />
      {openYears.length === 0 && <ErrorSummary errors={replySummary(reply, "#isi")} />}
      <div className="flex flex-col gap-8">
        <DataTable
          caption="Program kerja per tahun"
          captionHidden
          rows={rows}
          rowKey={(row) => String(row.year)}
          columns={[
            {
              key: "year",
              label: "Tahun",
              rowHeader: true,
              render: (row) => <a href={`/kantor/program-kerja/${row.year}`}>Program kerja {row.year}</a>,
            },
            { key: "state", label: "Keadaan", render: (row) => <ProgrammeStateBadge state={row.state} /> },
            { key: "count", label: "Kegiatan", align: "end", render: (row) => row.activityCount },
            { key: "budget", label: "Anggaran", align: "end", render: (row) => formatRupiah(row.budget) },
          ]}
          empty={<EmptyState title="Belum ada program kerja">{EMPTY.programmes.text}</EmptyState>}
        />
        {canPlan && openYears.length > 0 && <OpenForm years={openYears} reply={reply} />}
      </div>
    </>
  );
}

function OpenForm({ years, reply }: { years: number[]; reply: FormReply | undefined }) {
  const [form, fields] = useForm<OpenProgrammeInput>({
    id: "buka",
    lastResult: reply,
  });
  return (
    <form {...formProps(form)} className="flex max-w-form flex-col gap-4 border-t border-line pt-6">
      <h2 className="text-lg">Susun program kerja baru</h2>
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <Select
        {...selectProps(fields.tahun)}
        label="Tahun"
        hint="Dimulai dari contoh dengan empat program dan empat belas kegiatan."
        required
        width="short"
        options={years.map((year) => ({ value: String(year), label: String(year) }))}
      />
      <Button type="submit" icon="plus">
        {EMPTY.programmes.action}
      </Button>
    </form>
  );
}
