import { ButtonLink } from "#app/ui/button.tsx";
import { LETTER_WORDS } from "../chain-words.ts";
import type { LetterView } from "../load-letter.server.ts";

interface LetterFilesProps {
  page: Pick<LetterView, "letter" | "hasPaper" | "checkLink" | "maySend" | "hasReceipt">;
  /** What is told to who asked for it. */
  share: string;
}

/** A letter's paper and word of it; what was cancelled has neither. */
export function LetterFiles({ page, share }: LetterFilesProps) {
  const { letter, hasPaper, checkLink, maySend, hasReceipt } = page;
  if (letter.state === "cancelled") return null;
  if (!hasPaper) return <p className="text-ink-soft">{LETTER_WORDS.paperHidden}</p>;
  return (
    <div className="flex flex-wrap gap-3">
      {letter.channel === "resident" && hasReceipt && (
        <ButtonLink icon="camera" href={`/kantor/surat/${letter.id}/warga`}>
          Foto syarat dan tanya jawab
        </ButtonLink>
      )}
      {hasReceipt && (
        <ButtonLink
          variant={checkLink === null ? "primary" : "secondary"}
          icon="print"
          href={`/kantor/surat/${letter.id}/tanda-terima.pdf`}
        >
          Tanda terima
        </ButtonLink>
      )}
      {checkLink !== null && (
        <ButtonLink variant="primary" icon="print" href={`/kantor/surat/${letter.id}/surat.pdf`}>
          Cetak
        </ButtonLink>
      )}
      <ButtonLink href={`/kantor/surat/${letter.id}/surat.docx`}>DOCX</ButtonLink>
      <ButtonLink icon="share" href={`https://wa.me/?text=${encodeURIComponent(share)}`}>
        Kabari
      </ButtonLink>
      {maySend && (
        <ButtonLink href={`/kantor/buku/ekspedisi/baru?surat=${letter.id}`} icon="send">
          Catat di Buku Ekspedisi
        </ButtonLink>
      )}
    </div>
  );
}

/** The letter as it was signed. */
export function SignedPhoto({ href }: { href: string }) {
  return (
    <a href={href} className="inline-flex min-h-11 items-center">
      <img
        src={href}
        alt="Surat yang sudah ditandatangani"
        loading="lazy"
        width="160"
        height="213"
        className="max-h-56 w-40 rounded-sm border border-line object-cover object-top"
      />
    </a>
  );
}
