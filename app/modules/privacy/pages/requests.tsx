import { useLoaderData } from "react-router";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { DownloadLinks } from "#app/ui/download-links.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { formatDateTime } from "#app/ui/format.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { BACK } from "../components/back.ts";
import { RequestState } from "../components/request-state.tsx";
import { listRequests, type RequestRow } from "../requests.server.ts";
import { REQUEST_WORDS } from "../words.ts";

const LIST = "/kantor/data-pribadi/permintaan";

export const loader = officeLoader(async ({ ctx, url }) => {
  const before = url.searchParams.get("sebelum")?.slice(0, 40) || null;
  const { open, answered, nextId } = await listRequests(ctx, before);
  const now = ctx.now.toISOString();
  return {
    open: open.map(shown),
    answered: answered.map(shown),
    before,
    nextId,
    now,
    zone: ctx.tenant.timeZone,
  };
});

function shown({ id, kind, subjectName, state, askedAt, answerDueAt }: RequestRow) {
  return { id, kind, subjectName, state, askedAt, answerDueAt };
}

export default function Requests() {
  const { open, answered, before, nextId, now, zone } = useLoaderData<typeof loader>();
  const item = (row: ReturnType<typeof shown>) => ({
    key: row.id,
    href: `${LIST}/${row.id}`,
    title: row.subjectName,
    meta: `${REQUEST_WORDS.shortKinds[row.kind]}, diterima ${formatDateTime(Date.parse(row.askedAt), zone)}`,
    badge: <RequestState request={row} now={now} />,
  });
  return (
    <>
      <title>Permintaan orang atas datanya</title>
      <PageHeader
        title="Permintaan orang atas datanya"
        back={BACK}
        lead="Siapa pun boleh melihat, memperbaiki, atau meminta penghapusan datanya. Jawab paling lambat 3 x 24 jam."
        actions={
          <ButtonLink href={`${LIST}/baru`} variant="primary" icon="plus">
            Catat permintaan
          </ButtonLink>
        }
      />
      {open.length + answered.length === 0 && (
        <EmptyState icon="people" title="Belum ada permintaan">
          Catat di sini bila seseorang datang atau menulis surat untuk menanyakan datanya.
        </EmptyState>
      )}
      {open.length > 0 && (
        <section aria-labelledby="menunggu" className="mb-8 flex flex-col gap-3">
          <h2 id="menunggu" className="text-lg">
            Menunggu jawaban
          </h2>
          <TaskList label="Menunggu jawaban" items={open.map(item)} />
        </section>
      )}
      {answered.length > 0 && (
        <section aria-labelledby="dijawab" className="flex flex-col gap-3">
          <h2 id="dijawab" className="text-lg">
            Sudah dijawab
          </h2>
          <TaskList label="Sudah dijawab" items={answered.map(item)} />
        </section>
      )}
      <Pagination
        previousHref={before ? LIST : undefined}
        nextHref={nextId ? `${LIST}?sebelum=${nextId}` : undefined}
      />
      {open.length + answered.length > 0 && <DownloadLinks list="permintaan-data" />}
    </>
  );
}
