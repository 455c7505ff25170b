import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { linkHeaders } from "#app/platform/http/link-cookie.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { TextField } from "#app/ui/text-fields.tsx";
import { PositionField, TermFields } from "../components/term-fields.tsx";
import { InvitePersonInput } from "../input.ts";
import { invitePerson } from "../invite-person.server.ts";
import { getInviteChoices } from "../roster.server.ts";
import { inLocalWords, LINK_WORDS, PEOPLE_REFUSALS } from "../words.ts";

export const loader = officeLoader(async ({ ctx, frame }) => ({
  ...(await getInviteChoices(ctx)),
  terms: frame?.profile ?? null,
}));

export const action = officeAction(({ ctx, form }) =>
  submitForm(form, InvitePersonInput, async (input) => {
    const made = await invitePerson(ctx, input);
    const headers = linkHeaders(ctx.config, made.token);
    const to = `/kantor/perangkat/undangan/${made.id}`;
    return redirectWithFlash(ctx.config, to, LINK_WORDS.invited(input.nama), headers);
  }),
);

export default function Invite() {
  const { areas, canManage, today, terms } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<InvitePersonInput>({
    id: "undang",
    lastResult: useActionData() as FormReply | undefined,
    defaultValue: { status: "definitif", mulai: today },
  });
  const header = (
    <>
      <title>Undang orang</title>
      <PageHeader
        title="Undang orang"
        back={{ href: "/kantor/perangkat", label: "Perangkat" }}
        lead="Anda mendapat tautan untuk dikirim kepada orangnya. Ia membuat akunnya sendiri."
      />
    </>
  );
  if (!canManage)
    return (
      <>
        {header}
        <Notice tone="warning">{inLocalWords(PEOPLE_REFUSALS["not-entitled"], terms)}</Notice>
      </>
    );
  return (
    <>
      {header}
      <form {...formProps(form)} className="flex max-w-form flex-col gap-6">
        <ErrorSummary errors={summaryErrors(form)} />
        <SubmitKey />
        <TextField
          {...textProps(fields.nama)}
          label="Nama"
          hint="Seperti yang tertulis dalam surat."
          required
        />
        <TextField
          {...textProps(fields.telepon)}
          label="Nomor WhatsApp"
          hint="Tautan dapat dikirim langsung ke nomor ini."
          type="tel"
          inputMode="tel"
        />
        <PositionField field={fields.jabatan} terms={terms} />
        <TermFields fields={fields} areas={areas} terms={terms} />
        <div className="flex flex-col gap-3 sm:flex-row">
          <Button icon="send">Buat undangan</Button>
          <ButtonLink href="/kantor/perangkat" variant="quiet">
            Batal
          </ButtonLink>
        </div>
      </form>
    </>
  );
}
