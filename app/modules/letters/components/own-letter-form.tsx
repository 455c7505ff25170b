import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormStack } from "#app/ui/form-layout.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import type { LetterKind } from "../kind-rules.ts";
import { errorsOf, type FormValues } from "./form-values.ts";
import { type FamilyMember, KindFields } from "./letter-fields.tsx";

interface OwnLetterFormProps {
  kind: Pick<LetterKind, "fields" | "requirements" | "hasSubject">;
  family: readonly FamilyMember[];
  kin: readonly FamilyMember[];
  defaults: Record<string, unknown>;
  reply: FormReply | undefined;
}

/** What a resident fills in; the register knows the rest, and papers come after it. */
export function OwnLetterForm({ kind, family, kin, defaults, reply }: OwnLetterFormProps) {
  const values: FormValues = { reply, defaults };
  const papers = kind.requirements.filter(({ mark }) => mark !== "dicabut");
  return (
    <form id="surat" method="post" noValidate className="flex max-w-form flex-col gap-5">
      <ErrorSummary errors={errorsOf(reply)} />
      <SubmitKey />
      <FormStack>
        <KindFields kind={kind} values={values} family={family} kin={kin} />
      </FormStack>
      {papers.length > 0 && (
        <section className="flex flex-col gap-2">
          <h2 className="text-lg">Syarat</h2>
          <ul className="list-disc pl-5">
            {papers.map(({ text, mark }) => (
              <li key={text}>{mark === "wajib" ? text : `${text} (bila ada)`}</li>
            ))}
          </ul>
          <p className="text-sm text-ink-soft">
            Setelah ini Anda dapat mengirim fotonya satu per satu, atau membawanya ke kantor desa.
          </p>
        </section>
      )}
      <div>
        <Button icon="send">Kirim permintaan</Button>
      </div>
    </form>
  );
}
