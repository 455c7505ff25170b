import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { TextField } from "#app/ui/text-fields.tsx";
import { PositionField, TermFields } from "../components/term-fields.tsx";
import { givePosition } from "../give-position.server.ts";
import { GivePositionInput } from "../input.ts";
import { getPerson } from "../roster.server.ts";
import { inSentence, PEOPLE_WORDS, positionTitle } from "../words.ts";

export const loader = officeLoader(async ({ ctx, params, frame }) => ({
  person: await getPerson(ctx, params.id ?? ""),
  terms: frame?.profile ?? null,
}));

export const action = officeAction(({ ctx, form, params, frame }) =>
  submitForm(form, GivePositionInput, async (input) => {
    const id = params.id ?? "";
    const { name } = await givePosition(ctx, id, input);
    const title = positionTitle(input.jabatan, input.status, frame?.profile);
    return redirectWithFlash(ctx.config, `/kantor/perangkat/${id}`, PEOPLE_WORDS.given(name, title));
  }),
);

export default function GivePosition() {
  const { person, terms } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<GivePositionInput>({
    id: "beri",
    lastResult: useActionData() as FormReply | undefined,
    defaultValue: { status: "definitif", mulai: person.today },
  });
  const back = `/kantor/perangkat/${person.id}`;
  return (
    <>
      <title>Beri jabatan</title>
      <PageHeader
        title="Beri jabatan"
        back={{ href: back, label: person.name }}
        lead={`Jabatan tambahan untuk ${inSentence(person.name)}. Jabatan yang sudah dipegang tetap berlaku.`}
      />
      <form {...formProps(form)} className="flex max-w-form flex-col gap-6">
        <ErrorSummary errors={summaryErrors(form)} />
        <SubmitKey />
        <PositionField field={fields.jabatan} terms={terms} />
        <TermFields fields={fields} areas={person.areas} terms={terms} />
        <TextField {...textProps(fields.keputusan)} label="Nomor keputusan" hint="Misalnya: 141/05/2026." />
        <div className="flex flex-col gap-3 sm:flex-row">
          <Button>Beri jabatan</Button>
          <ButtonLink href={back} variant="quiet">
            Batal
          </ButtonLink>
        </div>
      </form>
    </>
  );
}
