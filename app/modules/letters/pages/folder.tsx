import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { CheckboxGroup } from "#app/ui/choice-fields.tsx";
import { replySummary } from "#app/ui/conform.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions } from "#app/ui/form-layout.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { choiceErrors } from "../components/form-values.ts";
import { SignManyInput } from "../letter-input.ts";
import { loadFolder, PRINT_AT_ONCE } from "../load-folder.server.ts";
import { signLetters } from "../sign-letters.server.ts";

export const loader = officeLoader(async ({ ctx }) => {
  const rows = await loadFolder(ctx);
  const canMark = ["letters.serve", "letters.sign"].some((each) => ctx.actor.permissions.has(each));
  const parts = Array.from({ length: Math.ceil(rows.length / PRINT_AT_ONCE) }, (_, index) => ({
    number: index + 1,
    from: index * PRINT_AT_ONCE + 1,
    to: Math.min(rows.length, (index + 1) * PRINT_AT_ONCE),
  }));
  return { rows, canMark, parts };
});

export const action = officeAction(({ ctx, form }) =>
  submitForm(form, SignManyInput, async (input) => {
    const { count } = await signLetters(ctx, input);
    return redirectWithFlash(
      ctx.config,
      "/kantor/surat/map",
      `${count} surat ditandai sudah ditandatangani. Serahkan kepada pemohonnya.`,
    );
  }),
);

export default function Folder() {
  const { rows, canMark, parts } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  return (
    <>
      <title>Map tanda tangan</title>
      <PageHeader
        title="Map tanda tangan"
        lead="Cetak sekaligus, mintakan tanda tangan dan cap, lalu tandai yang sudah."
        back={{ href: "/kantor/surat", label: "Surat" }}
        actions={parts.map(({ number, from, to }) => (
          <ButtonLink key={number} icon="print" href={`/kantor/surat/map/cetak.pdf?bagian=${number}`}>
            {parts.length === 1 ? "Cetak semua" : `Cetak ${from} sampai ${to}`}
          </ButtonLink>
        ))}
      />
      <ErrorSummary errors={replySummary(reply, "#map-surat")} />
      {rows.length === 0 ? (
        <EmptyState title="Tidak ada surat yang menunggu tanda tangan basah">
          Surat masuk ke map ini setelah diberi nomor.
        </EmptyState>
      ) : (
        <form method="post">
          <SubmitKey />
          <CheckboxGroup
            id="map-surat"
            name="surat"
            label="Surat yang sudah ditandatangani"
            errors={choiceErrors(reply, "surat")}
            choices={rows.map(({ id, title, personName, numberText, signerName }) => ({
              value: id,
              label: `${title}: ${personName}`,
              hint: [numberText, signerName && `ditandatangani ${signerName}`].filter(Boolean).join(" · "),
            }))}
          />
          {canMark && (
            <FormActions>
              <Button>Tandai yang dipilih sudah ditandatangani</Button>
            </FormActions>
          )}
        </form>
      )}
    </>
  );
}
