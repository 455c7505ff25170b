import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { formProps, summaryErrors } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions, FormStack } from "#app/ui/form-layout.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { FamilyRows } from "../components/family-rows.tsx";
import { ArrivalFields, NewcomerFields } from "../components/move-in-fields.tsx";
import { atField } from "../event-day-field.ts";
import { MoveInInput } from "../event-input.ts";
import { EVENT_DONE, EVENT_FORM_WORDS } from "../event-words.ts";
import { loadMoveIn } from "../load-move-in.server.ts";
import { recordMoveIn } from "../record-move-in.server.ts";

const HERE = "/kantor/penduduk/datang";

export const loader = officeLoader(({ ctx, url }) => loadMoveIn(ctx, url.searchParams.get("kk")));

export const action = officeAction(({ ctx, form }) =>
  submitForm(form, MoveInInput, async (input) => {
    const { residentId, familyId, eventCount, doubts } = await atField("tanggal", () =>
      recordMoveIn(ctx, input),
    );
    const whole = eventCount > 1 ? `/kantor/penduduk/keluarga/${familyId}` : `/kantor/penduduk/${residentId}`;
    const next = form.get("lanjut") === "ya" ? `${HERE}?kk=${familyId}` : whole;
    return redirectWithFlash(ctx.config, next, EVENT_DONE.moveIn(input.nama, eventCount - 1, doubts));
  }),
);

export default function MoveIn() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const { head, today } = page;
  const [form, fields] = useForm<MoveInInput>({
    id: "datang",
    lastResult: reply,
    defaultValue: { tanggal: head?.since ?? today, asal: head?.origin ?? undefined, warga: "1" },
  });
  return (
    <>
      <title>Catat pindah datang</title>
      <PageHeader
        title="Catat pindah datang"
        lead={head ? EVENT_FORM_WORDS.ontoCard(head.name) : EVENT_FORM_WORDS.moveInLead}
        back={{ href: "/kantor/penduduk", label: "Penduduk" }}
      />
      <form {...formProps(form)} className="max-w-form">
        <ErrorSummary errors={summaryErrors(form)} />
        <SubmitKey />
        <FormStack>
          <NewcomerFields fields={fields} />
          <ArrivalFields fields={fields} page={page} />
          <FamilyRows reply={reply} />
        </FormStack>
        <FormActions>
          <Button icon="check">Catat kedatangan</Button>
          <Button variant="secondary" name="lanjut" value="ya">
            Catat, lalu anggota lain
          </Button>
          <ButtonLink href="/kantor/penduduk" variant="quiet">
            Batal
          </ButtonLink>
        </FormActions>
      </form>
    </>
  );
}
