import { useActionData, useLoaderData } from "react-router";
import { deviceFrom } from "#app/platform/http/device.ts";
import { villageAction, villageLoader } from "#app/platform/http/handlers.ts";
import { safeNext } from "#app/platform/http/safe-next.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { PasskeyAnswerInput } from "#app/platform/second-factor/input.ts";
import type { GetCeremony } from "#app/platform/second-factor/passkeys.ts";
import { FACTOR_WORDS } from "#app/platform/second-factor/words.ts";
import { Button } from "#app/ui/button.tsx";
import { replySummary } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { PasskeyForm } from "#app/ui/passkey-form.tsx";
import { Hidden } from "#app/ui/text-fields.tsx";
import { letIn } from "../device-cookies.ts";
import { signInByPasskey, startPasskeySignIn } from "../sign-in-passkey.server.ts";

export const loader = villageLoader(({ url }) => ({ next: safeNext(url.searchParams.get("next")) }));

export const action = villageAction(async ({ ctx, form, request, url }) => {
  if (form.get("langkah") !== "jawaban") {
    const next = form.get("next");
    return {
      ceremony: await startPasskeySignIn(ctx, url),
      next: safeNext(typeof next === "string" ? next : null),
    };
  }
  return submitForm(form, PasskeyAnswerInput, async (input) => {
    const device = deviceFrom(ctx.config, request);
    const signedIn = await signInByPasskey(ctx, url, input, device);
    return letIn({ config: ctx.config, request, device }, signedIn, safeNext(input.next ?? null));
  });
});

type Answer = FormReply | { ceremony: GetCeremony; next: string };

export default function SignInByPasskey() {
  const { next } = useLoaderData<typeof loader>();
  const answer = useActionData() as Answer | undefined;
  const started = answer && "ceremony" in answer ? answer : null;
  const reply = started ? undefined : (answer as FormReply | undefined);
  return (
    <>
      <title>Masuk dengan kunci sandi</title>
      <PageHeader
        title="Masuk dengan kunci sandi"
        back={{ href: "/masuk", label: "Masuk dengan kata sandi" }}
        lead={FACTOR_WORDS.passkeyLead}
      />
      <div className="flex max-w-form flex-col gap-5">
        <ErrorSummary errors={replySummary(reply, "#masuk-kunci")} />
        {started ? (
          <PasskeyForm
            mode="get"
            ceremony={started.ceremony}
            label="Masuk dengan kunci sandi"
            fields={{ next: started.next }}
          />
        ) : (
          <form method="post" id="masuk-kunci">
            <Hidden name="langkah" value="tantangan" />
            <Hidden name="next" value={next} />
            <Button icon="lock">Masuk dengan kunci sandi</Button>
          </form>
        )}
      </div>
    </>
  );
}
