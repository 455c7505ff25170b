import { data, useActionData } from "react-router";
import { FoundPeople, PersonFinder } from "#app/modules/population/components/person-finder.tsx";
import { findPerson, onlyPerson, type PersonFinding } from "#app/modules/population/find-person.server.ts";
import { redirectWithFlash, seeOther } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { submitForm } from "#app/platform/http/submit-form.ts";
import { requirePermission } from "#app/platform/require.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { ActInput } from "../input.ts";
import { makeFormOfAct } from "../make-form.server.ts";
import { FORM_WORDS } from "../words.ts";

const BASE = "/kantor/dukcapil";

export const loader = officeLoader(() => null);

/** Looks for somebody, or makes the sheet of an act that was just recorded. */
export const action = officeAction(async ({ ctx, form }) => {
  requirePermission(ctx, "dukcapil.write");
  if (form.has("tindakan"))
    return submitForm(form, ActInput, async ({ tindakan }) => {
      const { id, isNew } = await makeFormOfAct(ctx, tindakan);
      const to = isNew ? `${BASE}/${id}/isi` : `${BASE}/${id}`;
      return redirectWithFlash(ctx.config, to, isNew ? FORM_WORDS.made : FORM_WORDS.exists);
    });
  const found = await findPerson(ctx, form);
  const only = onlyPerson(found);
  return only ? seeOther(`${BASE}/baru/${only.id}`) : data(found, { status: found.error ? 422 : 200 });
});

export default function NewForm() {
  const found = useActionData() as PersonFinding | undefined;
  return (
    <>
      <title>Buat lembar data Dukcapil</title>
      <PageHeader title="Buat lembar data Dukcapil" back={{ href: BASE, label: "Berkas ke Dukcapil" }} />
      <div className="flex flex-col gap-6">
        <PersonFinder
          label="Untuk siapa?"
          hint="Nama, NIK, atau nomor KK. Untuk kelahiran, cari nama bayinya; bayinya dicatat dahulu di data penduduk."
          found={found}
        />
        <FoundPeople found={found} hrefOf={(id) => `${BASE}/baru/${id}`}>
          Periksa ejaannya, atau cari dengan NIK. Orang yang belum tercatat dimasukkan dahulu ke data
          penduduk.
        </FoundPeople>
      </div>
    </>
  );
}
