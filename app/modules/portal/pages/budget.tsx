import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { DownloadLinks } from "#app/ui/download-links.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { formatMoney } from "#app/ui/format.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { addBudgetLine } from "../add-budget-line.server.ts";
import { loadBudget } from "../budget.server.ts";
import type { BudgetLine } from "../budget-rules.ts";
import { BudgetForm } from "../components/budget-form.tsx";
import { BudgetLineInput } from "../input.ts";
import { yearParam } from "../params.ts";
import { takeOverBudget } from "../take-over-budget.server.ts";
import { BUDGET_WORDS, SIDE_NAMES } from "../words.ts";

const BASE = "/kantor/halaman-desa/anggaran";
const EMPTY = { sisi: "income", nama: "", anggaran: "", realisasi: "", realisasi_per: "" };

export const loader = officeLoader(({ ctx, params }) => loadBudget(ctx, yearParam(params)));

export const action = officeAction(async ({ ctx, params, form }) => {
  const year = yearParam(params);
  const here = `${BASE}/${year}`;
  if (form.get("maksud") === "ambil") {
    const { count } = await takeOverBudget(ctx, year);
    return redirectWithFlash(ctx.config, here, BUDGET_WORDS.taken(count));
  }
  return submitForm(form, BudgetLineInput, async (input) => {
    await addBudgetLine(ctx, year, input);
    return redirectWithFlash(ctx.config, here, BUDGET_WORDS.added);
  });
});

function amountsOf({ planned, realised }: BudgetLine): string {
  const done = realised === null ? "" : `, realisasi ${formatMoney(realised)}`;
  return `${formatMoney(planned)}${done}`;
}

export default function Budget() {
  const { year, parts, mayWrite } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const filled = parts.filter(({ lines }) => lines.length > 0);
  return (
    <>
      <title>{BUDGET_WORDS.title(year)}</title>
      <PageHeader
        title={BUDGET_WORDS.title(year)}
        back={{ href: BASE, label: "Poster anggaran" }}
        actions={
          filled.length > 0 && <ButtonLink href={`/anggaran/${year}`}>Lihat dan cetak poster</ButtonLink>
        }
      />
      <div className="flex flex-col gap-8">
        {filled.length === 0 && <EmptyState icon="coins" title={BUDGET_WORDS.empty} />}
        {filled.map(({ side, lines, planned }) => (
          <section key={side} aria-labelledby={`sisi-${side}`}>
            <h2 id={`sisi-${side}`} className="mb-2 text-lg">
              {`${SIDE_NAMES[side]}: ${formatMoney(planned)}`}
            </h2>
            <TaskList
              label={SIDE_NAMES[side]}
              items={lines.map((line) => ({
                key: line.id,
                href: mayWrite ? `${BASE}/baris/${line.id}` : `/anggaran/${year}`,
                title: line.name,
                meta: amountsOf(line),
              }))}
            />
          </section>
        ))}
        {filled.length > 0 && <DownloadLinks list="anggaran-poster" of={{ tahun: year }} />}
        {mayWrite && (
          <>
            <form method="post" noValidate className="flex max-w-text flex-col items-start gap-2">
              <SubmitKey />
              <p>
                Belanja dapat diambil dari program kerja {year} yang sudah disetujui: satu baris untuk setiap
                bidang. Baris bernama sama diperbarui, yang lain tetap.
              </p>
              <Button variant="secondary" icon="return-arrow" name="maksud" value="ambil">
                Ambil belanja dari program kerja
              </Button>
            </form>
            <section aria-labelledby="tambah-baris">
              <h2 id="tambah-baris" className="mb-4 text-lg">
                Tambah baris
              </h2>
              <BudgetForm defaults={EMPTY} reply={reply} submitLabel="Tambahkan" />
            </section>
          </>
        )}
      </div>
    </>
  );
}
