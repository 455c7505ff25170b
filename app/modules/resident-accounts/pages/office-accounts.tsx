import { data, useActionData, useLoaderData } from "react-router";
import { FoundPeople, PersonFinder } from "#app/modules/population/components/person-finder.tsx";
import { findPerson, onlyPerson, type PersonFinding } from "#app/modules/population/find-person.server.ts";
import { seeOther } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { DownloadLinks } from "#app/ui/download-links.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { formatNumber } from "#app/ui/format.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { DateTimeText } from "#app/ui/text.tsx";
import { loadOfficeAccounts } from "../load-office-accounts.server.ts";

const BASE = "/kantor/akun-warga";

export const loader = officeLoader(async ({ ctx }) => ({
  ...(await loadOfficeAccounts(ctx)),
  zone: ctx.tenant.timeZone,
}));

/** A number is answered here and now, so that it stands in no address. */
export const action = officeAction(async ({ ctx, form }) => {
  const found = await findPerson(ctx, form);
  const only = onlyPerson(found);
  return only ? seeOther(`${BASE}/${only.id}`) : data(found, { status: found.error ? 422 : 200 });
});

export default function OfficeAccounts() {
  const { accounts } = useLoaderData<typeof loader>();
  const found = useActionData() as PersonFinding | undefined;
  return (
    <>
      <title>Layanan warga</title>
      <PageHeader
        title="Layanan warga"
        lead={`${formatNumber(accounts)} warga mempunyai akun. Cari seorang warga untuk mencetak slip aktivasinya, atau bila ia lupa PIN.`}
      />
      <div className="flex flex-col gap-8">
        <PersonFinder label="Slip untuk siapa?" found={found} />
        <FoundPeople found={found} hrefOf={(id) => `${BASE}/${id}`}>
          Periksa ejaannya, atau cari dengan NIK. Warga yang belum tercatat dimasukkan dahulu ke data
          penduduk.
        </FoundPeople>
        <Waiting />
        {accounts > 0 && <DownloadLinks list="akun-warga" />}
      </div>
    </>
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
            href: `${BASE}/pendaftaran/${id}`,
            title: "Pendaftaran akun",
            meta: <DateTimeText at={new Date(createdAt)} zone={zone} />,
          })),
          ...proposals.map(({ id, name, label, createdAt }) => ({
            key: id,
            href: `${BASE}/usulan/${id}`,
            title: `Perbaikan data ${name}: ${label}`,
            meta: <DateTimeText at={new Date(createdAt)} zone={zone} />,
          })),
        ]}
      />
    </section>
  );
}
