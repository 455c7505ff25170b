import { useLoaderData } from "react-router";
import { villageLoader } from "#app/platform/http/handlers.ts";
import { formatDate } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { ServiceFacts } from "../components/service-facts.tsx";
import { loadPublicService } from "../load-public.server.ts";
import { PUBLIC_WORDS } from "../words.ts";

export const loader = villageLoader(({ ctx, params }) => loadPublicService(ctx, params.layanan ?? ""));

export default function PublicService() {
  const { name, service, decree } = useLoaderData<typeof loader>();
  return (
    <>
      <title>{name}</title>
      <PageHeader title={name} back={{ href: "/pelayanan", label: PUBLIC_WORDS.title }} />
      {service && decree ? (
        <div className="flex flex-col gap-6">
          <ServiceFacts service={service} measured={service.measured} />
          <p className="text-sm text-ink-soft">
            {`Keputusan Kepala Desa nomor ${decree.number}, ${formatDate(decree.on)}.`}
          </p>
        </div>
      ) : (
        <Notice title={`Standarnya ${PUBLIC_WORDS.unset}`}>{PUBLIC_WORDS.unsetLead}</Notice>
      )}
    </>
  );
}
