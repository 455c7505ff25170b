import { useActionData, useLoaderData } from "react-router";
import { officialInput } from "#app/modules/letters/ask-official.server.ts";
import { LetterForm } from "#app/modules/letters/components/letter-form.tsx";
import { getKind } from "#app/modules/letters/kinds.server.ts";
import { redirectWithFlash, seeOther } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { loadOfficialForm } from "../load-official.server.ts";
import { OUTGOING_WORDS } from "../words.ts";
import { writeOfficial } from "../write-official.server.ts";

const LIST = "/kantor/buku/keluar";
const answersOf = (url: URL) => url.searchParams.get("jawab")?.slice(0, 64) || null;

export const loader = officeLoader(async ({ ctx, params, url }) => {
  const { kind, ...form } = await loadOfficialForm(ctx, params.jenis ?? "", answersOf(url));
  const { title, purpose, fields, requirements, chain } = kind;
  return { ...form, kind: { title, purpose, fields, requirements, chain, hasSubject: false } };
});

export const action = officeAction(async ({ ctx, form, params, url }) => {
  const key = params.jenis ?? "";
  const kind = await getKind(ctx, ctx.db, key);
  return submitForm(form, officialInput(kind), async (input) => {
    const { id, state } = await writeOfficial(ctx, key, input, answersOf(url));
    if (state === "waiting") return seeOther(`/kantor/surat/${id}/surat.pdf`);
    const sentence = state === "review" ? OUTGOING_WORDS.submitted : OUTGOING_WORDS.kept;
    return redirectWithFlash(ctx.config, `/kantor/surat/${id}`, sentence);
  });
});

export default function NewOfficial() {
  const { kind, answers, ...form } = useLoaderData<typeof loader>();
  return (
    <>
      <title>{kind.title}</title>
      <PageHeader
        title={kind.title}
        lead={answers ?? kind.purpose}
        back={{ href: `${LIST}/baru`, label: "Pilih jenis surat" }}
      />
      {form.signatories.length === 0 && (
        <Notice tone="warning">Belum ada pejabat yang menandatangani. Atur jabatannya di Perangkat.</Notice>
      )}
      <LetterForm
        {...form}
        kind={kind}
        asker="known"
        family={[]}
        subjects={[]}
        reply={useActionData() as FormReply | undefined}
      />
    </>
  );
}
