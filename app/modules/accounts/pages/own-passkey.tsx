import { useActionData, useLoaderData } from "react-router";
import { NotFoundError } from "#app/platform/errors.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { OwnPasswordInput, RenamePasskeyInput } from "#app/platform/second-factor/input.ts";
import { FACTOR_WORDS } from "#app/platform/second-factor/words.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { PasswordForm, RenamePasskeyForm } from "#app/ui/second-factor-settings.tsx";
import { removeOwnPasskey, renameOwnPasskey } from "../own-factors.server.ts";
import { getOwnFactors } from "../second-factor.server.ts";

const LIST = "/kantor/akun/kunci-sandi";

export const loader = officeLoader(async ({ ctx, params }) => {
  const passkey = (await getOwnFactors(ctx)).passkeys.find(({ id }) => id === params.id);
  if (!passkey) throw new NotFoundError(FACTOR_WORDS.passkeyGone);
  return { name: passkey.name };
});

export const action = officeAction(({ ctx, form, params }) => {
  const id = params.id ?? "";
  if (form.get("langkah") === "nama")
    return submitForm(form, RenamePasskeyInput, async ({ nama }) => {
      await renameOwnPasskey(ctx, id, nama);
      return redirectWithFlash(ctx.config, LIST, FACTOR_WORDS.passkeyRenamed);
    });
  return submitForm(
    form,
    OwnPasswordInput,
    async ({ kata_sandi }) => {
      await removeOwnPasskey(ctx, id, kata_sandi);
      return redirectWithFlash(ctx.config, LIST, FACTOR_WORDS.passkeyRemoved);
    },
    ["kata_sandi"],
  );
});

export default function OwnPasskey() {
  const { name } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const isRenaming = reply?.initialValue?.langkah === "nama";
  return (
    <>
      <title>{name}</title>
      <PageHeader title={name} back={{ href: LIST, label: "Kunci sandi" }} />
      <RenamePasskeyForm reply={isRenaming ? reply : undefined} name={name} />
      <section className="mt-10 border-t border-line pt-6">
        <h2 className="mb-4 text-lg">Hapus kunci sandi ini</h2>
        <PasswordForm reply={isRenaming ? undefined : reply} step="hapus" label="Hapus kunci sandi" />
      </section>
    </>
  );
}
