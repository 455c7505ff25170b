import { useForm } from "@conform-to/react";
import { useActionData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { oversightAction } from "#app/platform/http/handlers.ts";
import { linkHeaders } from "#app/platform/http/link-cookie.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-fields.tsx";
import { choiceProps, formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { TextField } from "#app/ui/text-fields.tsx";
import { InviteByRegencyInput } from "../input.ts";
import { inviteByRegency } from "../invite-overseer.server.ts";
import { INVITATION_WORDS } from "../words.ts";

export const action = oversightAction(({ ctx, form }) =>
  submitForm(form, InviteByRegencyInput, async (input) => {
    const { id, token } = await inviteByRegency(ctx, input);
    const to = `/kabupaten/orang/undangan/${id}`;
    return redirectWithFlash(
      ctx.config,
      to,
      INVITATION_WORDS.made(input.nama),
      linkHeaders(ctx.config, token),
    );
  }),
);

const ROLES = [
  { value: "petugas", label: "Petugas", hint: "Memeriksa dan memverifikasi desa." },
  { value: "admin", label: "Admin", hint: "Juga mengundang dan memberhentikan petugas." },
];

export default function InviteByRegency() {
  const [form, fields] = useForm<InviteByRegencyInput>({
    id: "undang",
    lastResult: useActionData() as FormReply | undefined,
  });
  return (
    <>
      <title>Undang orang</title>
      <PageHeader
        title="Undang orang"
        back={{ href: "/kabupaten/orang", label: "Orang" }}
        lead="Balai membuat tautan sekali pakai yang berlaku 3 hari."
      />
      <form {...formProps(form)} className="flex max-w-form flex-col gap-6">
        <ErrorSummary errors={summaryErrors(form)} />
        <SubmitKey />
        <TextField {...textProps(fields.nama)} label="Nama" required autoComplete="off" />
        <RadioGroup {...choiceProps(fields.peran)} label="Peran" choices={ROLES} required />
        <div>
          <Button>Buat undangan</Button>
        </div>
      </form>
    </>
  );
}
