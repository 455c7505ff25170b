import { Button } from "#app/ui/button.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { ACCOUNT_WORDS } from "../words.ts";

interface ContactBoxProps {
  /** As it may be shown now: masked, or in full after a reveal. */
  phone: string | null;
  email: string | null;
  canReveal: boolean;
  isRevealed: boolean;
}

/** Phone and e-mail of a person, masked until somebody who may asks for them. */
export function ContactBox({ phone, email, canReveal, isRevealed }: ContactBoxProps) {
  const hasContact = phone !== null || email !== null;
  return (
    <section className="mb-8 max-w-text" aria-label="Kontak">
      <DefinitionList
        items={[
          { term: "Nomor telepon", value: phone },
          { term: "Surel", value: email },
        ]}
      />
      {canReveal && hasContact && !isRevealed && (
        <form method="post" className="mt-3 flex flex-col gap-2 sm:flex-row sm:items-center sm:gap-4">
          <SubmitKey />
          <Button variant="secondary">Tampilkan lengkap</Button>
          <p className="text-sm text-ink-soft">{ACCOUNT_WORDS.revealIsLogged}</p>
        </form>
      )}
    </section>
  );
}
