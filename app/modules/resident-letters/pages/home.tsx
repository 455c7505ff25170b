import { useLoaderData } from "react-router";
import { isOpen } from "#app/modules/letters/chain-rules.ts";
import { publicStateOf } from "#app/modules/letters/receipt-subject.server.ts";
import { residentLoader } from "#app/platform/http/handlers.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { formatDateTime } from "#app/ui/format.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { listOwnLetters } from "../own-letters.server.ts";

export const loader = residentLoader(async ({ ctx }) => {
  const rows = await listOwnLetters(ctx);
  return {
    name: ctx.resident.name,
    zone: ctx.tenant.timeZone,
    letters: rows.map(({ requirements, ...row }) => ({
      ...row,
      isOpen: isOpen(row.state),
      state: publicStateOf({ state: row.state, requirements }),
    })),
  };
});

type Letter = ReturnType<typeof useLoaderData<typeof loader>>["letters"][number];

export default function Home() {
  const { name, letters } = useLoaderData<typeof loader>();
  const [open, done] = [letters.filter((each) => each.isOpen), letters.filter((each) => !each.isOpen)];
  return (
    <>
      <title>Halaman warga</title>
      <PageHeader
        title={name}
        lead="Minta surat dan ikuti prosesnya di sini. Surat dari desa tidak dipungut biaya."
        actions={
          <ButtonLink href="/warga/surat/baru" variant="primary" icon="plus">
            Minta surat
          </ButtonLink>
        }
      />
      {letters.length === 0 ? (
        <EmptyState icon="file" title="Belum ada permintaan">
          Surat yang Anda minta tampil di sini dengan setiap langkahnya.
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-8">
          <Letters title="Sedang dikerjakan" letters={open} />
          <Letters title="Selesai" letters={done} />
        </div>
      )}
    </>
  );
}

function Letters({ title, letters }: { title: string; letters: Letter[] }) {
  const { zone, name } = useLoaderData<typeof loader>();
  if (letters.length === 0) return null;
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-lg">{title}</h2>
      <TaskList
        label={title}
        items={letters.map((letter) => ({
          key: letter.id,
          href: `/warga/surat/${letter.id}`,
          title: letter.personName === name ? letter.title : `${letter.title}: ${letter.personName}`,
          meta: [
            letter.state,
            letter.isOpen && letter.promisedAt
              ? `Dijanjikan ${formatDateTime(new Date(letter.promisedAt), zone)}.`
              : `Diminta ${formatDateTime(new Date(letter.askedAt), zone)}.`,
          ].join(" "),
          badge: letter.isAsked === 1 && <StatusBadge tone="warn">Perlu jawaban Anda</StatusBadge>,
        }))}
      />
    </section>
  );
}
