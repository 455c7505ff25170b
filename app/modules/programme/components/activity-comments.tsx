import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/card.tsx";
import { CheckboxGroup } from "#app/ui/choice-fields.tsx";
import type { ZoneName } from "#app/ui/format.ts";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { DateTimeText } from "#app/ui/text.tsx";
import { TextArea } from "#app/ui/text-fields.tsx";
import type { ActivityView } from "../activity-view.server.ts";
import { EMPTY } from "../words.ts";

interface ActivityCommentsProps {
  view: ActivityView;
  zone: ZoneName;
  reply: FormReply | undefined;
}

/** What people say to each other about the activity, and the field for the next word. */
export function ActivityComments({ view, zone, reply }: ActivityCommentsProps) {
  return (
    <div className="flex flex-col gap-4">
      {view.comments.length === 0 && <p className="text-ink-soft">{EMPTY.comments.text}</p>}
      <ol className="flex flex-col gap-3">
        {view.comments.map(({ id, author, body, createdAt, mentioned }) => (
          <li key={id} className="avoid-break border-l-4 border-line pl-3">
            <p className="text-sm text-ink-soft">
              <strong className="text-ink">{author}</strong> ·{" "}
              <DateTimeText at={Date.parse(createdAt)} zone={zone} />
            </p>
            <p className="max-w-text whitespace-pre-line">{body}</p>
            {mentioned.length > 0 && (
              <p className="text-sm text-ink-soft">Memanggil: {mentioned.join(", ")}</p>
            )}
          </li>
        ))}
      </ol>
      {view.may.comment && <CommentForm colleagues={view.colleagues} reply={reply} />}
    </div>
  );
}

function CommentForm({ colleagues, reply }: { colleagues: ActivityView["colleagues"]; reply?: FormReply }) {
  const typed = reply?.initialValue ?? {};
  const chosen = [typed.sebut ?? []].flat().filter((id) => typeof id === "string");
  return (
    <form method="post" action="#komentar" noValidate className="flex max-w-form flex-col gap-4">
      <SubmitKey />
      <TextArea
        id="komentar-isi"
        name="isi"
        label="Komentar"
        hint="Tulis @Nama untuk memanggil seseorang, atau pilih namanya di bawah."
        rows={3}
        required
        errors={reply?.error?.isi ?? undefined}
        defaultValue={typeof typed.isi === "string" ? typed.isi : undefined}
      />
      {colleagues.length > 0 && (
        <Disclosure summary="Panggil rekan" open={chosen.length > 0}>
          <CheckboxGroup
            id="komentar-sebut"
            name="sebut"
            label="Yang dipanggil menerima kabar"
            plain
            columns={2}
            selected={chosen}
            errors={reply?.error?.sebut ?? undefined}
            choices={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Disclosure>
      )}
      <div>
        <Button variant="secondary" icon="chat">
          Kirim komentar
        </Button>
      </div>
    </form>
  );
}
