import { useActionData, useLoaderData } from "react-router";
import { setCookie } from "#app/platform/http/cookies.ts";
import { deviceCookie, deviceFrom } from "#app/platform/http/device.ts";
import { redirectWithFlash, seeOther } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { safeNext } from "#app/platform/http/safe-next.ts";
import { SESSION_COOKIE } from "#app/platform/http/session-cookie.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { FactorCodeInput, PasskeyAnswerInput } from "#app/platform/second-factor/input.ts";
import type { GetCeremony } from "#app/platform/second-factor/passkeys.ts";
import { invalidateSession } from "#app/platform/sessions/sessions.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SecondFactorForms } from "#app/ui/second-factor-forms.tsx";
import { getOwnFactors, passByCode, passByPasskey, startPasskey } from "../second-factor.server.ts";
import { RECOVERY_WORDS, SIGN_IN_WORDS } from "../words.ts";

export const loader = officeLoader(async ({ ctx, url }) => {
  const { totp, passkeys } = await getOwnFactors(ctx);
  const next = safeNext(url.searchParams.get("next"));
  return {
    name: ctx.actor.name,
    next,
    hasTotp: totp.confirmedAt !== null,
    hasPasskey: passkeys.length > 0,
    isHead: ctx.actor.positions.some(({ position }) => position === "kepala-desa"),
  };
});

export const action = officeAction(async ({ ctx, form, request, url }) => {
  const device = deviceFrom(ctx.config, request);
  const headers = () => new Headers({ "set-cookie": deviceCookie(ctx.config, device) });
  const step = form.get("langkah");
  if (step === "batal") {
    await invalidateSession(ctx.db, ctx.actor.sessionId);
    const gone = new Headers({ "set-cookie": setCookie(ctx.config, SESSION_COOKIE, "", 0) });
    return redirectWithFlash(ctx.config, "/masuk", SIGN_IN_WORDS.signedOut, gone);
  }
  if (step === "tantangan") return { ceremony: await startPasskey(ctx, url) };
  if (step === "jawaban")
    return submitForm(form, PasskeyAnswerInput, async (input) => {
      await passByPasskey(ctx, url, input, device);
      return seeOther(safeNext(input.next ?? null), headers());
    });
  return submitForm(form, FactorCodeInput, async (input) => {
    const by = await passByCode(ctx, input.kode, device);
    if (by === "recovery")
      return redirectWithFlash(ctx.config, "/kantor/akun", RECOVERY_WORDS.used, headers());
    return seeOther(safeNext(input.next ?? null), headers());
  });
});

export default function SecondFactor() {
  const { name, isHead, ...facts } = useLoaderData<typeof loader>();
  const answer = useActionData() as FormReply | { ceremony: GetCeremony } | undefined;
  const ceremony = answer && "ceremony" in answer ? answer.ceremony : null;
  return (
    <>
      <title>Satu langkah lagi</title>
      <PageHeader title="Satu langkah lagi" lead={`Tunjukkan pengaman kedua akun ${name}.`} />
      <SecondFactorForms
        {...facts}
        reply={ceremony ? undefined : (answer as FormReply | undefined)}
        ceremony={ceremony}
        hasRecovery={!isHead}
      />
      <p className="mt-8 max-w-text text-ink-soft">
        Kehilangan ponsel?{" "}
        {isHead
          ? "Hubungi pengelola Balai atau kabupaten untuk memulihkan akun Anda."
          : "Minta kode pemulihan kepada Sekretaris Desa atau Kepala Desa, lalu isi di atas."}
      </p>
    </>
  );
}
