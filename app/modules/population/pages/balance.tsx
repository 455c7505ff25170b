import { useLoaderData } from "react-router";
import { dayIn } from "#app/platform/clock.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/card.tsx";
import { Checkbox } from "#app/ui/choice-fields.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FilterBar } from "#app/ui/filter-bar.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { FLOWS, periodOf } from "../balance-rules.ts";
import { BalanceTable } from "../components/balance-table.tsx";
import { PeriodFields } from "../components/period-fields.tsx";
import { BALANCE_WORDS, EVENT_DONE, periodText } from "../event-words.ts";
import { loadBalance } from "../load-balance.server.ts";
import { saveBalanceSetting } from "../save-balance-setting.server.ts";

const ADDRESS = "/kantor/penduduk/rekapitulasi";

export const loader = officeLoader(async ({ ctx, url }) => {
  const month = dayIn(ctx.tenant.timeZone, ctx.now).slice(0, 7);
  const asked = periodOf(url.searchParams.get("dari"), url.searchParams.get("sampai"));
  const period = asked ?? periodOf(month, null);
  if (!period) throw new Error("no month");
  return {
    period,
    isAsked: asked !== null,
    maySet: ctx.actor.permissions.has("village.settings"),
    ...(await loadBalance(ctx, period)),
  };
});

export const action = officeAction(async ({ ctx, form }) => {
  await saveBalanceSetting(ctx, form.get("hitung") === "on");
  return redirectWithFlash(ctx.config, ADDRESS, EVENT_DONE.setting);
});

export default function BalancePage() {
  const { period, isAsked, whole, parts, countsMissingAsMoved } = useLoaderData<typeof loader>();
  const hasForeigners = FLOWS.some((flow) => {
    const line = whole.balance[flow];
    return line.foreignMen !== 0 || line.foreignWomen !== 0;
  });
  return (
    <>
      <title>Rekapitulasi penduduk</title>
      <PageHeader
        title="Rekapitulasi penduduk"
        lead={BALANCE_WORDS.lead(periodText(period))}
        back={{ href: "/kantor/penduduk", label: "Penduduk" }}
        actions={<ButtonLink href="/kantor/penduduk/mutasi">Mutasi</ButtonLink>}
      />
      <FilterBar resetHref={isAsked ? ADDRESS : undefined}>
        <PeriodFields {...period} />
      </FilterBar>
      {parts.length === 0 ? (
        <EmptyState icon="people" title={BALANCE_WORDS.empty}>
          {BALANCE_WORDS.emptyMore}
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-10">
          <BalanceTable caption="Seluruh desa" {...whole} hasForeigners={hasForeigners} isWhole />
          {parts.map(({ hamletId, name, balance, families }) => (
            <BalanceTable
              key={hamletId ?? "-"}
              caption={name}
              balance={balance}
              families={families}
              hasForeigners={hasForeigners}
            />
          ))}
        </div>
      )}
      <p className="mt-8 max-w-text text-sm text-ink-soft">
        {countsMissingAsMoved ? BALANCE_WORDS.counted : BALANCE_WORDS.notCounted} {BALANCE_WORDS.insideNote}
      </p>
      <Setting />
    </>
  );
}

function Setting() {
  const { maySet, countsMissingAsMoved } = useLoaderData<typeof loader>();
  if (!maySet) return null;
  return (
    <div className="mt-6 max-w-form print:hidden">
      <Disclosure summary="Cara menghitung">
        <form method="post" className="flex flex-col gap-3">
          <SubmitKey />
          <Checkbox
            id="hitung"
            name="hitung"
            label={BALANCE_WORDS.setting}
            defaultChecked={countsMissingAsMoved}
          />
          <div>
            <Button variant="secondary">Simpan</Button>
          </div>
        </form>
      </Disclosure>
    </div>
  );
}
