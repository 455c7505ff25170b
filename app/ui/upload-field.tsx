import { FileField, type FileFieldProps, Hidden } from "./text-fields.tsx";
import { UI_WORDS } from "./words.ts";

export type UploadFieldProps = Omit<FileFieldProps, "name"> & {
  /** The file that an earlier try of this form has stored: it need not be chosen again. */
  kept?: { id: string; name: string } | null;
};

/** One file, last in its form. What was sent before an error elsewhere stays and is named. */
export function UploadField({ kept, hint, ...field }: UploadFieldProps) {
  return (
    <div className="flex flex-col gap-2">
      <FileField {...field} name="berkas" hint={hint} required={field.required && !kept} />
      {kept && (
        <p className="text-sm">
          {UI_WORDS.keptFile} <strong>{kept.name}</strong>. {UI_WORDS.keptFileHint}
          <Hidden name="berkas_id" value={kept.id} form={field.form} />
          <Hidden name="berkas_nama" value={kept.name} form={field.form} />
        </p>
      )}
    </div>
  );
}

/** The kept file in a form's reply, for `kept`. */
export function keptFileOf(reply: { initialValue?: Record<string, unknown> | null } | undefined) {
  const { berkas_id: id, berkas_nama: name } = reply?.initialValue ?? {};
  return typeof id === "string" && typeof name === "string" ? { id, name } : null;
}
