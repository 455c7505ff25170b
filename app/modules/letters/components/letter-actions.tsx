import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/card.tsx";
import { CheckboxGroup, Select } from "#app/ui/choice-fields.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden, NumberField, PasswordField, TextField } from "#app/ui/text-fields.tsx";
import { LETTER_WORDS, SIGNATURE_WORDS } from "../chain-words.ts";
import type { LetterView } from "../load-letter.server.ts";
import { choiceErrors, chosenOf } from "./form-values.ts";
import { SignForm } from "./sign-form.tsx";

interface ActionsProps {
  page: Pick<
    LetterView,
    "letter" | "actions" | "isOwnSignature" | "isUnknown" | "signatories" | "signatureKinds"
  >;
  reply: FormReply | undefined;
}

/** What whoever looks may do now: the next step as a button, the rest folded away. */
export function LetterActions({ page, reply }: ActionsProps) {
  const { letter, actions } = page;
  const may = (action: (typeof actions)[number]) => actions.includes(action);
  const replyOf = (intent: string) => (reply?.initialValue?.maksud === intent ? reply : undefined);
  const errorsOf = (intent: string, field: string) => replyOf(intent)?.error?.[field] ?? undefined;
  const typedOf = (intent: string, field: string) => {
    const value = replyOf(intent)?.initialValue?.[field];
    return typeof value === "string" ? value : undefined;
  };
  return (
    <div className="flex flex-col gap-4">
      {may("complete") && <PapersForm letter={letter} reply={replyOf("lengkap")} />}
      <div className="flex flex-wrap gap-3">
        {may("submit") && <OneButton intent="ajukan" version={letter.version} label="Lanjutkan" />}
        {may("fill") && <ButtonLink href={`/kantor/surat/${letter.id}/isi`}>Ubah isi</ButtonLink>}
        {may("approve") && <OneButton intent="setujui" version={letter.version} label="Setujui" />}
        {may("sign") && letter.signatureKind === "system" && page.isOwnSignature && (
          <OneButton intent="sistem" version={letter.version} label="Setujui dalam sistem" />
        )}
      </div>
      {may("sign") && letter.signatureKind === "wet" && (
        <SignForm version={letter.version} reply={replyOf("tandai")} />
      )}
      {letter.signatureKind === "bsre" && page.isOwnSignature && may("sign") && (
        <BsreForm version={letter.version} isUnknown={page.isUnknown} errorsOf={errorsOf} />
      )}
      {may("hand") && (
        <form method="post" className="flex max-w-form flex-col gap-3" noValidate>
          <SubmitKey />
          <Hidden name="maksud" value="serahkan" />
          <Hidden name="versi" value={String(letter.version)} />
          <TextField
            id="kepada"
            name="kepada"
            label="Diserahkan kepada"
            defaultValue={typedOf("serahkan", "kepada") ?? (replyOf("serahkan") ? "" : letter.personName)}
            errors={errorsOf("serahkan", "kepada")}
          />
          <Button>Catat penyerahan</Button>
        </form>
      )}
      {may("refreeze") && <RefreezeForm page={page} errorsOf={errorsOf} typedOf={typedOf} />}
      {may("return") && (
        <ReasonForm
          intent="kembalikan"
          label="Kembalikan"
          version={letter.version}
          typed={typedOf("kembalikan", "alasan")}
          errors={errorsOf("kembalikan", "alasan")}
        />
      )}
      {may("cancel") && (
        <ReasonForm
          intent="batalkan"
          label="Batalkan surat"
          version={letter.version}
          typed={typedOf("batalkan", "alasan")}
          errors={errorsOf("batalkan", "alasan")}
        />
      )}
    </div>
  );
}

type ErrorsOf = (intent: string, field: string) => readonly string[] | undefined;

interface RefreezeFormProps {
  page: ActionsProps["page"];
  errorsOf: ErrorsOf;
  typedOf: (intent: string, field: string) => string | undefined;
}

function OneButton({ intent, version, label }: { intent: string; version: number; label: string }) {
  return (
    <form method="post">
      <SubmitKey />
      <Hidden name="maksud" value={intent} />
      <Hidden name="versi" value={String(version)} />
      <Button>{label}</Button>
    </form>
  );
}

