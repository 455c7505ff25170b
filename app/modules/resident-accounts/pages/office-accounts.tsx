import { data, useActionData, useLoaderData } from "react-router";
import { searchResidents } from "#app/modules/population/search-residents.server.ts";
import { seeOther } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { readTogether } from "#app/platform/read-together.ts";
import { Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { formatNumber } from "#app/ui/format.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { DateTimeText } from "#app/ui/text.tsx";
import { TextField } from "#app/ui/text-fields.tsx";
import { loadOfficeAccounts } from "../load-office-accounts.server.ts";

const LONGEST = 100;

export const loader = officeLoader(async ({ ctx }) => ({
  ...(await loadOfficeAccounts(ctx)),
  zone: ctx.tenant.timeZone,
}));

/** A number is answered here and now, so that it stands in no address. */
export const action = officeAction(async ({ ctx, form }) => {
  const text = String(form.get("cari") ?? "").trim();
  if (text.length < 2 || text.length > LONGEST)
    return data({ people: null, error: "Tulis paling sedikit 2 huruf nama, atau NIK." }, { status: 422 });
  const { people } = await readTogether(ctx.db, { people: await searchResidents(ctx, text) });
  const [only, ...others] = people;
  if (only && others.length === 0) return seeOther(`/kantor/akun-warga/${only.id}`);
  return { people, error: null };
});

export default function OfficeAccounts() {
  const { accounts } = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const answer = found && "people" in found ? found : null;
  return (
    <>
      <title>Layanan warga</title>
      <PageHeader
        title="Layanan warga"
        lead={`${formatNumber(accounts)} warga mempunyai akun. Cari seorang warga untuk mencetak slip aktivasinya, atau bila ia lupa PIN.`}
      />
      <div className="flex flex-col gap-8">
        <form method="post" className="flex max-w-form flex-wrap items-end gap-3">
          <div className="min-w-0 flex-1 basis-64">
            <TextField
              id="cari"
              name="cari"
              label="Slip untuk siapa?"
              hint="Nama, NIK, atau nomor KK."
              errors={answer?.error ? [answer.error] : undefined}
              autoComplete="off"
              required
            />
          </div>
          <Button icon="search">Cari warga</Button>
        </form>
        {answer?.people && <Found people={answer.people} />}
        <Waiting />
      </div>
    </>
  );
}

function Found({ people }: { people: { id: string; name: string; areaText: string | null }[] }) {
  if (people.length === 0) return <p role="status">Tidak ada warga dengan nama atau nomor itu.</p>;
  return (
    <TaskList
      label="Warga yang ditemukan"
      items={people.map(({ id, name, areaText }) => ({
        key: id,
        href: `/kantor/akun-warga/${id}`,
        title: name,
        meta: areaText,
      }))}
    />
  );
}

function Waiting() {
  const { waiting, proposals, zone } = useLoaderData<typeof loader>();
  if (waiting.length + proposals.length === 0)
    return (
      <EmptyState title="Tidak ada yang menunggu">
        Pendaftaran dan usulan perbaikan data dari warga tampil di sini.
      </EmptyState>
    );
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-lg">Menunggu keputusan</h2>
      <TaskList
        label="Pendaftaran dan usulan"
        items={[
          ...waiting.map(({ id, createdAt }) => ({
            key: id,
            href: `/kantor/akun-warga/pendaftaran/${id}`,
            title: "Pendaftaran akun",
            meta: <DateTimeText at={new Date(createdAt)} zone={zone} />,
          })),
          ...proposals.map(({ id, name, label, createdAt }) => ({
            key: id,
            href: `/kantor/akun-warga/usulan/${id}`,
            title: `Perbaikan data ${name}: ${label}`,
            meta: <DateTimeText at={new Date(createdAt)} zone={zone} />,
          })),
        ]}
      />
    </section>
  );
}
