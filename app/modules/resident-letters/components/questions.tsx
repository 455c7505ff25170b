import type { Zone } from "#app/platform/clock.ts";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { formatDateTime } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden, TextArea } from "#app/ui/text-fields.tsx";

interface Question {
  id: string;
  question: string;
  askedAt: string;
  answer: string | null;
  answeredAt: string | null;
}

/** What was asked and answered, the latest first. */
export function QuestionList({ questions, zone }: { questions: readonly Question[]; zone: Zone }) {
  if (questions.length === 0) return null;
  const day = (at: string) => formatDateTime(new Date(at), zone);
  return (
    <ul className="flex flex-col border-t border-line">
      {questions.map(({ id, question, askedAt, answer, answeredAt }) => (
        <li key={id} className="flex flex-col gap-1 border-b border-line py-3">
          <p>
            <strong className="font-semibold">Kantor desa:</strong> {question}{" "}
            <span className="text-sm text-ink-soft">({day(askedAt)})</span>
          </p>
          <p>
            {answer && answeredAt ? (
              <>
                <strong className="font-semibold">Pemohon:</strong>{" "}
                <span className="whitespace-pre-line">{answer}</span>{" "}
                <span className="text-sm text-ink-soft">({day(answeredAt)})</span>
              </>
            ) : (
              <span className="text-ink-soft">Belum dijawab.</span>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** The question that waits, with a field for the answer. */
export function AnswerForm({
  questions,
  reply,
}: {
  questions: readonly Question[];
  reply: FormReply | undefined;
}) {
  const open = questions.find(({ answeredAt }) => answeredAt === null);
  if (!open) return null;
  const typed = reply?.initialValue?.jawaban;
  return (
    <Notice tone="warning" title="Kantor desa bertanya">
      <form method="post" className="flex max-w-form flex-col gap-3">
        <p>{open.question}</p>
        <SubmitKey />
        <Hidden name="maksud" value="jawab" />
        <Hidden name="pertanyaan" value={open.id} />
        <TextArea
          id="jawaban"
          name="jawaban"
          label="Jawaban Anda"
          rows={3}
          required
          defaultValue={typeof typed === "string" ? typed : undefined}
          errors={reply?.error?.jawaban ?? undefined}
        />
        <div>
          <Button icon="send">Kirim jawaban</Button>
        </div>
      </form>
    </Notice>
  );
}
