import { data, useActionData } from "react-router";
import { FoundPeople, PersonFinder } from "#app/modules/population/components/person-finder.tsx";
import { findPerson, onlyPerson, type PersonFinding } from "#app/modules/population/find-person.server.ts";
import { seeOther } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { requirePermission } from "#app/platform/require.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

const BASE = "/kantor/izin";

export const loader = officeLoader(() => null);

/** Who is found alone is opened at once. */
export const action = officeAction(async ({ ctx, form }) => {
  requirePermission(ctx, "permits.write");
  const found = await findPerson(ctx, form);
  const only = onlyPerson(found);
  return only ? seeOther(`${BASE}/baru/${only.id}`) : data(found, { status: found.error ? 422 : 200 });
});

export default function NewPerson() {
  const found = useActionData() as PersonFinding | undefined;
  return (
    <>
      <title>Catat permohonan izin</title>
      <PageHeader
        title="Catat permohonan izin"
        back={{ href: BASE, label: "Izin dan rekomendasi" }}
        actions={<ButtonLink href={`${BASE}/luar`}>Orang di luar data penduduk</ButtonLink>}
      />
      <div className="flex flex-col gap-6">
        <PersonFinder label="Siapa pemohonnya?" found={found} />
        <FoundPeople found={found} hrefOf={(id) => `${BASE}/baru/${id}`}>
          Periksa ejaannya, atau cari dengan NIK. Orang dari luar desa dicatat lewat tombol Orang di luar data
          penduduk.
        </FoundPeople>
      </div>
    </>
  );
}
