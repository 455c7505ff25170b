import { useActionData, useLoaderData } from "react-router";
import { NotFoundError } from "#app/platform/errors.ts";
import { redirectWithFlash, seeOther } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { askLetter } from "../ask-letter.server.ts";
import { completeVersion } from "../complete-version.server.ts";
import { LetterForm } from "../components/letter-form.tsx";
import { getKind } from "../kinds.server.ts";
import { letterInput } from "../letter-input.ts";
import { loadLetterForm } from "../load-letter-form.server.ts";
import { prefill } from "../prefill-rules.ts";
import { isSubjectOf, subjectKindOf } from "../subject-rules.ts";

function kindParam(params: Record<string, string | undefined>): string {
  if (!params.jenis) throw new NotFoundError();
  return params.jenis;
}

export const loader = officeLoader(async ({ ctx, params }) => {
  const form = await loadLetterForm(ctx, params.id ?? null, kindParam(params));
  const { kind, person, isSubject, family, kin, signatories, signatureKinds } = form;
  const asker = person === null ? "typed" : isSubject ? "typed-for-subject" : "known";
  return {
    kind: {
      title: kind.title,
      purpose: kind.purpose,
      fields: kind.fields,
      requirements: kind.requirements,
      hasSubject: kind.hasSubject,
      chain: kind.chain,
    },
    person: person && { id: person.id, name: person.name, areaText: person.areaText },
    asker: asker as "known" | "typed" | "typed-for-subject",
    family: family.filter(({ status }) => subjectKindOf(status) !== null),
    kin,
    subjects: family.filter(({ status }) => isSubjectOf(kind, status)),
    signatories,
    signatureKinds,
    defaults: prefill(kind, person),
  };
});

export const action = officeAction(async ({ ctx, form, params }) => {
  const key = kindParam(params);
  const kind = await getKind(ctx, ctx.db, key);
  const chosen = params.id ? await loadLetterForm(ctx, params.id, key) : null;
  return submitForm(form, letterInput(kind), async (input) => {
    const id = params.id ?? null;
    const asked = chosen?.isSubject
      ? { residentId: null, subjectId: id }
      : { residentId: id, subjectId: null };
    const letter = await askLetter(ctx, key, asked, input);
    if (letter.state === "waiting") {
      await completeVersion(ctx, letter.id);
      return seeOther(`/kantor/surat/${letter.id}/surat.pdf`);
    }
    const sentence =
      letter.state === "review"
        ? "Surat diajukan. Nomornya diberikan setelah diperiksa."
        : letter.state === "asked"
          ? "Permintaan dicatat. Lanjutkan setelah syaratnya lengkap."
          : "Konsep surat disimpan.";
    return redirectWithFlash(ctx.config, `/kantor/surat/${letter.id}`, sentence);
  });
});

export default function NewLetter() {
  const { kind, person, ...rest } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  return (
    <>
      <title>{kind.title}</title>
      <PageHeader
        title={kind.title}
        lead={person ? [person.name, person.areaText].filter(Boolean).join(", ") : kind.purpose}
        back={{
          href: person ? `/kantor/surat/baru/${person.id}` : "/kantor/surat/luar",
          label: "Pilih jenis surat",
        }}
      />
      <LetterForm kind={kind} {...rest} reply={reply} />
    </>
  );
}
