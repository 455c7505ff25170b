import { ButtonLink } from "#app/ui/button.tsx";
import { ProgressBar } from "#app/ui/progress.tsx";
import type { ImportView } from "../load-import.server.ts";
import { PAGE_WORDS, STATE_NAMES } from "../words.ts";

const REFRESH_SECONDS = 4;

/** How far the job is. The page loads itself anew for whoever wants it to, and not for others. */
export function WorkProgress({ page, here }: { page: ImportView & { isFollowed: boolean }; here: string }) {
  return (
    <section className="flex max-w-form flex-col gap-4" aria-label="Kemajuan">
      {page.isFollowed && <meta httpEquiv="refresh" content={String(REFRESH_SECONDS)} />}
      <ProgressBar label={STATE_NAMES[page.state]} percent={page.percent} decimals={0} />
      <p className="text-ink-soft">{PAGE_WORDS.working}</p>
      <div className="flex flex-wrap gap-3">
        {page.isFollowed ? (
          <ButtonLink href={here}>Berhenti memperbarui</ButtonLink>
        ) : (
          <>
            <ButtonLink href={here}>Perbarui halaman</ButtonLink>
            <ButtonLink href={`${here}?ikuti=1`} variant="quiet">
              Perbarui terus
            </ButtonLink>
          </>
        )}
      </div>
    </section>
  );
}
