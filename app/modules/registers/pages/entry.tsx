import { useActionData, useLoaderData } from "react-router";
import { requireProfile } from "#app/modules/village/profile.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/card.tsx";
import { replySummary } from "#app/ui/conform.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { EndForm } from "#app/ui/end-form.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { changeItem } from "../change-item.server.ts";
import { ItemChanges } from "../components/item-changes.tsx";
import { requireEntryBook } from "../entries.server.ts";
import { ItemChangeInput, VoidChangeInput, VoidInput } from "../input.ts";
import { loadEntry } from "../load-entry.server.ts";
import { findRegister } from "../register-rules.ts";
import { voidEntry } from "../void-entry.server.ts";
import { voidItemChange } from "../void-item-change.server.ts";
import { ENTRY_WORDS } from "../words.ts";

export const loader = officeLoader(({ ctx, params, frame }) =>
  loadEntry(ctx, requireProfile(frame?.profile), requireEntryBook(params.buku ?? "aparat"), params.id ?? ""),
);

export const action = officeAction(({ ctx, form, params }) => {
  const book = requireEntryBook(params.buku ?? "aparat");
  const id = params.id ?? "";
  const answer = (sentence: string) =>
    redirectWithFlash(ctx.config, `/kantor/register/${book}/${id}`, sentence);
  const purpose = form.get("maksud");
  if (purpose === "coret")
    return submitForm(form, VoidInput, async (input) => {
      await voidEntry(ctx, book, id, input);
      return answer(ENTRY_WORDS.voided);
    });
  if (book !== "inventaris") throw new NotFoundError(ENTRY_WORDS.gone);
  if (purpose === "coret-keadaan")
    return submitForm(form, VoidChangeInput, async (input) => {
      await voidItemChange(ctx, id, input);
      return answer(ENTRY_WORDS.changeVoided);
    });
  return submitForm(form, ItemChangeInput, async (input) => {
    await changeItem(ctx, id, input);
    return answer(ENTRY_WORDS.changed);
  });
});

export default function Entry() {
  const { book, id, title, version, voidReason, today, facts, item, isPromulgable, mayChange } =
    useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const name = findRegister(book)?.name ?? "";
  const isVoiding = reply?.initialValue?.maksud === "coret";
  return (
    <>
      <title>{title}</title>
      <PageHeader
        title={title}
        lead={name}
        back={{ href: `/kantor/register/${book}`, label: name }}
        actions={
          mayChange && (
            <>
              {isPromulgable && (
                <ButtonLink
                  href={`/kantor/register/lembaran/baru?peraturan=${id}`}
                  variant="primary"
                  icon="plus"
                >
                  Catat pengundangan
                </ButtonLink>
              )}
              <ButtonLink href={`/kantor/register/${book}/${id}/ubah`} icon="edit">
                Perbaiki
              </ButtonLink>
            </>
          )
        }
      />
      {reply && !mayChange && <ErrorSummary errors={replySummary(reply, "#isi")} />}
      <div id="isi" className="flex flex-col gap-8">
        {voidReason && (
          <Notice tone="warning" title="Catatan ini dicoret">
            {voidReason}
          </Notice>
        )}
        <DefinitionList items={facts} />
        {item && (
          <ItemChanges {...item} today={today} mayChange={mayChange} reply={isVoiding ? undefined : reply} />
        )}
        {mayChange && (
          <Disclosure summary="Coret catatan ini" open={isVoiding}>
            <EndForm intent="coret" version={version} reply={isVoiding ? reply : undefined}>
              Coret catatan
            </EndForm>
          </Disclosure>
        )}
      </div>
    </>
  );
}
