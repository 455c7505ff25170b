import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { addFamily } from "../add-family.server.ts";
import { FamilyForm } from "../components/family-form.tsx";
import { AddFamilyInput } from "../family-form.ts";
import { loadNewResident } from "../load-form.server.ts";
import { FAMILY_WORDS } from "../words.ts";

export const loader = officeLoader(async ({ ctx, frame }) => ({
  areas: (await loadNewResident(ctx, null)).areas,
  hamletTerm: frame?.profile?.hamletTerm ?? "Dusun",
}));

export const action = officeAction(({ ctx, form }) =>
  submitForm(form, AddFamilyInput, async (input) => {
    const { familyId } = await addFamily(ctx, input);
    return redirectWithFlash(ctx.config, `/kantor/penduduk/keluarga/${familyId}`, FAMILY_WORDS.added);
  }),
);

const NOTHING = { alamat: "", wilayah: "", kode_pos: "", terbit: "" };

export default function NewFamily() {
  const { areas, hamletTerm } = useLoaderData<typeof loader>();
  const back = "/kantor/penduduk/keluarga";
  return (
    <>
      <title>Kartu keluarga baru</title>
      <PageHeader title="Kartu keluarga baru" back={{ href: back, label: "Kartu keluarga" }} />
      <FamilyForm
        reply={useActionData() as FormReply | undefined}
        values={NOTHING}
        masked={null}
        areas={areas}
        hamletTerm={hamletTerm}
        backHref={back}
      />
    </>
  );
}
