import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash, seeOther } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { replySummary } from "#app/ui/conform.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { formatDateTime } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden } from "#app/ui/text-fields.tsx";
import { changeAccountState } from "../change-account-state.server.ts";
import { AccountStateInput } from "../input.ts";
import { issueSlip } from "../issue-slip.server.ts";
import { loadPersonAccount } from "../load-office-accounts.server.ts";
import { idParam } from "../params.ts";
import { ACCOUNT_WORDS } from "../words.ts";

export const loader = officeLoader(async ({ ctx, params }) => ({
  ...(await loadPersonAccount(ctx, idParam(params))),
  zone: ctx.tenant.timeZone,
}));

export const action = officeAction(async ({ ctx, form, params }) => {
  const id = idParam(params);
  if (form.get("maksud") === "slip") {
    await issueSlip(ctx, id);
    return seeOther(`/kantor/akun-warga/${id}/slip.pdf`);
  }
  return submitForm(form, AccountStateInput, async (input) => {
    await changeAccountState(ctx, id, input);
    const sentence = input.keadaan === "blokir" ? ACCOUNT_WORDS.blockedNow : ACCOUNT_WORDS.opened;
    return redirectWithFlash(ctx.config, `/kantor/akun-warga/${id}`, sentence);
  });
});

const STATES = { active: "aktif", blocked: "diblokir", closed: "ditutup" } as const;

export default function PersonAccount() {
  const { person, account, slip, zone } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const problem = person.isHere
    ? person.hasNik
      ? account?.state === "blocked"
        ? ACCOUNT_WORDS.blocked
        : null
      : ACCOUNT_WORDS.noNik
    : ACCOUNT_WORDS.notHere;
  const day = (at: string) => formatDateTime(new Date(at), zone);
  return (
    <>
      <title>{`Akun ${person.name}`}</title>
      <PageHeader
        title={person.name}
        lead="Akun warga"
        back={{ href: "/kantor/akun-warga", label: "Layanan warga" }}
      />
      <ErrorSummary errors={replySummary(reply, "#keadaan")} />
      <div className="flex flex-col gap-6">
        <DefinitionList
          items={[
            {
              term: "Akun",
              value: account ? `${STATES[account.state]}, sejak ${day(account.createdAt)}` : "belum ada",
            },
            { term: "Slip yang berlaku", value: slip ? `sampai ${day(slip.expiresAt)}` : "tidak ada" },
          ]}
        />
        {problem ? (
          <Notice tone="warning">{problem}</Notice>
        ) : (
          <form method="post" className="flex flex-col gap-3">
            <SubmitKey />
            <Hidden name="maksud" value="slip" />
            <p className="max-w-text">
              Periksa KTP atau KK-nya dahulu: slip diserahkan hanya kepada orangnya. Slip berlaku 14 hari dan
              satu kali; slip baru membatalkan yang lama.
            </p>
            <div className="flex flex-wrap gap-3">
              <Button icon="print">{slip ? "Buat slip baru" : "Buat dan cetak slip"}</Button>
              {slip && (
                <ButtonLink href={`/kantor/akun-warga/${person.id}/slip.pdf`} icon="print">
                  Cetak slip yang berlaku
                </ButtonLink>
              )}
            </div>
          </form>
        )}
        {account && account.state !== "closed" && (
          <form id="keadaan" method="post">
            <SubmitKey />
            <Hidden name="versi" value={String(account.version)} />
            <Hidden name="keadaan" value={account.state === "blocked" ? "buka" : "blokir"} />
            <Button variant={account.state === "blocked" ? "secondary" : "danger"}>
              {account.state === "blocked" ? "Buka blokir" : "Blokir akun"}
            </Button>
          </form>
        )}
      </div>
    </>
  );
}
