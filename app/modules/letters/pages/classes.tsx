import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { requirePermission } from "#app/platform/require.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choice-fields.tsx";
import { checkboxProps, formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions, FormStack } from "#app/ui/form-layout.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { TextField } from "#app/ui/text-fields.tsx";
import { listClasses } from "../classes.server.ts";
import { SaveClassInput } from "../kind-input.ts";
import { KIND_WORDS } from "../kind-words.ts";
import { saveClass } from "../save-class.server.ts";

export const loader = officeLoader(({ ctx }) => {
  requirePermission(ctx, "letters.settings");
  return listClasses(ctx.db);
});

export const action = officeAction(({ ctx, form }) =>
  submitForm(form, SaveClassInput, async (input) => {
    await saveClass(ctx, input);
    return redirectWithFlash(ctx.config, "/kantor/surat/klasifikasi", KIND_WORDS.classSaved(input.kode));
  }),
);

export default function Classes() {
  const classes = useLoaderData<typeof loader>();
  const [form, fields] = useForm<Record<"kode" | "nama" | "tidak_dipakai", string>>({
    id: "klasifikasi",
    lastResult: useActionData() as FormReply | undefined,
  });
  return (
    <>
      <title>Klasifikasi surat</title>
      <PageHeader
        title="Klasifikasi surat"
        lead="Kode menurut Permendagri 83/2022 yang lazim dipakai desa. Tambahkan kode yang dipakai desa Anda."
        back={{ href: "/kantor/surat/jenis", label: "Jenis surat" }}
      />
      <div className="flex flex-col gap-8">
        <section>
          <h2 className="mb-4 text-lg">Tambah atau ubah kode</h2>
          <form {...formProps(form)}>
            <ErrorSummary errors={summaryErrors(form)} />
            <SubmitKey />
            <FormStack>
              <TextField
                {...textProps(fields.kode)}
                label="Kode"
                hint="Tulis kode yang sudah ada untuk mengganti namanya."
                width="short"
                required
              />
              <TextField {...textProps(fields.nama)} label="Nama" required />
              <Checkbox {...checkboxProps(fields.tidak_dipakai)} label="Kode ini tidak dipakai lagi." />
            </FormStack>
            <FormActions>
              <Button type="submit">Simpan kode</Button>
            </FormActions>
          </form>
        </section>
        <section>
          <h2 className="mb-4 text-lg">Daftar kode</h2>
          <DefinitionList
            items={classes.map(({ code, name, isOn }) => ({
              key: code,
              term: code,
              value: isOn ? name : `${name} (tidak dipakai)`,
            }))}
          />
        </section>
      </div>
    </>
  );
}
