import { parseWithZod } from "@conform-to/zod/v4";
import { useActionData, useLoaderData } from "react-router";
import type { PortalCtx } from "#app/context.ts";
import { LimitError } from "#app/platform/errors.ts";
import { seeOther } from "#app/platform/http/flash.ts";
import { data, portalAction, portalLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { villageOrigin } from "../addresses.ts";
import { whyNoCode } from "../code-rules.ts";
import { ChooseVillage } from "../components/choose-village.tsx";
import { PendingNotice } from "../components/pending-notice.tsx";
import { SignupForm } from "../components/signup-form.tsx";
import { TakenNotice } from "../components/taken-notice.tsx";
import { findVillages, stepDown } from "../find-villages.server.ts";
import { getSignupForm } from "../get-signup-form.server.ts";
import { type StartSignupInput, startSignupInput, typedNames } from "../input.ts";
import { startSignup } from "../start-signup.server.ts";

const SECRETS = ["kata_sandi"];
const RETRY_SECONDS = 300;

export const loader = portalLoader(async ({ ctx, url }) => {
  const code = url.searchParams.get("kode");
  const { baseHost } = ctx.config;
  if (code !== null) {
    const form = await getSignupForm(ctx, code, url.searchParams.get("tiket"));
    if (form.kind !== "refused") return { ...form, baseHost };
    return { ...(await choose(ctx, url)), problem: form.sentence, baseHost };
  }
  return { ...(await choose(ctx, url)), baseHost };
});

async function choose(ctx: PortalCtx, url: URL) {
  const text = (url.searchParams.get("cari") ?? "").slice(0, 100);
  const step = await stepDown(ctx, url.searchParams.get("di"));
  const hits = text ? await findVillages(ctx, text, step.at?.code) : null;
  const problem: string | null = hits?.length === 0 ? whyNoCode(text) : null;
  return { kind: "choose" as const, text, step, hits, problem };
}

export const action = portalAction(async ({ ctx, form }) => {
  const schema = startSignupInput(typedNames(form));
  try {
    return await submitForm(form, schema, (input) => answer(ctx, input), SECRETS);
  } catch (error) {
    if (!(error instanceof LimitError)) throw error;
    const submission = parseWithZod(form, { schema });
    const reply = submission.reply({ formErrors: [error.message], hideFields: SECRETS });
    return data(reply, { status: 429, headers: { "retry-after": String(error.retryAfterSeconds) } });
  }
});

async function answer(ctx: PortalCtx, input: StartSignupInput) {
  const { slug, state } = await startSignup(ctx, input);
  const origin = villageOrigin(ctx.config, slug);
  if (state === "active") return seeOther(`${origin}/masuk`);
  const headers = { "retry-after": String(RETRY_SECONDS) };
  return data({ pendingAt: origin }, { status: 503, headers });
}

/** Carries the time to come back, which an action's answer would lose. */
export function headers({ actionHeaders }: { actionHeaders: Headers }) {
  return actionHeaders;
}

type Reply = FormReply | { pendingAt: string } | undefined;

export default function Register() {
  const view = useLoaderData<typeof loader>();
  const reply = useActionData() as Reply;
  return (
    <>
      <title>Daftarkan desa - Balai</title>
      {reply && "pendingAt" in reply ? (
        <PendingNotice origin={reply.pendingAt} />
      ) : (
        <View view={view} reply={reply} />
      )}
    </>
  );
}

function View({ view, reply }: { view: Awaited<ReturnType<typeof loader>>; reply: FormReply | undefined }) {
  if (view.kind === "form") return <SignupForm {...view} reply={reply} />;
  if (reply)
    return <SignupForm village={null} suggestion="" ticket={null} baseHost={view.baseHost} reply={reply} />;
  if (view.kind === "choose") return <ChooseVillage {...view} />;
  return (
    <>
      <PageHeader title="Daftarkan desa" back={{ href: "/daftar", label: "Pilih desa lain" }} />
      {view.kind === "taken" && (
        <div className="flex flex-col gap-4">
          <p className="max-w-text">
            <strong>{view.village.name}</strong>, {view.village.place} ({view.village.code})
          </p>
          <TakenNotice href={view.village.href} code={view.village.code} note={view.note} />
        </div>
      )}
    </>
  );
}
