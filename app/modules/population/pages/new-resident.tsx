import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { dayIn } from "#app/platform/clock.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { type FieldMeta, formProps, summaryErrors } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions, FormStack } from "#app/ui/form-layout.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden } from "#app/ui/text-fields.tsx";
import { addResident } from "../add-resident.server.ts";
import { DoubtNotice } from "../components/doubt-notice.tsx";
import { EntryFields } from "../components/entry-fields.tsx";
import { ResidentFormSections } from "../components/resident-form-sections.tsx";
import { atField } from "../event-day-field.ts";
import { loadNewResident } from "../load-form.server.ts";
import { AddResidentInput } from "../resident-form.ts";
import { FORM_WORDS } from "../words.ts";

export const loader = officeLoader(async ({ ctx, url, frame }) => ({
  ...(await loadNewResident(ctx, url.searchParams.get("keluarga")?.slice(0, 64) || null)),
  today: dayIn(ctx.tenant.timeZone, ctx.now),
  hamletTerm: frame?.profile?.hamletTerm ?? "Dusun",
}));

export const action = officeAction(({ ctx, form }) =>
  submitForm(form, AddResidentInput, async (input) => {
    const { residentId } = await atField("tanggal", () => addResident(ctx, input));
    const to = `/kantor/penduduk/${residentId}`;
    return redirectWithFlash(ctx.config, to, FORM_WORDS.added(String(input.values.name)));
  }),
);

export default function NewResident() {
  const { card, areas, allowed, today, hamletTerm } = useLoaderData<typeof loader>();
  const [form, typed] = useForm<Record<string, string>>({
    id: "warga",
    lastResult: useActionData() as FormReply | undefined,
    defaultValue: {
      tanggal: today,
      kewarganegaraan: "1",
      wilayah: card?.areaId ?? "",
      jenis: "tetap",
      cara: "sudah",
    },
  });
  const fields = typed as unknown as Record<string, FieldMeta | undefined>;
  const back = card
    ? { href: `/kantor/penduduk/keluarga/${card.id}`, label: "Kartu keluarga" }
    : { href: "/kantor/penduduk", label: "Penduduk" };
  return (
    <>
      <title>Tambah penduduk</title>
      <PageHeader
        title={card ? "Tambah anggota keluarga" : "Tambah penduduk"}
        back={back}
        lead={FORM_WORDS.newLead}
      />
      <form {...formProps(form)}>
        <ErrorSummary errors={summaryErrors(form)} />
        <SubmitKey />
        {card && <Hidden name="keluarga" value={card.id} />}
        <FormStack>
          <DoubtNotice fields={fields} />
          <EntryFields fields={fields} card={card} areas={areas} hamletTerm={hamletTerm} />
          <ResidentFormSections fields={fields} allowed={allowed} />
        </FormStack>
        <FormActions>
          <Button>Simpan</Button>
          <ButtonLink href={back.href} variant="quiet">
            Batal
          </ButtonLink>
        </FormActions>
      </form>
    </>
  );
}
