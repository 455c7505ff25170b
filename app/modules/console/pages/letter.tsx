import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { oversightAction, oversightLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden } from "#app/ui/text-fields.tsx";
import { LetterState } from "../components/letters.tsx";
import { Moment } from "../components/moment.tsx";
import { Part } from "../components/part.tsx";
import { ReasonForm } from "../components/reason-form.tsx";
import { Technical } from "../components/technical.tsx";
import { LetterInput } from "../input.ts";
import { getLetter, retryLetter, settleLetter } from "../settle-letter.server.ts";
import { CONSOLE_WORDS, workName } from "../words.ts";

const LIST = "/operator/pekerjaan";

export const loader = oversightLoader(({ ctx, params }) => getLetter(ctx, params.id ?? ""));

export const action = oversightAction(async ({ ctx, params, form }) => {
  const id = params.id ?? "";
  if (form.get("langkah") === "ulang") {
    await retryLetter(ctx, id);
    return redirectWithFlash(ctx.config, LIST, CONSOLE_WORDS.letterRetried);
  }
  return submitForm(form, LetterInput, async (input) => {
    await settleLetter(ctx, id, input);
    return redirectWithFlash(ctx.config, LIST, CONSOLE_WORDS.letterDone);
  });
});

export default function Letter() {
  const letter = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const { kind, village, reason, receivedAt, settledAt, settledBy, note } = letter;
  return (
    <>
      <title>Pekerjaan gagal</title>
      <PageHeader
        title={`Pekerjaan gagal: ${workName(kind)}`}
        back={{ href: LIST, label: "Pekerjaan" }}
        badge={<LetterState letter={letter} />}
      />
      <div className="flex flex-col gap-8">
        <div className="max-w-text">
          <DefinitionList
            items={[
              {
                term: "Desa",
                value: village && (
                  <a href={`/operator/desa/${village.id}`} className="inline-flex min-h-11 items-center">
                    {village.name}
                  </a>
                ),
              },
              { term: "Sejak", value: <Moment at={receivedAt} /> },
              { term: "Sebab", value: <Technical>{reason}</Technical> },
              { term: "Isi pesan", value: <Technical>{letter.body}</Technical> },
              ...(settledAt
                ? [
                    { term: "Diselesaikan", value: <Moment at={settledAt} /> },
                    { term: "Oleh", value: settledBy },
                    { term: "Catatan", value: note },
                  ]
                : []),
            ]}
          />
        </div>
        {settledAt === null && <LetterForms canRetry={letter.canRetry} reply={reply} />}
      </div>
    </>
  );
}

function LetterForms({ canRetry, reply }: { canRetry: boolean; reply: FormReply | undefined }) {
  return (
    <>
      <Part id="ulang" title="Coba lagi">
        {canRetry ? (
          <form method="post" className="flex flex-col gap-3">
            <SubmitKey />
            <Hidden name="langkah" value="ulang" />
            <p className="max-w-text">
              Perbaiki dahulu sebabnya. Pekerjaan yang sudah terlaksana tidak dilakukan dua kali.
            </p>
            <div>
              <Button>Coba lagi sekarang</Button>
            </div>
          </form>
        ) : (
          <Notice>{CONSOLE_WORDS.cannotRetry}</Notice>
        )}
      </Part>
      <Part id="selesai" title="Tandai selesai">
        <ReasonForm
          field="alasan"
          label="Yang sudah dilakukan"
          button="Tandai selesai"
          variant="secondary"
          step="selesai"
          reply={reply}
        />
      </Part>
    </>
  );
}
