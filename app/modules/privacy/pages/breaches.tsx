import { useLoaderData } from "react-router";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { DownloadLinks } from "#app/ui/download-links.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { formatDateTime } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { type BreachRow, listBreaches } from "../breaches.server.ts";
import { BACK } from "../components/back.ts";
import { BreachState } from "../components/breach-state.tsx";

const LIST = "/kantor/data-pribadi/insiden";
const SHOWN_LETTERS = 90;

export const loader = officeLoader(async ({ ctx, url }) => {
  const before = url.searchParams.get("sebelum")?.slice(0, 40) || null;
  const { open, closed, nextId } = await listBreaches(ctx, before);
  return { open, closed, before, nextId, now: ctx.now.toISOString(), zone: ctx.tenant.timeZone };
});

function titleOf({ what }: BreachRow): string {
  return what.length > SHOWN_LETTERS ? `${what.slice(0, SHOWN_LETTERS).trimEnd()}…` : what;
}

export default function Breaches() {
  const { open, closed, before, nextId, now, zone } = useLoaderData<typeof loader>();
  const item = (row: BreachRow) => ({
    key: row.id,
    href: `${LIST}/${row.id}`,
    title: titleOf(row),
    meta: `Diketahui ${formatDateTime(Date.parse(row.discoveredAt), zone)}`,
    badge: <BreachState breach={row} now={now} />,
  });
  return (
    <>
      <title>Kegagalan pelindungan data</title>
      <PageHeader
        title="Kegagalan pelindungan data"
        back={BACK}
        lead="Data pribadi bocor, hilang, atau diubah tanpa hak. Orang yang terkena dan lembaga diberi tahu tertulis dalam 3 x 24 jam."
        actions={
          <ButtonLink href={`${LIST}/baru`} variant="primary" icon="plus">
            Catat kejadian
          </ButtonLink>
        }
      />
      {open.length + closed.length === 0 ? (
        <EmptyState icon="lock" title="Belum ada kejadian">
          Contohnya: ponsel kantor hilang, daftar warga terkirim ke grup WhatsApp, atau akun dipakai orang
          lain.
        </EmptyState>
      ) : (
        <TaskList label="Kejadian" items={[...open, ...closed].map(item)} />
      )}
      <Pagination
        previousHref={before ? LIST : undefined}
        nextHref={nextId ? `${LIST}?sebelum=${nextId}` : undefined}
      />
      {open.length + closed.length > 0 && <DownloadLinks list="kegagalan-data" />}
      <div className="mt-8">
        <Notice title="Ragu-ragu?">
          Catat saja. Bila kemudian ternyata bukan kegagalan pelindungan data, catatannya ditutup dengan
          alasannya.
        </Notice>
      </div>
    </>
  );
}
