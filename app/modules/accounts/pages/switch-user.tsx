import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { deviceFrom } from "#app/platform/http/device.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-fields.tsx";
import { choiceProps, formProps, secretProps, summaryErrors } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { PasswordField } from "#app/ui/text-fields.tsx";
import { letIn, readDeviceAccounts } from "../device-cookies.ts";
import { SwitchUserInput } from "../input.ts";
import { listPeople } from "../people.server.ts";
import { switchUser } from "../switch-user.server.ts";
import { positionTitle } from "../words.ts";

export const loader = officeLoader(async ({ ctx, request }) => {
  const ids = readDeviceAccounts(ctx.config, request);
  const people = (await listPeople(ctx)).filter((each) => ids.includes(each.accountId));
  return {
    own: ctx.actor.accountId,
    people: people
      .sort((a, b) => ids.indexOf(a.accountId) - ids.indexOf(b.accountId))
      .map((each) => ({
        value: each.accountId,
        label: each.name,
        hint: each.positions.map((held) => positionTitle(held.position, held.status)).join(", "),
      })),
  };
});

export const action = officeAction(({ ctx, form, request }) =>
  submitForm(
    form,
    SwitchUserInput,
    async (input) => {
      const deviceAccountIds = readDeviceAccounts(ctx.config, request);
      const device = deviceFrom(ctx.config, request);
      const signedIn = await switchUser(ctx, input, { device, deviceAccountIds });
      return letIn({ config: ctx.config, request, device }, signedIn, "/kantor", "Pengguna sudah berganti.");
    },
    ["kata_sandi"],
  ),
);

export default function SwitchUser() {
  const { people, own } = useLoaderData<typeof loader>();
  const other = people.find((each) => each.value !== own) ?? people[0];
  const [form, fields] = useForm<SwitchUserInput>({
    id: "ganti",
    lastResult: useActionData() as FormReply | undefined,
    defaultValue: { akun: other?.value },
  });
  return (
    <>
      <title>Ganti pengguna</title>
      <PageHeader
        title="Ganti pengguna"
        lead="Pilih nama Anda, lalu masukkan kata sandi. Pengguna sebelumnya keluar dari komputer atau ponsel ini."
      />
      {people.length > 0 && (
        <form {...formProps(form)} className="flex max-w-form flex-col gap-5">
          <ErrorSummary errors={summaryErrors(form)} />
          <RadioGroup {...choiceProps(fields.akun)} label="Siapa Anda?" choices={people} required />
          <PasswordField
            {...secretProps(fields.kata_sandi)}
            label="Kata sandi"
            required
            autoComplete="current-password"
          />
          <Button type="submit">Masuk</Button>
        </form>
      )}
      <form method="post" action="/keluar" className="mt-6 flex max-w-form flex-col gap-2">
        <p className="text-ink-soft">Nama Anda tidak ada di daftar ini?</p>
        <div>
          <Button variant="secondary" icon="user">
            Masuk sebagai orang lain
          </Button>
        </div>
      </form>
    </>
  );
}
