import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { oversightAction, oversightLoader } from "#app/platform/http/handlers.ts";
import { linkHeaders } from "#app/platform/http/link-cookie.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup, Select } from "#app/ui/choice-fields.tsx";
import { choiceProps, formProps, selectProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { TextField } from "#app/ui/text-fields.tsx";
import { InviteByOperatorInput } from "../input.ts";
import { inviteByOperator, listRegencies } from "../invite-overseer.server.ts";
import { INVITATION_WORDS } from "../words.ts";

export const loader = oversightLoader(async ({ ctx }) => ({ provinces: await listRegencies(ctx) }));

export const action = oversightAction(({ ctx, form }) =>
  submitForm(form, InviteByOperatorInput, async (input) => {
    const { id, token } = await inviteByOperator(ctx, input);
    const to = `/operator/orang/undangan/${id}`;
    return redirectWithFlash(
      ctx.config,
      to,
      INVITATION_WORDS.made(input.nama),
      linkHeaders(ctx.config, token),
    );
  }),
);

const ROLES = [
  { value: "operator", label: "Operator Balai", hint: "Menjalankan Balai untuk semua desa." },
  {
    value: "kabupaten",
    label: "Admin kabupaten atau kota",
    hint: "Memverifikasi desanya, dan mengundang petugas kabupatennya sendiri.",
  },
];

export default function InviteByOperator() {
  const { provinces } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<InviteByOperatorInput>({
    id: "undang",
    lastResult: useActionData() as FormReply | undefined,
  });
  return (
    <>
      <title>Undang orang</title>
      <PageHeader
        title="Undang orang"
        back={{ href: "/operator/orang", label: "Orang" }}
        lead="Balai membuat tautan sekali pakai yang berlaku 3 hari."
      />
      <form {...formProps(form)} className="flex max-w-form flex-col gap-6">
        <ErrorSummary errors={summaryErrors(form)} />
        <SubmitKey />
        <TextField {...textProps(fields.nama)} label="Nama" required autoComplete="off" />
        <RadioGroup {...choiceProps(fields.peran)} label="Peran" choices={ROLES} required />
        <Select
          {...selectProps(fields.kabupaten)}
          label="Kabupaten atau kota"
          hint="Hanya untuk admin kabupaten atau kota."
          placeholder="Pilih kabupaten atau kota"
          options={provinces.map(({ province, regencies }) => ({
            label: province,
            options: regencies.map(({ code, name }) => ({ value: code, label: name })),
          }))}
        />
        <div>
          <Button>Buat undangan</Button>
        </div>
      </form>
    </>
  );
}
