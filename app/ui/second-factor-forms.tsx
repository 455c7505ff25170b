import { type SubmissionResult, useForm } from "@conform-to/react";
import { Button } from "./button.tsx";
import { formProps, summaryErrors, textProps } from "./conform.ts";
import { ErrorSummary } from "./error-summary.tsx";
import { PasskeyForm } from "./passkey-form.tsx";
import { Hidden, TextField } from "./text-fields.tsx";

export interface SecondFactorFormsProps {
  reply: SubmissionResult<string[]> | undefined;
  /** Where the person goes on to. */
  next: string;
  hasTotp: boolean;
  hasPasskey: boolean;
  /** A code of somebody who may give one counts here too. */
  hasRecovery: boolean;
  /** A challenge that the server has just made. */
  ceremony: { challengeId: string; options: object } | null;
}

/** What somebody shows after his password: a code, or a passkey. */
export function SecondFactorForms(props: SecondFactorFormsProps) {
  const { reply, next, hasTotp, hasPasskey, hasRecovery, ceremony } = props;
  const isPasskeyReply = reply?.initialValue?.langkah === "jawaban";
  const hasCode = hasTotp || hasRecovery;
  return (
    <div className="flex max-w-form flex-col gap-8">
      {isPasskeyReply && <ErrorSummary errors={textsOf(reply)} />}
      {ceremony && <PasskeyForm mode="get" ceremony={ceremony} label="Coba lagi" fields={{ next }} />}
      {!ceremony && hasPasskey && <AskPasskey next={next} isFirst={!hasTotp} />}
      {hasCode && <CodeForm {...props} reply={isPasskeyReply ? undefined : reply} />}
      <form method="post">
        <Hidden name="langkah" value="batal" />
        <Button variant="quiet">Batal dan keluar</Button>
      </form>
    </div>
  );
}

function AskPasskey({ next, isFirst }: { next: string; isFirst: boolean }) {
  return (
    <form method="post" className="flex flex-col items-start gap-2">
      <Hidden name="langkah" value="tantangan" />
      <Hidden name="next" value={next} />
      <p>Sidik jari, wajah, atau PIN ponsel maupun komputer Anda.</p>
      <Button variant={isFirst ? "primary" : "secondary"} icon="lock">
        Pakai kunci sandi
      </Button>
    </form>
  );
}

function CodeForm({ reply, next, hasTotp, hasPasskey, hasRecovery }: SecondFactorFormsProps) {
  const [form, fields] = useForm<{ kode: string }>({ id: "kode", lastResult: reply });
  return (
    <form {...formProps(form)} className="flex flex-col gap-5">
      <ErrorSummary errors={summaryErrors(form)} />
      <Hidden name="next" value={next} />
      <TextField
        {...textProps(fields.kode)}
        label={hasTotp ? "Kode" : "Kode pemulihan"}
        hint={hintOf(hasTotp, hasRecovery)}
        required
        width="short"
        autoComplete="one-time-code"
        inputMode={hasTotp && !hasRecovery ? "numeric" : undefined}
        autoCapitalize="none"
        autoFocus={!hasPasskey}
      />
      <div>
        <Button variant={hasTotp ? "primary" : "secondary"}>Masuk</Button>
      </div>
    </form>
  );
}

function hintOf(hasTotp: boolean, hasRecovery: boolean): string {
  const totp = "6 angka yang sedang tampil di aplikasi autentikator Anda";
  const recovery = "kode pemulihan dari Sekretaris Desa";
  if (!hasTotp) return "Kode pemulihan dari Sekretaris Desa, misalnya k7pm-2xq4-9rtd.";
  return hasRecovery ? `${totp}, atau ${recovery}.` : `${totp}.`;
}

function textsOf(reply: SubmissionResult<string[]> | undefined) {
  return Object.values(reply?.error ?? {}).flatMap((each) =>
    (each ?? []).map((text) => ({ href: "#isi", text })),
  );
}
