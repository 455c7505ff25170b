import { useForm } from "@conform-to/react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/card.tsx";
import { Select } from "#app/ui/choice-fields.tsx";
import { formProps, selectProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions, FormStack } from "#app/ui/form-layout.tsx";
import { formatDate, formatNumber } from "#app/ui/format.ts";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { DateField, NumberField, TextField } from "#app/ui/text-fields.tsx";
import type { ItemChange as Change } from "../change-item.server.ts";
import { CHANGE_KINDS, type Stock } from "../inventory-rules.ts";
import { CHANGE_NAMES, REGISTER_WORDS } from "../words.ts";

interface ItemChangesProps {
  changes: readonly Change[];
  stock: Stock;
  unit: string;
  today: string;
  mayChange: boolean;
  reply: FormReply | undefined;
}

/** How a thing stands, what became of it, and the forms that write and strike out. */
export function ItemChanges({ changes, stock, unit, today, mayChange, reply }: ItemChangesProps) {
  const present = changes.filter(({ voidedAt }) => !voidedAt);
  const isVoiding = reply?.initialValue?.maksud === "coret-keadaan";
  return (
    <section aria-labelledby="keadaan-barang" className="flex flex-col gap-4">
      <h2 id="keadaan-barang" className="text-lg">
        Keadaan barang
      </h2>
      <p>{`Sekarang ${formatNumber(stock.good)} ${unit} baik, ${formatNumber(stock.broken)} ${unit} rusak.`}</p>
      {changes.length > 0 && (
        <ul className="flex max-w-text flex-col border-t border-line">
          {changes.map((change) => (
            <li key={change.id} className="border-b border-line py-2">
              <ChangeText change={change} unit={unit} />
            </li>
          ))}
        </ul>
      )}
      {mayChange && <ChangeForm today={today} reply={isVoiding ? undefined : reply} />}
      {mayChange && present.length > 0 && (
        <Disclosure summary="Coret perubahan keadaan" open={isVoiding}>
          <VoidChangeForm changes={present} unit={unit} reply={isVoiding ? reply : undefined} />
        </Disclosure>
      )}
    </section>
  );
}

function changeText({ kind, quantity, happenedOn, basis }: Change, unit: string): string {
  const what = `${CHANGE_NAMES[kind]}: ${formatNumber(quantity)} ${unit}, ${formatDate(happenedOn)}`;
  return basis ? `${what} (${basis})` : what;
}

function ChangeText({ change, unit }: { change: Change; unit: string }) {
  const text = changeText(change, unit);
  if (!change.voidedAt) return text;
  return (
    <>
      <s>{text}</s> {REGISTER_WORDS.struckOut(change.voidReason)}
    </>
  );
}

function ChangeForm({ today, reply }: { today: string; reply: FormReply | undefined }) {
  const [form, fields] = useForm<Record<string, string>>({
    id: "keadaan",
    lastResult: reply,
    defaultValue: { tanggal: today },
  });
  const [keadaan, jumlah, tanggal, dasar] = [fields.keadaan, fields.jumlah, fields.tanggal, fields.dasar];
  if (!keadaan || !jumlah || !tanggal || !dasar) return null;
  return (
    <form {...formProps(form)}>
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <FormStack>
        <Select
          {...selectProps(keadaan)}
          label="Apa yang terjadi?"
          options={CHANGE_KINDS.map((value) => ({ value, label: CHANGE_NAMES[value] }))}
          placeholder="Pilih"
          required
        />
        <NumberField {...textProps(jumlah)} label="Jumlah" required />
        <DateField {...textProps(tanggal)} label="Tanggal" required />
        <TextField {...textProps(dasar)} label="Dasar, misalnya nomor keputusan" width="form" />
      </FormStack>
      <FormActions>
        <Button name="maksud" value="keadaan" icon="check">
          Catat keadaan
        </Button>
      </FormActions>
    </form>
  );
}

function VoidChangeForm({
  changes,
  unit,
  reply,
}: {
  changes: readonly Change[];
  unit: string;
  reply: FormReply | undefined;
}) {
  const [form, fields] = useForm<Record<string, string>>({ id: "coret-keadaan", lastResult: reply });
  const [perubahan, alasan] = [fields.perubahan, fields.alasan];
  if (!perubahan || !alasan) return null;
  return (
    <form {...formProps(form)}>
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <FormStack>
        <Select
          {...selectProps(perubahan)}
          label="Perubahan yang dicoret"
          options={changes.map((change) => ({ value: change.id, label: changeText(change, unit) }))}
          placeholder="Pilih"
          required
          width="form"
        />
        <TextField {...textProps(alasan)} label="Alasan" width="form" required />
      </FormStack>
      <FormActions>
        <Button name="maksud" value="coret-keadaan" variant="danger" icon="cross">
          Coret perubahan
        </Button>
      </FormActions>
    </form>
  );
}
