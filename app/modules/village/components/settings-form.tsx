import type { ReactNode } from "react";
import { useLocation } from "react-router";
import { Button } from "#app/ui/button.tsx";
import { type FieldMeta, type FormMeta, formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions, FormStack } from "#app/ui/form-layout.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden } from "#app/ui/text-fields.tsx";
import { isFromChecklist } from "../checklist-rules.ts";

interface SettingsFormProps {
  form: FormMeta;
  /** Field that carries the version which the person saw; it must not change when the form comes back. */
  version?: FieldMeta;
  hasFile?: boolean;
  save?: string;
  children: ReactNode;
}

/** A form of one page of settings: errors on top, fields, one button. */
export function SettingsForm({ form, version, hasFile, save = "Simpan", children }: SettingsFormProps) {
  return (
    <form {...formProps(form)} encType={hasFile ? "multipart/form-data" : undefined}>
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      {version && <Hidden name={version.name} value={textProps(version).defaultValue ?? ""} />}
      <FormStack>{children}</FormStack>
      <FormActions>
        <Button type="submit">{save}</Button>
      </FormActions>
    </form>
  );
}

/** Where every page of settings leads back to. */
export const BACK_TO_SETTINGS = { href: "/kantor/pengaturan", label: "Pengaturan" };
const BACK_TO_CHECKLIST = { href: "/kantor/mulai", label: "Persiapan awal" };

/** Back to the list of the first hour for whoever came from there, else to the settings. */
export function useBack() {
  return isFromChecklist(new URLSearchParams(useLocation().search)) ? BACK_TO_CHECKLIST : BACK_TO_SETTINGS;
}
