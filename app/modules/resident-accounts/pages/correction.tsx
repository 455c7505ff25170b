import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { DecideForm } from "../components/decide-form.tsx";
import { loadProposal } from "../corrections.server.ts";
import { decideCorrection } from "../decide-correction.server.ts";
import { DecideInput } from "../input.ts";
import { idParam } from "../params.ts";
import { CORRECTION_WORDS } from "../words.ts";

export const loader = officeLoader(({ ctx, params }) => loadProposal(ctx, idParam(params)));

export const action = officeAction(({ ctx, form, params }) =>
  submitForm(form, DecideInput, async (input) => {
    await decideCorrection(ctx, idParam(params), input);
    const sentence = input.putusan === "terima" ? CORRECTION_WORDS.accepted : CORRECTION_WORDS.refused;
    return redirectWithFlash(ctx.config, "/kantor/akun-warga", sentence);
  }),
);

export default function Correction() {
  const { proposal, name, label, text, present } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  return (
    <>
      <title>{`Usulan ${name}`}</title>
      <PageHeader
        title={`Usulan perbaikan: ${label}`}
        lead={name}
        back={{ href: "/kantor/akun-warga", label: "Layanan warga" }}
      />
      <div className="flex flex-col gap-6">
        <DefinitionList
          items={[
            { term: "Yang tercatat", value: present ?? "tidak ditampilkan" },
            { term: "Yang diusulkan", value: text },
            { term: "Keterangan warga", value: proposal.reason },
          ]}
        />
        {proposal.state === "waiting" ? (
          <DecideForm version={proposal.version} reply={reply} accept="Terima dan betulkan data" mayAccept />
        ) : (
          <Notice>{CORRECTION_WORDS.decided}</Notice>
        )}
      </div>
    </>
  );
}
