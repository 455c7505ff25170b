import { useLoaderData } from "react-router";
import { PROMISES } from "#app/modules/letters/kind-rules.ts";
import { residentLoader } from "#app/platform/http/handlers.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { loadOwnKinds } from "../load-kinds.server.ts";

export const loader = residentLoader(({ ctx, url }) => loadOwnKinds(ctx, url.searchParams.get("untuk")));

export default function ChooseKind() {
  const { person, others, kinds } = useLoaderData<typeof loader>();
  const query = person.isSelf ? "" : `?untuk=${person.id}`;
  return (
    <>
      <title>Minta surat</title>
      <PageHeader
        title={person.isSelf ? "Minta surat" : `Surat untuk ${person.name}`}
        lead="Pilih surat yang Anda perlukan. Surat lain diminta di kantor desa."
        back={{ href: "/warga", label: "Beranda" }}
      />
      <div className="flex flex-col gap-8">
        {kinds.length === 0 ? (
          <EmptyState title="Belum ada surat yang dapat diminta dari sini">
            Datanglah ke kantor desa pada jam pelayanan.
          </EmptyState>
        ) : (
          <TaskList
            label="Jenis surat"
            items={kinds.map(({ key, title, purpose, promised }) => ({
              key,
              href: `/warga/surat/baru/${key}${query}`,
              title,
              meta: `${purpose} ${PROMISES[promised].label}.`,
            }))}
          />
        )}
        {others.length > 0 && (
          <section className="flex flex-col gap-3">
            <h2 className="text-lg">Untuk orang lain di Kartu Keluarga Anda</h2>
            <TaskList
              label="Keluarga"
              items={others.map(({ id, name, isSelf }) => ({
                key: id,
                href: isSelf ? "/warga/surat/baru" : `/warga/surat/baru?untuk=${id}`,
                title: isSelf ? `${name} (saya)` : name,
              }))}
            />
          </section>
        )}
      </div>
    </>
  );
}
