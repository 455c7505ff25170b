import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { personData, personKinds } from "#app/registry.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { formatDateTime } from "#app/ui/format.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { answerRequest } from "../answer-request.server.ts";
import { AnswerForm } from "../components/answer-form.tsx";
import { FateList } from "../components/fate-list.tsx";
import { RequestState } from "../components/request-state.tsx";
import { AnswerRequestInput } from "../input.ts";
import { loadRequest } from "../requests.server.ts";
import { REQUEST_WORDS } from "../words.ts";

const LIST = "/kantor/data-pribadi/permintaan";
const REGISTER = { kinds: personKinds, data: personData };

export const loader = officeLoader(({ ctx, params }) => loadRequest(ctx, params.id ?? "", REGISTER));

export const action = officeAction(({ ctx, form, params }) =>
  submitForm(form, AnswerRequestInput, async (input) => {
    const id = params.id ?? "";
    const { name } = await answerRequest(ctx, id, input, REGISTER);
    return redirectWithFlash(ctx.config, `${LIST}/${id}`, REQUEST_WORDS.answered(name));
  }),
);

type Facts = Awaited<ReturnType<typeof loadRequest>>;

function Held({ request, held }: Pick<Facts, "request" | "held">) {
  if (held.length === 0) return <p>Tidak ada lagi data tentang orang ini.</p>;
  const file = `${LIST}/${request.id}/data`;
  return (
    <section aria-labelledby="data" className="mt-8 flex flex-col gap-4">
      <h2 id="data" className="text-lg">
        Data yang disimpan
      </h2>
      <DefinitionList items={held.map(({ title, count }) => ({ term: title, value: `${count} isian` }))} />
      <div className="flex flex-col gap-3 sm:flex-row sm:flex-wrap">
        <ButtonLink href={`${file}.pdf`} icon="print">
          Cetak semua datanya (PDF)
        </ButtonLink>
        <ButtonLink href={`${file}.json`} icon="download" variant="quiet">
          Berkas untuk komputer (JSON)
        </ButtonLink>
      </div>
      <p className="max-w-text text-sm text-ink-soft">
        Berkasnya memuat data lengkap. Serahkan hanya kepada orangnya; setiap pengambilan tercatat di log
        akses.
      </p>
    </section>
  );
}

export default function RequestPage() {
  const { request, writtenBy, answeredBy, person, howToCorrect, held, fates, now, zone } =
    useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const say = (at: string) => formatDateTime(Date.parse(at), zone);
  const facts = [
    { term: "Yang diminta", value: REQUEST_WORDS.kinds[request.kind] },
    { term: "Dikenali dari", value: request.identifiedBy },
    { term: "Diterima", value: `${say(request.askedAt)}${writtenBy ? `, dicatat ${writtenBy}` : ""}` },
    { term: "Dijawab paling lambat", value: say(request.answerDueAt) },
    ...(request.wish
      ? [{ term: "Isi permintaan", value: <p className="whitespace-pre-line">{request.wish}</p> }]
      : []),
    ...(request.answeredAt
      ? [
          { term: "Dijawab", value: `${say(request.answeredAt)}${answeredBy ? ` oleh ${answeredBy}` : ""}` },
          { term: "Jawaban", value: <p className="whitespace-pre-line">{request.answer}</p> },
        ]
      : []),
  ];
  return (
    <>
      <title>{`Permintaan ${request.subjectName}`}</title>
      <PageHeader
        title={request.subjectName}
        back={{ href: LIST, label: "Permintaan orang atas datanya" }}
        badge={<RequestState request={request} now={now} />}
      />
      <DefinitionList items={facts} />
      <Held request={request} held={held} />
      {request.kind === "deletion" && request.state === "open" && <FateList fates={fates} />}
      {request.kind === "correction" && request.state === "open" && (
        <p className="mt-6 max-w-text">
          {howToCorrect} {person && <a href={person.href}>Buka data {person.name}</a>}
        </p>
      )}
      {(request.state === "open" || reply) && <AnswerForm request={request} reply={reply} />}
    </>
  );
}
