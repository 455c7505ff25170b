import { useLoaderData } from "react-router";
import { oversightLoader } from "#app/platform/http/handlers.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { loadOperatorHome } from "../load-homes.server.ts";

export const loader = oversightLoader(({ ctx }) => loadOperatorHome(ctx));

export default function OperatorHome() {
  const facts = useLoaderData<typeof loader>();
  return (
    <>
      <title>Ringkasan</title>
      <PageHeader title="Ringkasan" lead="Yang ada di Balai saat ini." />
      <div className="max-w-text">
        <DefinitionList
          items={[
            { term: "Desa aktif", value: facts.active },
            { term: "Di antaranya belum terverifikasi", value: facts.unverified },
            { term: "Desa ditangguhkan", value: facts.suspended },
            { term: "Operator", value: facts.operators },
            { term: "Petugas kabupaten", value: facts.regencyPeople },
          ]}
        />
      </div>
    </>
  );
}
