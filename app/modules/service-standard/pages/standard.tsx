import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { formatDate } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { Hidden } from "#app/ui/text-fields.tsx";
import { adoptStandard, discardDraft } from "../adopt-standard.server.ts";
import { AdoptForm } from "../components/adopt-form.tsx";
import { draftStandard } from "../draft-standard.server.ts";
import { AdoptInput, DraftInput } from "../input.ts";
import { loadStandard } from "../load-standard.server.ts";
import { STANDARD_WORDS } from "../words.ts";

const HERE = "/kantor/standar-pelayanan";

export const loader = officeLoader(({ ctx }) => loadStandard(ctx));

export const action = officeAction(async ({ ctx, form }) => {
  const done = (sentence: string) => redirectWithFlash(ctx.config, HERE, sentence);
  switch (form.get("maksud")) {
    case "tetapkan":
      return submitForm(form, AdoptInput, async (input) => {
        await adoptStandard(ctx, input);
        return done(STANDARD_WORDS.adopted);
      });
    case "buang":
      return submitForm(form, DraftInput, async ({ versi }) => {
        await discardDraft(ctx, versi);
        return done(STANDARD_WORDS.discarded);
      });
    default:
      await draftStandard(ctx);
      return done(STANDARD_WORDS.drafted);
  }
});

type Page = Awaited<ReturnType<typeof loadStandard>>;

export default function Standard() {
  const { adopted, draft, mayAdopt } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  return (
    <>
      <title>{STANDARD_WORDS.title}</title>
      <PageHeader
        title={STANDARD_WORDS.title}
        lead={STANDARD_WORDS.lead}
        actions={adopted && <ButtonLink href="/pelayanan">Lihat halaman umum</ButtonLink>}
      />
      <div className="flex flex-col gap-8">
        {adopted ? (
          <Notice tone="success" title={`Berlaku: keputusan nomor ${adopted.decreeNumber}`}>
            {`Ditetapkan ${formatDate(adopted.decreeOn ?? "")}, memuat ${adopted.services.length} pelayanan. Isinya tidak dapat diubah; perubahan lewat rancangan berikutnya.`}
          </Notice>
        ) : (
          <Notice tone="warning" title="Belum ditetapkan">
            Warga hanya melihat nama pelayanannya, tanpa syarat dan waktu.
          </Notice>
        )}
        {draft ? (
          <Draft draft={draft} mayAdopt={mayAdopt} reply={reply} />
        ) : (
          <form method="post">
            <SubmitKey />
            <Button name="maksud" value="rancang" icon="edit">
              {adopted ? "Siapkan rancangan berikutnya" : "Siapkan rancangan"}
            </Button>
          </form>
        )}
      </div>
    </>
  );
}

interface DraftProps {
  draft: NonNullable<Page["draft"]>;
  mayAdopt: boolean;
  reply: FormReply | undefined;
}

function Draft({ draft, mayAdopt, reply }: DraftProps) {
  return (
    <section aria-labelledby="rancangan" className="flex flex-col gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="rancangan" className="text-lg">
          Rancangan
        </h2>
        <ButtonLink href={`${HERE}/baru`} icon="plus">
          Tambah pelayanan
        </ButtonLink>
      </div>
      {draft.services.length === 0 && <EmptyState title={STANDARD_WORDS.empty} />}
      <TaskList
        label="Pelayanan dalam rancangan"
        items={draft.services.map(({ service, name, timeText, officer }) => ({
          key: service,
          href: `${HERE}/${service}`,
          title: name,
          meta: `${timeText}, ${officer}`,
        }))}
      />
      {mayAdopt ? (
        <section aria-labelledby="penetapan" className="flex flex-col gap-3 border-t border-line pt-5">
          <h2 id="penetapan" className="text-lg">
            Penetapan
          </h2>
          <AdoptForm version={draft.version} reply={reply} />
        </section>
      ) : (
        <Notice>Kepala Desa menetapkan rancangan ini dengan nomor dan tanggal keputusannya.</Notice>
      )}
      <Disclosure summary="Buang rancangan">
        <form method="post">
          <SubmitKey />
          <Hidden name="versi" value={String(draft.version)} />
          <Button name="maksud" value="buang" variant="danger">
            Buang rancangan
          </Button>
        </form>
      </Disclosure>
    </section>
  );
}
