import { redirect, useActionData, useLoaderData } from "react-router";
import { redirectWithFlash, seeOther } from "#app/platform/http/flash.ts";
import { oversightAction, oversightLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { oversightBase } from "#app/platform/overseer.ts";
import { FactorCodeInput, PasskeyAnswerInput } from "#app/platform/second-factor/input.ts";
import type { GetCeremony } from "#app/platform/second-factor/passkeys.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SecondFactorForms } from "#app/ui/second-factor-forms.tsx";
import { noOverseerHeaders, safeOversightNext } from "../overseer-cookie.ts";
import { needsSecondFactor } from "../people-rules.ts";
import { getOwnFactors, passByCode, passByPasskey, startPasskey } from "../second-factor.server.ts";
import { signOutOverseer } from "../sign-out-overseer.server.ts";
import { OVERSEER_SIGN_IN_WORDS } from "../words.ts";

export const loader = oversightLoader(async ({ ctx, url }) => {
  const { kind, name } = ctx.overseer;
  const factors = await getOwnFactors(ctx);
  if (needsSecondFactor(kind, factors))
    throw redirect(`${oversightBase(kind)}/masuk/pasang`, { status: 303 });
  const next = safeOversightNext(kind, url.searchParams.get("next"));
  return { name, next, hasTotp: factors.totp.confirmedAt !== null, hasPasskey: factors.passkeys.length > 0 };
});

export const action = oversightAction(async ({ ctx, form, url }) => {
  const { kind } = ctx.overseer;
  const step = form.get("langkah");
  if (step === "batal") {
    await signOutOverseer(ctx);
    const to = `${oversightBase(kind)}/masuk`;
    return redirectWithFlash(ctx.config, to, OVERSEER_SIGN_IN_WORDS.signedOut, noOverseerHeaders(ctx.config));
  }
  if (step === "tantangan") return { ceremony: await startPasskey(ctx, url) };
  if (step === "jawaban")
    return submitForm(form, PasskeyAnswerInput, async (input) => {
      await passByPasskey(ctx, url, input);
      return seeOther(safeOversightNext(kind, input.next));
    });
  return submitForm(form, FactorCodeInput, async (input) => {
    await passByCode(ctx, input.kode);
    return seeOther(safeOversightNext(kind, input.next));
  });
});

export default function OverseerSecondFactor() {
  const facts = useLoaderData<typeof loader>();
  const answer = useActionData() as FormReply | { ceremony: GetCeremony } | undefined;
  const ceremony = answer && "ceremony" in answer ? answer.ceremony : null;
  return (
    <>
      <title>Satu langkah lagi</title>
      <PageHeader title="Satu langkah lagi" lead={`Tunjukkan pengaman kedua akun ${facts.name}.`} />
      <SecondFactorForms
        {...facts}
        reply={ceremony ? undefined : (answer as FormReply | undefined)}
        ceremony={ceremony}
        hasRecovery={false}
      />
      <p className="mt-8 max-w-text text-ink-soft">
        Kehilangan ponsel? Rekan Anda dapat memberhentikan akun ini dan mengundang Anda lagi.
      </p>
    </>
  );
}
