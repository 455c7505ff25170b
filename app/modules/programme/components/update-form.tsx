import { useForm } from "@conform-to/react";
import type { ReactNode } from "react";
import { acceptAttribute } from "#app/platform/files/accepted-kinds.ts";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { Select } from "#app/ui/choice-fields.tsx";
import { formProps, secretProps, selectProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FieldRow, FormActions, FormSection, FormStack } from "#app/ui/form-layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { OfflineForm } from "#app/ui/offline-form.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { DateField, Hidden, NumberField, TextArea } from "#app/ui/text-fields.tsx";
import { keptFileOf, UploadField } from "#app/ui/upload-field.tsx";
import { QUARTERS } from "../calendar-rules.ts";
import { quarterName, RUNNING_NOTES } from "../running-words.ts";
import type { UpdateDefaults, UpdateFormFrame } from "../update-form.ts";
import { EVIDENCE_KINDS } from "../update-rules.ts";
import { PROGRESS_WORDS } from "../words.ts";
import { behindWords } from "./activity-progress.tsx";

interface UpdateFormProps {
  frame: UpdateFormFrame;
  defaults: UpdateDefaults;
  reply: FormReply | undefined;
  /** Of an existing report. */
  version?: number;
  /** Which form this is, and whose: the phone keeps one draft of each. */
  draft: string;
  owner: string;
  /** Evidence that the report has already. */
  children?: ReactNode;
}

/** A progress report: quarter, a value for each indicator, a note, a photo last. */
export function UpdateForm({ frame, defaults, reply, version, draft, owner, children }: UpdateFormProps) {
  const [form, fields] = useForm({
    id: "laporan",
    lastResult: reply,
    defaultValue: { ...defaults, berkas: "" },
  });
  const rows = fields.capaian.getFieldList().map((item) => item.getFieldset());
  return (
    <OfflineForm draft={draft} owner={owner} isRefused={reply !== undefined}>
      <form {...formProps(form)} encType="multipart/form-data">
        <ErrorSummary errors={summaryErrors(form)} />
        <SubmitKey />
        {version !== undefined && <Hidden name="versi" value={String(version)} />}
        <FormStack>
          <FieldRow columns={2}>
            <Select
              {...selectProps(fields.triwulan)}
              label="Triwulan"
              required
              options={QUARTERS.map((quarter) => ({
                value: String(quarter),
                label: quarterName(quarter, frame.year),
              }))}
            />
            <DateField
              {...textProps(fields.tanggal)}
              label="Keadaan per tanggal"
              hint="Kosong berarti hari ini, atau hari terakhir triwulan yang sudah lewat."
            />
          </FieldRow>
          {frame.approvedQuarters.length > 0 && (
            <Notice>
              {RUNNING_NOTES.replacesApproved(
                frame.approvedQuarters.map((each) => quarterName(each)).join(", "),
              )}
            </Notice>
          )}
          {frame.indicators.map((indicator, index) => {
            const row = rows[index];
            return (
              row && (
                <div key={indicator.id}>
                  <Hidden name={row.id.name} value={indicator.id} />
                  <NumberField
                    {...textProps(row.nilai)}
                    label={indicator.name}
                    hint={indicator.hint}
                    suffix={indicator.unit}
                    width="form"
                    plain
                    decimal
                  />
                </div>
              )
            );
          })}
          {frame.countedNames.length > 0 && (
            <Notice>Dihitung sendiri dari catatan desa: {frame.countedNames.join(", ")}.</Notice>
          )}
          <TextArea {...textProps(fields.catatan)} label="Catatan" rows={3} />
          {frame.asksExplanation && (
            <FormSection title={behindWords(frame.lagPoints)} lead={PROGRESS_WORDS.deviationNeeded}>
              <TextArea {...textProps(fields.penyebab)} label="Penyebab" rows={2} />
              <TextArea {...textProps(fields.perbaikan)} label="Langkah perbaikan" rows={2} />
            </FormSection>
          )}
          {children}
          <UploadField
            {...secretProps(fields.berkas)}
            label="Foto atau berkas bukti"
            hint="Foto (JPEG, PNG, atau WebP) atau PDF, paling besar 10 MB."
            accept={acceptAttribute(EVIDENCE_KINDS)}
            kept={keptFileOf(reply)}
          />
        </FormStack>
        <FormActions>
          <Button name="maksud" value="kirim" icon="send">
            Kirim untuk disetujui
          </Button>
          <Button name="maksud" value="simpan" variant="secondary">
            Simpan rancangan
          </Button>
        </FormActions>
      </form>
    </OfflineForm>
  );
}
