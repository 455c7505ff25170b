import { useLoaderData } from "react-router";
import { villageLoader } from "#app/platform/http/handlers.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { formatDateTime } from "#app/ui/format.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { categoryLabel } from "../complaint-rules.ts";
import { listPublicComplaints } from "../load-complaints.server.ts";
import { STATE_WORDS } from "../words.ts";

export const loader = villageLoader(async ({ ctx }) => ({
  ...(await listPublicComplaints(ctx)),
  zone: ctx.tenant.timeZone,
}));

export default function PublicList() {
  const { rows, zone } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Pengaduan yang sudah dijawab</title>
      <PageHeader
        title="Pengaduan yang sudah dijawab"
        lead="Ringkasan yang ditulis kantor desa, tanpa nama siapa pun."
        back={{ href: "/pengaduan", label: "Pengaduan" }}
      />
      {rows.length === 0 ? (
        <EmptyState icon="chat" title="Belum ada ringkasan pengaduan">
          <ButtonLink href="/pengaduan">Sampaikan pengaduan</ButtonLink>
        </EmptyState>
      ) : (
        <ul className="flex flex-col">
          {rows.map(({ id, category, text, state, day }) => (
            <li key={id} className="flex max-w-text flex-col gap-1 border-b border-line py-4">
              <p className="text-sm text-ink-soft">
                {`${categoryLabel(category)} · ${STATE_WORDS[state].label} · ${formatDateTime(new Date(day ?? ""), zone)}`}
              </p>
              <p className="whitespace-pre-line">{text}</p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
