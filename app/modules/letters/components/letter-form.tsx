import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/card.tsx";
import { CheckboxGroup, Select } from "#app/ui/choice-fields.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions, FormStack } from "#app/ui/form-layout.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden } from "#app/ui/text-fields.tsx";
import { SIGNATURE_WORDS } from "../chain-words.ts";
import type { LetterKind } from "../kind-rules.ts";
import { choiceErrors, chosenOf, errorsOf, type FormValues, fieldOf, hasErrors } from "./form-values.ts";
import { type FamilyMember, KindFields } from "./letter-fields.tsx";
import { PersonFields } from "./person-fields.tsx";

export interface LetterFormProps {
  kind: Pick<LetterKind, "fields" | "requirements" | "hasSubject" | "chain">;
  asker: "known" | "typed" | "typed-for-subject";
  family: readonly FamilyMember[];
  /** Of the card, for lists of relatives. */
  kin?: readonly FamilyMember[];
  subjects: readonly { id: string; name: string }[];
  signatories: readonly { accountId: string; label: string }[];
  signatureKinds: readonly ("wet" | "bsre" | "system")[];
  defaults: Record<string, unknown>;
  reply: FormReply | undefined;
  version?: number;
}

/** One letter on one page: its own fields, what was not brought, and who signs, which has a usual answer. */
export function LetterForm(props: LetterFormProps) {
  const { kind, asker, family, subjects, reply, version } = props;
  const values: FormValues = { reply, defaults: props.defaults };
  const isReviewed = kind.chain.review.length > 0;
  return (
    <form id="surat" method="post" noValidate>
      <ErrorSummary errors={errorsOf(reply)} />
      <SubmitKey />
      {version !== undefined && <Hidden name="versi" value={String(version)} />}
      <FormStack>
        {asker !== "known" && (
          <PersonFields path="pemohon" label="Pemohon" family={[]} values={values} isNeeded />
        )}
        {kind.hasSubject && asker !== "typed-for-subject" && (
          <PersonFields path="subjek" label="Surat ini tentang" family={subjects} values={values} />
        )}
        <KindFields kind={kind} values={values} family={family} kin={props.kin ?? []} />
        <Requirements kind={kind} values={values} />
        <SigningChoice {...props} values={values} />
      </FormStack>
      <FormActions>
        <Button name="maksud" value="cetak">
          {isReviewed ? "Simpan dan ajukan" : "Simpan dan cetak"}
        </Button>
        <Button name="maksud" value="simpan" variant="secondary">
          Simpan sebagai konsep
        </Button>
      </FormActions>
    </form>
  );
}

function Requirements({ kind, values }: Pick<LetterFormProps, "kind"> & { values: FormValues }) {
  const asked = kind.requirements.filter(({ mark }) => mark !== "dicabut");
  if (asked.length === 0) return null;
  return (
    <CheckboxGroup
      id="surat-belum"
      name="belum"
      label="Syarat yang belum dibawa"
      hint="Tandai hanya yang belum ada. Tanpa tanda berarti semua syarat sudah Anda lihat."
      errors={choiceErrors(values.reply, "belum")}
      selected={chosenOf(values, "belum")}
      choices={asked.map(({ text, mark, rule }, index) => ({
        value: String(index),
        label: mark === "wajib" ? text : `${text} (bila ada)`,
        hint: rule,
      }))}
    />
  );
}

function SigningChoice({
  signatories,
  signatureKinds,
  kind,
  values,
}: LetterFormProps & { values: FormValues }) {
  if (kind.chain.signer === "declarant") return null;
  const [usual] = signatories;
  const isWrong = ["penandatangan", "tanda_tangan"].some((path) => hasErrors(values.reply, path));
  return (
    <Disclosure summary={`Tanda tangan: ${usual?.label ?? "belum ada pejabatnya"}`} open={isWrong}>
      <Select
        {...fieldOf(values, "penandatangan")}
        label="Penandatangan"
        options={signatories.map(({ accountId, label }) => ({ value: accountId, label }))}
      />
      <Select
        {...fieldOf(values, "tanda_tangan")}
        label="Jenis tanda tangan"
        options={signatureKinds.map((value) => ({ value, label: SIGNATURE_WORDS[value] }))}
      />
    </Disclosure>
  );
}
