import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { retentionRules } from "#app/registry.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions, FormStack } from "#app/ui/form-layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { NumberField } from "#app/ui/text-fields.tsx";
import { chooseKeep } from "../choose-keep.server.ts";
import { KeepInput } from "../input.ts";
import { getKeep } from "../load-retention.server.ts";
import { KEEP_WORDS } from "../words.ts";

const LIST = "/kantor/data-pribadi/masa-simpan";

export const loader = officeLoader(({ ctx, params }) => getKeep(ctx, params.jenis ?? "", retentionRules));

export const action = officeAction(({ ctx, form, params }) =>
  submitForm(form, KeepInput, async (input) => {
    const { name, keep } = await chooseKeep(ctx, params.jenis ?? "", input, retentionRules);
    return redirectWithFlash(ctx.config, LIST, KEEP_WORDS.saved(name, keep));
  }),
);

export default function KeepPage() {
  const { name, reason, amount, unit, usual, bounds } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<KeepInput>({
    id: "simpan",
    lastResult: useActionData() as FormReply | undefined,
    defaultValue: { lama: String(amount) },
  });
  return (
    <>
      <title>Ubah masa simpan</title>
      <PageHeader title="Ubah masa simpan" back={{ href: LIST, label: "Masa simpan" }} lead={`${name}.`} />
      <p className="mb-6 max-w-text">{reason}</p>
      <form {...formProps(form)} className="max-w-form">
        <ErrorSummary errors={summaryErrors(form)} />
        <SubmitKey />
        <FormStack>
          <NumberField
            {...textProps(fields.lama)}
            label="Disimpan selama"
            hint={`${bounds} Lazimnya ${usual}.`}
            suffix={unit}
            required
          />
          <Notice tone="warning">
            Bila dipersingkat, yang sudah lewat masanya dihapus mulai malam ini dan tidak dapat dikembalikan.
          </Notice>
        </FormStack>
        <FormActions>
          <Button icon="check">Simpan</Button>
          <ButtonLink href={LIST} variant="quiet">
            Batal
          </ButtonLink>
        </FormActions>
      </form>
    </>
  );
}
