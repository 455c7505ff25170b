import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { seeOther } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { safeNext } from "#app/platform/http/safe-next.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { IDLE_LOCK_MINUTES } from "#app/platform/sessions/idle-lock.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { formProps, secretProps, summaryErrors } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { PasswordField } from "#app/ui/text-fields.tsx";
import { UnlockInput } from "../input.ts";
import { unlockSession } from "../unlock-session.server.ts";

export const loader = officeLoader(({ ctx, url }) => ({
  name: ctx.actor.name,
  next: safeNext(url.searchParams.get("next")),
}));

export const action = officeAction(({ ctx, form }) =>
  submitForm(
    form,
    UnlockInput,
    async (input) => {
      await unlockSession(ctx, input);
      return seeOther(safeNext(input.next ?? null));
    },
    ["kata_sandi"],
  ),
);

export default function Unlock() {
  const { name, next } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<UnlockInput>({
    id: "buka",
    lastResult: useActionData() as FormReply | undefined,
  });
  return (
    <>
      <title>Layar terkunci</title>
      <PageHeader
        title="Layar terkunci"
        lead={`Kantor terkunci sendiri bila tidak dipakai ${IDLE_LOCK_MINUTES} menit. Masukkan kata sandi ${name} untuk melanjutkan.`}
      />
      <form {...formProps(form)} className="flex max-w-form flex-col gap-5">
        <ErrorSummary errors={summaryErrors(form)} />
        <input type="hidden" name="next" value={next} />
        <PasswordField
          {...secretProps(fields.kata_sandi)}
          label={`Kata sandi ${name}`}
          required
          autoComplete="current-password"
          autoFocus
        />
        <div className="flex flex-col gap-3 sm:flex-row">
          <Button type="submit">Lanjutkan</Button>
          <ButtonLink href="/kantor/ganti-pengguna" icon="switch-user">
            Ganti pengguna
          </ButtonLink>
        </div>
      </form>
      <form method="post" action="/keluar" className="mt-6">
        <Button variant="quiet">Keluar</Button>
      </form>
    </>
  );
}
