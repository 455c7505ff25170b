import { redirect, useActionData, useLoaderData } from "react-router";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { requirePermission } from "#app/platform/require.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { listBudgetYears } from "../budget.server.ts";
import { BudgetYearForm } from "../components/line-form.tsx";
import { PortalTabs } from "../components/portal-tabs.tsx";
import { BudgetYearInput } from "../input.ts";
import { todayOf } from "../posts.server.ts";
import { BUDGET_WORDS } from "../words.ts";

const BASE = "/kantor/halaman-desa/anggaran";

export const loader = officeLoader(async ({ ctx }) => ({
  years: await listBudgetYears(ctx),
  thisYear: todayOf(ctx).slice(0, 4),
  mayWrite: ctx.actor.permissions.has("portal.budget"),
  withDomain: ctx.actor.permissions.has("portal.domain"),
}));

/** Nothing is stored for a year before its first line: the form only leads to the year's page. */
export const action = officeAction(({ ctx, form }) => {
  requirePermission(ctx, "portal.budget");
  return submitForm(form, BudgetYearInput, async ({ tahun }) =>
    redirect(`${BASE}/${tahun}`, { status: 303 }),
  );
});

export default function Budgets() {
  const { years, thisYear, mayWrite, withDomain } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  return (
    <>
      <title>Poster anggaran</title>
      <PageHeader title="Poster anggaran" lead="APBDes yang diumumkan kepada warga, tahun demi tahun." />
      <PortalTabs current={BASE} withDomain={withDomain} />
      <div className="flex flex-col gap-6">
        {years.length === 0 ? (
          <EmptyState icon="coins" title="Belum ada anggaran yang diumumkan">
            Pilih tahun, lalu isi pendapatan, belanja, dan pembiayaan seperti dalam APBDes.
          </EmptyState>
        ) : (
          <TaskList
            label="Tahun"
            items={years.map((year) => ({
              key: String(year),
              href: `${BASE}/${year}`,
              title: BUDGET_WORDS.title(year),
            }))}
          />
        )}
        {mayWrite && <BudgetYearForm year={thisYear} reply={reply} />}
      </div>
    </>
  );
}
