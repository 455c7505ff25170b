import { useActionData, useLoaderData } from "react-router";
import { positionTitle } from "#app/modules/accounts/words.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import { askByList } from "../ask-by-list.server.ts";
import { ClaimBadge } from "../components/claim-badge.tsx";
import { ListForm } from "../components/list-form.tsx";
import { dayOf, TrialState } from "../components/trial-state.tsx";
import { AskByListInput } from "../input.ts";
import { type ClaimView, loadVerification } from "../load-verification.server.ts";
import { TRUST_WORDS } from "../words.ts";

export const loader = officeLoader(({ ctx }) => loadVerification(ctx));

export const action = officeAction(({ ctx, form }) =>
  submitForm(form, AskByListInput, async (input) => {
    await askByList(ctx, input);
    return redirectWithFlash(ctx.config, "/kantor/verifikasi", TRUST_WORDS.matched);
  }),
);

export default function Verification() {
  const facts = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const { state, letters, contests, name, zone } = facts;
  const isWaiting = letters.some((letter) => letter.state === "waiting");
  return (
    <>
      <title>Verifikasi desa</title>
      <PageHeader
        title="Verifikasi desa"
        lead="Kabupaten atau pengelola Balai memastikan bahwa pendaftar desa ini memang perangkatnya."
      />
      <div className="flex flex-col gap-8">
        <TrialState {...facts} />
        <Contests contests={contests} zone={zone} />
        {(state === "trial" || reply) && (
          <>
            <section aria-labelledby="lewat-daftar" className="flex flex-col gap-4">
              <h2 id="lewat-daftar" className="text-lg">
                Lewat daftar perangkat kabupaten
              </h2>
              <ListForm name={name} reply={reply} />
            </section>
            <section aria-labelledby="lewat-surat" className="flex flex-col gap-4">
              <h2 id="lewat-surat" className="text-lg">
                Lewat surat pengantar
              </h2>
              <p className="max-w-text">
                Kirim foto atau PDF surat pengantar yang ditandatangani Camat atau pejabat kabupaten. Petugas
                membacanya, lalu menerima atau menolaknya dengan alasan.
              </p>
              {!isWaiting && (
                <p>
                  <ButtonLink href="/kantor/verifikasi/surat" icon="upload">
                    Kirim surat pengantar
                  </ButtonLink>
                </p>
              )}
              <Letters letters={letters} zone={zone} />
            </section>
          </>
        )}
      </div>
    </>
  );
}

type Zone = Parameters<typeof dayOf>[1];

function Contests({ contests, zone }: { contests: readonly ClaimView[]; zone: Zone }) {
  if (contests.length === 0) return null;
  return (
    <section aria-labelledby="sanggahan" className="flex flex-col gap-3">
      <h2 id="sanggahan" className="text-lg">
        Sanggahan atas pendaftaran desa
      </h2>
      <TaskList
        label="Sanggahan"
        items={contests.map((each) => ({
          key: each.id,
          href: `/kantor/verifikasi/sanggahan/${each.id}`,
          title: `${each.name}, ${positionTitle(each.position)}`,
          meta: dayOf(each.askedAt, zone),
          badge: <ClaimBadge state={each.state} />,
        }))}
      />
    </section>
  );
}

function Letters({ letters, zone }: { letters: readonly ClaimView[]; zone: Zone }) {
  if (letters.length === 0) return null;
  return (
    <Timeline
      label="Surat yang sudah dikirim"
      items={letters.map((each) => ({
        key: each.id,
        title: (
          <>
            Surat dari {each.name} <ClaimBadge state={each.state} />
          </>
        ),
        at: dayOf(each.askedAt, zone),
        note: each.reason,
      }))}
    />
  );
}
