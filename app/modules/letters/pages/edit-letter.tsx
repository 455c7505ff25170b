import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash, seeOther } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { completeVersion } from "../complete-version.server.ts";
import { LetterForm } from "../components/letter-form.tsx";
import { fillLetter } from "../fill-letter.server.ts";
import { getKind } from "../kinds.server.ts";
import { letterInput } from "../letter-input.ts";
import { readContent } from "../letter-reading.server.ts";
import { loadFormOf } from "../load-letter-form.server.ts";
import { idParam } from "../params.ts";
import { formValues } from "../prefill-rules.ts";
import { getLetter, requireAction } from "../queries.server.ts";
import { isSubjectOf, subjectKindOf } from "../subject-rules.ts";

export const loader = officeLoader(async ({ ctx, params }) => {
  const { letter, kind, family, kin, signatories, signatureKinds } = await loadFormOf(ctx, idParam(params));
  requireAction(ctx, letter, "fill");
  const missing = letter.requirements.flatMap(({ isSeen }, index) => (isSeen ? [] : [String(index)]));
  const asker = letter.residentId ? "known" : letter.subjectId ? "typed-for-subject" : "typed";
  return {
    title: letter.title,
    name: letter.personName,
    id: letter.id,
    version: letter.version,
    kind: {
      fields: kind.fields,
      requirements: kind.requirements,
      hasSubject: kind.hasSubject,
      chain: kind.chain,
    },
    asker: asker as "known" | "typed" | "typed-for-subject",
    family: family.filter(({ status }) => subjectKindOf(status) !== null),
    kin,
    subjects: family.filter(({ status }) => isSubjectOf(kind, status)),
    signatories,
    signatureKinds,
    defaults: { ...formValues(kind, await readContent(ctx, ctx.db, letter)), belum: missing },
  };
});

export const action = officeAction(async ({ ctx, form, params }) => {
  const id = idParam(params);
  const kind = await getKind(ctx, ctx.db, (await getLetter(ctx.db, id)).kind);
  return submitForm(form, letterInput(kind), async (input) => {
    const { state } = await fillLetter(ctx, id, input);
    if (state === "waiting") {
      await completeVersion(ctx, id);
      return seeOther(`/kantor/surat/${id}/surat.pdf`);
    }
    return redirectWithFlash(ctx.config, `/kantor/surat/${id}`, "Isi surat disimpan.");
  });
});

export default function EditLetter() {
  const { title, name, id, ...rest } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  return (
    <>
      <title>{`Ubah isi: ${title}`}</title>
      <PageHeader
        title={title}
        lead={name}
        back={{ href: `/kantor/surat/${id}`, label: "Kembali ke surat" }}
      />
      <LetterForm {...rest} reply={reply} />
    </>
  );
}
