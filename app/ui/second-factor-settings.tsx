import { type SubmissionResult, useForm } from "@conform-to/react";
import { Button } from "./button.tsx";
import { formProps, secretProps, summaryErrors, textProps } from "./conform.ts";
import { DataTable } from "./data-table.tsx";
import { EmptyState } from "./empty-state.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { SubmitKey } from "./submit-key.tsx";
import { DateText, DateTimeText } from "./text.tsx";
import { Hidden, PasswordField, TextField } from "./text-fields.tsx";

type Reply = SubmissionResult<string[]> | undefined;

/** The code that confirms a secret; with the password where somebody is signed in already. */
export function TotpCodeForm({
  reply,
  asksPassword,
  label,
}: {
  reply: Reply;
  asksPassword: boolean;
  label: string;
}) {
  const [form, fields] = useForm<{ kode: string; kata_sandi: string }>({ id: "kode", lastResult: reply });
  return (
    <form {...formProps(form)} className="flex max-w-form flex-col gap-5">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <Hidden name="langkah" value="nyalakan" />
      <TextField
        {...textProps(fields.kode)}
        label="Kode dari aplikasi"
        hint="6 angka yang sedang tampil."
        required
        width="short"
        inputMode="numeric"
        autoComplete="one-time-code"
      />
      {asksPassword && (
        <PasswordField
          {...secretProps(fields.kata_sandi)}
          label="Kata sandi Anda"
          required
          autoComplete="current-password"
        />
      )}
      <div>
        <Button>{label}</Button>
      </div>
    </form>
  );
}

/** First step of a passkey: what the device is called, and the password. */
export function AddPasskeyForm({ reply, asksPassword }: { reply: Reply; asksPassword: boolean }) {
  const [form, fields] = useForm<{ nama: string; kata_sandi: string }>({ id: "tambah", lastResult: reply });
  return (
    <form {...formProps(form)} className="flex max-w-form flex-col gap-5">
      <ErrorSummary errors={summaryErrors(form)} />
      <Hidden name="langkah" value="tambah" />
      <TextField
        {...textProps(fields.nama)}
        label="Nama untuk kunci sandi"
        hint="Misalnya: Ponsel saya."
        required
        autoComplete="off"
      />
      {asksPassword && (
        <PasswordField
          {...secretProps(fields.kata_sandi)}
          label="Kata sandi Anda"
          required
          autoComplete="current-password"
        />
      )}
      <div>
        <Button icon="lock">Pasang kunci sandi</Button>
      </div>
    </form>
  );
}

/** Takes something away, once the password was right. */
export function PasswordForm({
  reply,
  step,
  label,
}: {
  reply: Reply;
  /** Value of `langkah`. */
  step: string;
  label: string;
}) {
  const [form, fields] = useForm<{ kata_sandi: string }>({ id: step, lastResult: reply });
  return (
    <form {...formProps(form)} className="flex max-w-form flex-col gap-5">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <Hidden name="langkah" value={step} />
      <PasswordField
        {...secretProps(fields.kata_sandi)}
        label="Kata sandi Anda"
        required
        autoComplete="current-password"
      />
      <div>
        <Button variant="danger">{label}</Button>
      </div>
    </form>
  );
}

/** Gives a passkey another name. */
export function RenamePasskeyForm({ reply, name }: { reply: Reply; name: string }) {
  const [form, fields] = useForm<{ nama: string }>({
    id: "nama",
    lastResult: reply,
    defaultValue: { nama: name },
  });
  return (
    <form {...formProps(form)} className="flex max-w-form flex-col gap-5">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <Hidden name="langkah" value="nama" />
      <TextField {...textProps(fields.nama)} label="Nama kunci sandi" required autoComplete="off" />
      <div>
        <Button>Simpan nama</Button>
      </div>
    </form>
  );
}

export interface ShownPasskey {
  id: string;
  name: string;
  createdAt: string;
  lastUsedAt: string | null;
}

/** The own passkeys, each with its page. */
export function PasskeyTable({
  passkeys,
  href,
  zone,
}: {
  passkeys: readonly ShownPasskey[];
  /** Address under which each has its page. */
  href: string;
  zone: "WIB" | "WITA" | "WIT";
}) {
  return (
    <DataTable<ShownPasskey>
      caption="Kunci sandi yang terpasang"
      rows={passkeys}
      rowKey={(row) => row.id}
      empty={
        <EmptyState icon="lock" title="Belum ada kunci sandi">
          Pasang satu untuk setiap ponsel atau komputer yang Anda pakai sendiri.
        </EmptyState>
      }
      columns={[
        {
          key: "name",
          label: "Nama",
          rowHeader: true,
          render: (row) => <a href={`${href}/${row.id}`}>{row.name}</a>,
        },
        { key: "since", label: "Dipasang", render: (row) => <DateText date={row.createdAt.slice(0, 10)} /> },
        {
          key: "used",
          label: "Terakhir dipakai",
          render: (row) =>
            row.lastUsedAt ? <DateTimeText at={new Date(row.lastUsedAt)} zone={zone} /> : "Belum pernah",
        },
      ]}
    />
  );
}
