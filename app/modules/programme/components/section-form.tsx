import { useForm } from "@conform-to/react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden, TextArea, TextField } from "#app/ui/text-fields.tsx";

interface SectionFormProps {
  /** Of a programme that stands; without it the form adds one. */
  section?: { id: string; name: string; purpose: string };
  reply: FormReply | undefined;
  /** Nothing stands under it: it may be taken out. */
  isEmpty?: boolean;
}

/** Name and purpose of a programme of the year. */
export function SectionForm({ section, reply, isEmpty = false }: SectionFormProps) {
  const [form, fields] = useForm<Record<"nama" | "tujuan", string>>({
    id: section ? `program-${section.id}` : "program-baru",
    lastResult: reply,
    defaultValue: { nama: section?.name ?? "", tujuan: section?.purpose ?? "" },
  });
  return (
    <form {...formProps(form)} className="flex max-w-form flex-col gap-4">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      {section && <Hidden name="program" value={section.id} />}
      <TextField {...textProps(fields.nama)} label="Nama program" required />
      <TextArea {...textProps(fields.tujuan)} label="Tujuan" rows={2} required />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" name="maksud" value={section ? "ubah" : "tambah"}>
          {section ? "Simpan program" : "Tambah program"}
        </Button>
        {section && isEmpty && (
          <Button type="submit" variant="danger" name="maksud" value="hapus" formNoValidate>
            Hapus program
          </Button>
        )}
      </div>
    </form>
  );
}
