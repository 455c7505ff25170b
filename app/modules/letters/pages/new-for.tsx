import { useLoaderData } from "react-router";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { loadKindChoices } from "../load-letter-form.server.ts";

export const loader = officeLoader(({ ctx, params }) => loadKindChoices(ctx, params.id ?? null));

export default function NewFor() {
  const { person, kinds } = useLoaderData<typeof loader>();
  const base = person ? `/kantor/surat/baru/${person.id}` : "/kantor/surat/luar";
  return (
    <>
      <title>Pilih jenis surat</title>
      <PageHeader
        title={person ? `Surat untuk ${person.name}` : "Surat untuk orang di luar data penduduk"}
        lead={person?.areaText ?? "Pilih jenis surat. Yang sering dipakai di atas."}
        back={{ href: "/kantor/surat/baru", label: "Cari orang lain" }}
      />
      {kinds.length === 0 ? (
        <EmptyState title="Tidak ada surat yang dapat dibuat">
          Orang yang meninggal, pindah, atau tidak di desa tidak dapat meminta surat.
        </EmptyState>
      ) : (
        <TaskList
          label="Jenis surat"
          items={kinds.map(({ key, title, purpose }) => ({
            key,
            href: `${base}/${key}`,
            title,
            meta: purpose,
          }))}
        />
      )}
    </>
  );
}
