import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { addDomain } from "../add-domain.server.ts";
import { checkDomain } from "../check-domain.server.ts";
import { DomainCard } from "../components/domain-card.tsx";
import { DomainForm } from "../components/line-form.tsx";
import { PortalTabs } from "../components/portal-tabs.tsx";
import { listDomains } from "../domains.server.ts";
import { DomainInput, VersionInput } from "../input.ts";
import { releaseDomain } from "../release-domain.server.ts";
import { DOMAIN_WORDS } from "../words.ts";

const HERE = "/kantor/alamat-sendiri";

export const loader = officeLoader(({ ctx }) => listDomains(ctx));

export const action = officeAction(({ ctx, form }) => {
  const id = String(form.get("id") ?? "");
  const intent = form.get("maksud");
  if (intent === "periksa")
    return submitForm(form, VersionInput, async (input) => {
      const { works } = await checkDomain(ctx, id, input);
      return redirectWithFlash(ctx.config, HERE, works ? DOMAIN_WORDS.works : DOMAIN_WORDS.notYet);
    });
  if (intent === "lepas")
    return submitForm(form, VersionInput, async (input) => {
      await releaseDomain(ctx, id, input);
      return redirectWithFlash(ctx.config, HERE, DOMAIN_WORDS.released);
    });
  return submitForm(form, DomainInput, async (input) => {
    await addDomain(ctx, input);
    return redirectWithFlash(ctx.config, HERE, DOMAIN_WORDS.added);
  });
});

export default function Domains() {
  const { target, proof, domains } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  return (
    <>
      <title>Alamat sendiri</title>
      <PageHeader
        title="Alamat sendiri"
        lead={`Halaman desa selalu ada di ${target}. Bila desa punya nama .desa.id, halaman yang sama dapat dibuka dengan nama itu.`}
      />
      <PortalTabs current={HERE} withDomain />
      <div className="flex flex-col gap-6">
        {domains.length === 0 && (
          <EmptyState icon="share" title="Belum ada alamat sendiri">
            Isi nama domain desa Anda. Balai memeriksa DNS-nya dan mengatakan apa yang masih salah.
          </EmptyState>
        )}
        {domains.map((domain) => (
          <DomainCard key={domain.id} domain={domain} target={target} proof={proof} />
        ))}
        <DomainForm reply={reply} />
      </div>
    </>
  );
}
