import { SCORES } from "#app/modules/receipts/words.ts";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/card.tsx";
import { RadioGroup } from "#app/ui/choice-fields.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden, TextArea, TextField } from "#app/ui/text-fields.tsx";

function textOf(reply: FormReply | undefined, name: string): string | undefined {
  const value = reply?.initialValue?.[name];
  return typeof value === "string" ? value : undefined;
}

/** How he found the service, once it is over. */
export function RateForm({ reply }: { reply: FormReply | undefined }) {
  const chosen = textOf(reply, "nilai");
  return (
    <section className="flex max-w-form flex-col gap-4 border-t border-line pt-6">
      <h2 className="text-lg">Nilai pelayanan ini</h2>
      <form method="post" className="flex flex-col gap-5">
        <SubmitKey />
        <Hidden name="maksud" value="nilai" />
        <RadioGroup
          id="nilai"
          name="nilai"
          label="Bagaimana pelayanannya?"
          choices={SCORES}
          selected={chosen ? [chosen] : []}
          errors={reply?.error?.nilai ?? undefined}
          required
        />
        <TextArea
          id="ulasan"
          name="ulasan"
          label="Apa yang perlu diperbaiki?"
          hint="Tulis tanpa nama dan nomor siapa pun."
          rows={3}
          defaultValue={textOf(reply, "ulasan")}
          errors={reply?.error?.ulasan ?? undefined}
        />
        <div>
          <Button icon="check">Kirim penilaian</Button>
        </div>
      </form>
    </section>
  );
}

/** Calls the request off. */
export function CancelForm({ reply }: { reply: FormReply | undefined }) {
  const errors = reply?.error?.alasan ?? undefined;
  return (
    <Disclosure summary="Batalkan permintaan" open={Boolean(errors)}>
      <form method="post" className="flex max-w-form flex-col gap-3">
        <SubmitKey />
        <Hidden name="maksud" value="batal" />
        <TextField
          id="alasan"
          name="alasan"
          label="Alasan"
          required
          defaultValue={textOf(reply, "alasan")}
          errors={errors}
        />
        <div>
          <Button variant="danger">Batalkan</Button>
        </div>
      </form>
    </Disclosure>
  );
}