/** What was not brought, to be ticked as it comes. */
function PapersForm({ letter, reply }: { letter: LetterView["letter"]; reply: FormReply | undefined }) {
  const choices = letter.requirements.flatMap(({ text, mark, isSeen }, index) =>
    isSeen ? [] : [{ value: String(index), label: mark === "wajib" ? text : `${text} (bila ada)` }],
  );
  return (
    <form method="post" className="flex max-w-form flex-col gap-3" noValidate>
      <SubmitKey />
      <Hidden name="maksud" value="lengkap" />
      <Hidden name="versi" value={String(letter.version)} />
      <CheckboxGroup
        id="syarat-ada"
        name="ada"
        label="Syarat yang sekarang sudah ada"
        errors={choiceErrors(reply, "ada")}
        selected={chosenOf({ reply, defaults: {} }, "ada")}
        choices={choices}
      />
      <div>
        <Button>Catat syarat</Button>
      </div>
    </form>
  );
}

interface ReasonFormProps {
  intent: string;
  label: string;
  version: number;
  typed: string | undefined;
  errors: readonly string[] | undefined;
}

function ReasonForm({ intent, label, version, typed, errors }: ReasonFormProps) {
  return (
    <Disclosure summary={label} open={errors !== undefined}>
      <form method="post" className="flex max-w-form flex-col gap-3" noValidate>
        <SubmitKey />
        <Hidden name="maksud" value={intent} />
        <Hidden name="versi" value={String(version)} />
        <TextField
          id={`alasan-${intent}`}
          name="alasan"
          label="Alasan"
          defaultValue={typed}
          errors={errors}
          required
        />
        <Button variant="danger">{label}</Button>
      </form>
    </Disclosure>
  );
}

function BsreForm({
  version,
  isUnknown,
  errorsOf,
}: {
  version: number;
  isUnknown: boolean;
  errorsOf: ErrorsOf;
}) {
  if (isUnknown) return <Notice tone="warning">{LETTER_WORDS.bsreUnknown}</Notice>;
  return (
    <form method="post" className="flex max-w-form flex-col gap-3" noValidate autoComplete="off">
      <SubmitKey />
      <Hidden name="maksud" value="bsre" />
      <Hidden name="versi" value={String(version)} />
      <NumberField
        id="nik-penandatangan"
        name="nik"
        label="NIK penandatangan"
        errors={errorsOf("bsre", "nik")}
        required
      />
      <PasswordField
        id="frasa-sandi"
        name="frasa_sandi"
        label="Frasa sandi sertifikat elektronik"
        hint="Dipakai sekali untuk surat ini dan tidak disimpan."
        autoComplete="one-time-code"
        errors={errorsOf("bsre", "frasa_sandi")}
        required
      />
      <Button>Tanda tangani dengan BSrE</Button>
    </form>
  );
}

function RefreezeForm({ page, errorsOf, typedOf }: RefreezeFormProps) {
  const { letter, signatories, signatureKinds } = page;
  const errors = errorsOf("bekukan", "tanda_tangan");
  const isWrong = errors !== undefined || errorsOf("bekukan", "penandatangan") !== undefined;
  return (
    <Disclosure summary="Ganti penandatangan atau jenis tanda tangan" open={isWrong}>
      <form method="post" className="flex max-w-form flex-col gap-3" noValidate>
        <SubmitKey />
        <Hidden name="maksud" value="bekukan" />
        <Hidden name="versi" value={String(letter.version)} />
        <Select
          id="penandatangan"
          name="penandatangan"
          label="Penandatangan"
          defaultValue={typedOf("bekukan", "penandatangan") ?? letter.signerAccountId ?? undefined}
          errors={errorsOf("bekukan", "penandatangan")}
          options={signatories.map(({ accountId, label }) => ({ value: accountId, label }))}
        />
        <Select
          id="tanda-tangan"
          name="tanda_tangan"
          label="Jenis tanda tangan"
          hint="Naskah baru dibuat dengan nomor yang sama; naskah yang lama dinyatakan tidak berlaku."
          defaultValue={typedOf("bekukan", "tanda_tangan") ?? letter.signatureKind ?? "wet"}
          errors={errors}
          options={signatureKinds.map((value) => ({ value, label: SIGNATURE_WORDS[value] }))}
        />
        <Button variant="secondary">Buat naskah baru</Button>
      </form>
    </Disclosure>
  );
}
