import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { readTogether } from "#app/platform/read-together.ts";
import { Disclosure, StatGrid, StatTile } from "#app/ui/card.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { changeBudget } from "../change-budget.server.ts";
import { SpendingTable } from "../components/activity-money.tsx";
import { BudgetForm, BudgetHistory } from "../components/budget-form.tsx";
import { SpendingForm } from "../components/spending-form.tsx";
import { formatPercent, formatRupiah } from "../format-rules.ts";
import { budgetsReading, spendingReading } from "../load-activity.server.ts";
import { activityMeasures, requireMeasures } from "../load-measures.server.ts";
import { idParam } from "../params.ts";
import { recordSpending } from "../record-spending.server.ts";
import { measureActivity } from "../report-rules.ts";
import { acceptsUpdates } from "../rules.ts";
import { todayOf } from "../running-queries.server.ts";
import { effectiveState } from "../running-rules.ts";
import { DONE } from "../running-words.ts";
import { BudgetChangeInput, SpendingInput } from "../update-input.ts";
import { PROGRESS_WORDS } from "../words.ts";

const ENTRIES = 200;

export const loader = officeLoader(async ({ ctx, params }) => {
  const id = idParam(params);
  const today = todayOf(ctx);
  const { measures, entries, budgets } = await readTogether(ctx.db, {
    measures: activityMeasures(ctx, id, today),
    entries: spendingReading(ctx, id, ENTRIES),
    budgets: budgetsReading(ctx, id),
  });
  const { facts, input, options, programme } = requireMeasures(measures);
  const state = effectiveState(programme, today);
  const { budget, spending, financial } = measureActivity(input, options);
  return {
    activity: facts.activity,
    sums: { budget, spending, financial },
    entries,
    budgets,
    today,
    isRunning: acceptsUpdates(state),
    isApproved: state === "approved" || state === "running",
  };
});

export const action = officeAction(({ ctx, form, params }) => {
  const id = idParam(params);
  const here = `/kantor/program-kerja/kegiatan/${id}/belanja`;
  if (form.get("maksud") === "anggaran") {
    return submitForm(form, BudgetChangeInput, async (input) => {
      await changeBudget(ctx, id, input);
      return redirectWithFlash(ctx.config, here, DONE.budgetChanged);
    });
  }
  return submitForm(form, SpendingInput, async (input) => {
    const { isCorrection, overspent } = await recordSpending(ctx, id, input);
    const over = overspent > 0 ? formatRupiah(overspent) : null;
    return redirectWithFlash(ctx.config, here, DONE.spendingRecorded({ isCorrection, over }));
  });
});

export default function Spending() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const isBudgetReply = reply?.initialValue?.maksud === "anggaran";
  const { budget, spending, financial } = page.sums;
  return (
    <>
      <title>{`Belanja: ${page.activity.name}`}</title>
      <PageHeader
        title="Belanja"
        lead={page.activity.name}
        back={{ href: `/kantor/program-kerja/kegiatan/${page.activity.id}`, label: "Kembali ke kegiatan" }}
      />
      <div className="flex flex-col gap-8">
        <StatGrid>
          <StatTile label="Anggaran" value={formatRupiah(budget)} />
          <StatTile label="Belanja" value={formatRupiah(spending)} />
          <StatTile label="Sisa" value={formatRupiah(budget - spending)} />
          <StatTile label="Keuangan" value={formatPercent(financial, PROGRESS_WORDS.noBudget)} />
        </StatGrid>
        {spending > budget && (
          <Notice tone="warning">{PROGRESS_WORDS.overspent(formatRupiah(spending - budget))}</Notice>
        )}
        {page.isRunning && <SpendingForm reply={isBudgetReply ? undefined : reply} today={page.today} />}
        <SpendingTable entries={page.entries} />
        {page.isApproved && (
          <Disclosure summary="Ubah anggaran" open={isBudgetReply}>
            <BudgetForm activity={page.activity} reply={isBudgetReply ? reply : undefined} />
          </Disclosure>
        )}
        <BudgetHistory budgets={page.budgets} />
      </div>
    </>
  );
}
