import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { formatNumber } from "#app/ui/format.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { loadBudgetLine } from "../budget.server.ts";
import { BudgetForm } from "../components/budget-form.tsx";
import { RemoveForm } from "../components/remove-form.tsx";
import { SaveBudgetLineInput, VersionInput } from "../input.ts";
import { idParam } from "../params.ts";
import { removeBudgetLine } from "../remove-budget-line.server.ts";
import { saveBudgetLine } from "../save-budget-line.server.ts";
import { BUDGET_WORDS } from "../words.ts";

const BASE = "/kantor/halaman-desa/anggaran";

export const loader = officeLoader(({ ctx, params }) => loadBudgetLine(ctx, idParam(params)));

export const action = officeAction(({ ctx, params, form }) => {
  const id = idParam(params);
  if (form.get("maksud") === "hapus")
    return submitForm(form, VersionInput, async (input) => {
      const { year } = await removeBudgetLine(ctx, id, input);
      return redirectWithFlash(ctx.config, `${BASE}/${year}`, BUDGET_WORDS.removed);
    });
  return submitForm(form, SaveBudgetLineInput, async (input) => {
    const { year } = await saveBudgetLine(ctx, id, input);
    return redirectWithFlash(ctx.config, `${BASE}/${year}`, BUDGET_WORDS.saved);
  });
});

export default function BudgetLinePage() {
  const row = useLoaderData<typeof loader>();
  return (
    <>
      <title>{row.name}</title>
      <PageHeader
        title={row.name}
        back={{ href: `${BASE}/${row.year}`, label: BUDGET_WORDS.title(row.year) }}
      />
      <BudgetForm
        defaults={{
          sisi: row.side,
          nama: row.name,
          anggaran: formatNumber(row.planned),
          realisasi: row.realised === null ? "" : formatNumber(row.realised),
          realisasi_per: row.realisedOn ?? "",
        }}
        reply={useActionData() as FormReply | undefined}
        version={row.version}
        submitLabel="Simpan"
      />
      <RemoveForm summary="Hapus baris ini" version={row.version} label="Hapus baris" />
    </>
  );
}
