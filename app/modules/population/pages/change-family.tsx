import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { changeFamily } from "../change-family.server.ts";
import { FamilyForm } from "../components/family-form.tsx";
import { ChangeFamilyInput } from "../family-form.ts";
import { loadFamily } from "../load-family.server.ts";
import { FAMILY_WORDS } from "../words.ts";

export const loader = officeLoader(async ({ ctx, params, frame }) => {
  const { card, areas } = await loadFamily(ctx, params.id ?? "");
  return { card, areas, hamletTerm: frame?.profile?.hamletTerm ?? "Dusun" };
});

export const action = officeAction(({ ctx, form, params }) =>
  submitForm(form, ChangeFamilyInput, async (input) => {
    const id = params.id ?? "";
    await changeFamily(ctx, id, input);
    return redirectWithFlash(ctx.config, `/kantor/penduduk/keluarga/${id}`, FAMILY_WORDS.changed);
  }),
);

export default function ChangeFamily() {
  const { card, areas, hamletTerm } = useLoaderData<typeof loader>();
  const back = `/kantor/penduduk/keluarga/${card.id}`;
  return (
    <>
      <title>Ubah kartu keluarga</title>
      <PageHeader
        title="Ubah kartu keluarga"
        lead={FAMILY_WORDS.changeLead}
        back={{ href: back, label: "Kartu keluarga" }}
      />
      <FamilyForm
        reply={useActionData() as FormReply | undefined}
        values={{
          alamat: card.address ?? "",
          wilayah: card.areaId ?? "",
          kode_pos: card.postalCode ?? "",
          terbit: card.issuedOn ?? "",
        }}
        version={card.version}
        masked={card.number}
        areas={areas}
        hamletTerm={hamletTerm}
        backHref={back}
      />
    </>
  );
}
