import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { CheckboxGroup } from "#app/ui/choice-fields.tsx";
import { replySummary } from "#app/ui/conform.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions } from "#app/ui/form-layout.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { FolderPrint } from "../components/folder-print.tsx";
import { choiceErrors } from "../components/form-values.ts";
import { FOLDER_WORDS } from "../folder-words.ts";
import { PrintFolderInput, SignManyInput } from "../letter-input.ts";
import { loadFolder, PRINT_AT_ONCE } from "../load-folder.server.ts";
import { signLetters } from "../sign-letters.server.ts";
import { startPrint } from "../start-print.server.ts";

export const loader = officeLoader(async ({ ctx, url }) => {
  const { rows, prints } = await loadFolder(ctx);
  const count = rows.filter(({ isPrintable }) => isPrintable).length;
  return {
    rows,
    canMark: ["letters.serve", "letters.sign"].some((each) => ctx.actor.permissions.has(each)),
    print: {
      print: prints,
      count,
      isLarge: count > PRINT_AT_ONCE,
      isFollowed: url.searchParams.has("ikuti"),
      zone: ctx.tenant.timeZone,
    },
  };
});

export const action = officeAction(({ ctx, form }) => {
  const done = (sentence: string) => redirectWithFlash(ctx.config, "/kantor/surat/map", sentence);
  if (form.get("maksud") === "cetak")
    return submitForm(form, PrintFolderInput, async () =>
      done(FOLDER_WORDS.started((await startPrint(ctx)).count)),
    );
  return submitForm(form, SignManyInput, async (input) => {
    const { count } = await signLetters(ctx, input);
    return done(`${count} surat ditandai sudah ditandatangani. Serahkan kepada pemohonnya.`);
  });
});

export default function Folder() {
  const { rows, canMark, print } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  return (
    <>
      <title>Map tanda tangan</title>
      <PageHeader
        title="Map tanda tangan"
        lead="Cetak sekaligus, mintakan tanda tangan dan cap, lalu tandai yang sudah."
        back={{ href: "/kantor/surat", label: "Surat" }}
      />
      <ErrorSummary errors={replySummary(reply, "#map-surat")} />
      <FolderPrint {...print} />
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
            choices={rows.map(({ id, title, personName, numberText, signerName, isPrintable }) => ({
              value: id,
              label: `${title}: ${personName}`,
              hint: [
                numberText,
                signerName && `ditandatangani ${signerName}`,
                !isPrintable && "tidak ikut Anda cetak",
              ]
                .filter(Boolean)
                .join(" · "),
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
