import { useLoaderData } from "react-router";
import { NotFoundError } from "#app/platform/errors.ts";
import { villageLoader } from "#app/platform/http/handlers.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { formatDate } from "#app/ui/format.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { loadPublicServices } from "../load-public.server.ts";
import { costText, PUBLIC_WORDS } from "../words.ts";

/** The promise to hang on the wall: there is one once a standard is in force. */
export const loader = villageLoader(async ({ ctx }) => {
  const { brand, profile, decree, services } = await loadPublicServices(ctx);
  if (!decree) throw new NotFoundError("Desa ini belum menetapkan standar pelayanan.");
  return {
    brand,
    village: `${profile.villageTerm} ${profile.name}`,
    head: profile.headTerm,
    decree,
    services,
  };
});

type Service = Awaited<ReturnType<typeof loadPublicServices>>["services"][number];

export default function Charter() {
  const { village, head, decree, services } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Maklumat pelayanan</title>
      <PageHeader
        title="Maklumat pelayanan"
        lead={`Keputusan ${head} nomor ${decree.number}, ${formatDate(decree.on)}`}
        back={{ href: "/pelayanan", label: PUBLIC_WORDS.title }}
      />
      <div className="flex flex-col gap-6">
        <p className="max-w-text text-lg">
          {`Kami, pemerintah ${village}, sanggup melayani menurut standar yang telah ditetapkan. Bila kami tidak menepatinya, kami siap menerima pengaduan dan memperbaikinya.`}
        </p>
        <DataTable<Service>
          caption="Standar pelayanan"
          captionHidden
          rows={services}
          rowKey={({ service }) => service}
          columns={[
            { key: "nama", label: "Pelayanan", rowHeader: true, render: ({ name }) => name },
            {
              key: "syarat",
              label: "Syarat",
              render: ({ requirements }) =>
                requirements
                  .map(({ text, mark }) => (mark === "wajib" ? text : `${text} (bila ada)`))
                  .join("; ") || "Tanpa syarat",
            },
            { key: "waktu", label: "Waktu", render: ({ timeText }) => timeText },
            {
              key: "biaya",
              label: "Biaya",
              render: ({ cost }) => costText(cost),
            },
            { key: "petugas", label: "Penanggung jawab", render: ({ officer }) => officer },
          ]}
        />
      </div>
    </>
  );
}
