import { useForm } from "@conform-to/react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { Select } from "#app/ui/choice-fields.tsx";
import { formProps, selectProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FieldRow, FormStack } from "#app/ui/form-layout.tsx";
import { formatDate } from "#app/ui/format.ts";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden, MoneyField, TextField } from "#app/ui/text-fields.tsx";
import { formatRupiah } from "../format-rules.ts";
import { FUND_SOURCE_NAMES, FUND_SOURCES } from "../money-rules.ts";
import { quantityText } from "../plan-form.ts";
import type { ActivityRow } from "../queries.server.ts";

interface BudgetFormProps {
  activity: Pick<ActivityRow, "version" | "budget" | "fundSource">;
  reply: FormReply | undefined;
}

/** A new pagu of an approved programme's activity, with the reason. */
export function BudgetForm({ activity, reply }: BudgetFormProps) {
  const [form, fields] = useForm({
    id: "anggaran",
    lastResult: reply,
    defaultValue: {
      anggaran: quantityText(activity.budget),
      sumber_dana: activity.fundSource ?? "",
      alasan: "",
    },
  });
  return (
    <form {...formProps(form)}>
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <Hidden name="maksud" value="anggaran" />
      <Hidden name="versi" value={String(activity.version)} />
      <FormStack>
        <FieldRow columns={2}>
          <MoneyField {...textProps(fields.anggaran)} label="Anggaran baru" required />
          <Select
            {...selectProps(fields.sumber_dana)}
            label="Sumber dana"
            placeholder="Tetap seperti sekarang"
            options={FUND_SOURCES.map((source) => ({ value: source, label: FUND_SOURCE_NAMES[source].name }))}
          />
        </FieldRow>
        <TextField
          {...textProps(fields.alasan)}
          label="Alasan perubahan"
          hint="Misalnya nomor Perdes perubahan APBDes."
          required
        />
        <div>
          <Button variant="secondary">Simpan anggaran baru</Button>
        </div>
      </FormStack>
    </form>
  );
}

interface BudgetVersion {
  id: string;
  amount: number;
  validFrom: string;
  reason: string | null;
}

/** Each pagu that the activity has had; nothing while there was only one. */
export function BudgetHistory({ budgets }: { budgets: readonly BudgetVersion[] }) {
  if (budgets.length < 2) return null;
  return (
    <DataTable
      caption="Riwayat anggaran"
      rows={budgets}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "from",
          label: "Berlaku sejak",
          rowHeader: true,
          render: (row) => formatDate(row.validFrom),
        },
        { key: "amount", label: "Anggaran", align: "end", render: (row) => formatRupiah(row.amount) },
        { key: "reason", label: "Alasan", render: (row) => row.reason ?? "Rencana awal" },
      ]}
    />
  );
}
