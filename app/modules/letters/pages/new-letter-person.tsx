import { data, useActionData } from "react-router";
import { FoundPeople, PersonFinder } from "#app/modules/population/components/person-finder.tsx";
import { findPerson, onlyPerson, type PersonFinding } from "#app/modules/population/find-person.server.ts";
import { seeOther } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

const HERE = "/kantor/surat/baru";

export const loader = officeLoader(() => null);

/** Who is found alone is opened at once. */
export const action = officeAction(async ({ ctx, form }) => {
  const found = await findPerson(ctx, form);
  const only = onlyPerson(found);
  return only ? seeOther(`${HERE}/${only.id}`) : data(found, { status: found.error ? 422 : 200 });
});

export default function NewLetterPerson() {
  const found = useActionData() as PersonFinding | undefined;
  return (
    <>
      <title>Buat surat</title>
      <PageHeader
        title="Buat surat"
        back={{ href: "/kantor/surat", label: "Surat" }}
        actions={<ButtonLink href="/kantor/surat/luar">Orang di luar data penduduk</ButtonLink>}
      />
      <div className="flex flex-col gap-6">
        <PersonFinder label="Surat untuk siapa?" found={found} />
        <FoundPeople found={found} hrefOf={(id) => `${HERE}/${id}`}>
          Periksa ejaannya, atau cari dengan NIK. Orang yang belum tercatat dapat dibuatkan surat lewat tombol
          Orang di luar data penduduk.
        </FoundPeople>
      </div>
    </>
  );
}
