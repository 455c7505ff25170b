import { Button } from "#app/ui/button.tsx";
import { formatDateShort } from "#app/ui/format.ts";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden } from "#app/ui/text-fields.tsx";

interface WaitingLetter {
  id: string;
  title: string;
  numberText: string | null;
  letterDate: string | null;
  personName: string;
}

/** Signed letters that nothing says were sent: one tap each. */
export function WaitingLetters({ letters }: { letters: readonly WaitingLetter[] }) {
  return (
    <section aria-labelledby="belum-dikirim" className="mb-8 flex flex-col gap-3">
      <h2 id="belum-dikirim" className="text-lg">
        Ditandatangani, belum tercatat terkirim
      </h2>
      <ul className="flex flex-col border-t border-line">
        {letters.map(({ id, title, numberText, letterDate, personName }) => (
          <li
            key={id}
            className="flex flex-col gap-2 border-b border-line py-3 sm:flex-row sm:items-center sm:justify-between"
          >
            <div className="min-w-0">
              <a href={`/kantor/surat/${id}`} className="font-semibold">
                {title}
              </a>
              <p className="text-sm text-ink-soft">
                {[personName, numberText, letterDate && formatDateShort(letterDate)]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </div>
            <form method="post" className="flex-none">
              <SubmitKey />
              <Hidden name="surat" value={id} />
              <Button variant="secondary" icon="send">
                Catat dikirim hari ini
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
