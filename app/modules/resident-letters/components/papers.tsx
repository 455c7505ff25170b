import { acceptAttribute } from "#app/platform/files/accepted-kinds.ts";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden } from "#app/ui/text-fields.tsx";
import { keptFileOf, UploadField } from "#app/ui/upload-field.tsx";
import { WaitingForm, WaitingScript } from "#app/ui/waiting-form.tsx";

interface Paper {
  id: string;
  href: string;
}

interface Requirement {
  index: number;
  text: string;
  mark: string;
  isSeen: boolean;
  papers: Paper[];
}

/** Photos of one requirement, each to be opened. */
export function PaperPhotos({ text, papers }: { text: string; papers: readonly Paper[] }) {
  if (papers.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-3">
      {papers.map(({ id, href }, index) => (
        <li key={id}>
          <a href={href} className="inline-flex min-h-11 items-center">
            <img
              src={href}
              alt={`${text}, foto ${index + 1}`}
              loading="lazy"
              width="120"
              height="90"
              className="h-24 w-32 rounded-sm border border-line object-cover"
            />
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Every requirement with what was sent; each photo goes by itself, so that a cut connection costs one at most. */
export function Papers({
  requirements,
  mayAdd,
  letterId,
  owner,
  reply,
}: {
  requirements: readonly Requirement[];
  mayAdd: boolean;
  letterId: string;
  /** Account that sends them. */
  owner: string;
  reply: FormReply | undefined;
}) {
  if (requirements.length === 0) return null;
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-lg">Syarat</h2>
      {requirements.map((requirement) => (
        <div key={requirement.index} className="flex flex-col gap-3 border-t border-line pt-4">
          <p className="flex flex-wrap items-center gap-3">
            <strong className="font-semibold">{requirement.text}</strong>
            <PaperBadge requirement={requirement} />
          </p>
          <PaperPhotos {...requirement} />
          {mayAdd && !requirement.isSeen && (
            <WaitingForm draft={`syarat:${letterId}:${requirement.index}`} owner={owner}>
              <SendPaper requirement={requirement} reply={reply} />
            </WaitingForm>
          )}
        </div>
      ))}
      {mayAdd && <WaitingScript />}
    </section>
  );
}

function PaperBadge({ requirement: { isSeen, papers, mark } }: { requirement: Requirement }) {
  if (isSeen) return <StatusBadge tone="good">Diterima</StatusBadge>;
  if (papers.length > 0) return <StatusBadge tone="waiting">Diperiksa</StatusBadge>;
  return <StatusBadge>{mark === "wajib" ? "Wajib" : "Bila ada"}</StatusBadge>;
}

function SendPaper({ requirement, reply }: { requirement: Requirement; reply: FormReply | undefined }) {
  const { index, text, mark } = requirement;
  const isThis = reply?.initialValue?.syarat === String(index);
  return (
    <form method="post" encType="multipart/form-data" className="flex max-w-form flex-col gap-3">
      <SubmitKey />
      <Hidden name="maksud" value="foto" />
      <Hidden name="syarat" value={String(index)} />
      <UploadField
        id={`foto-${index}`}
        label={
          <>
            Pilih foto<span className="sr-only"> {text}</span>
          </>
        }
        required={mark === "wajib"}
        hint="Diperkecil di ponsel sebelum dikirim; letak dan data kamera dibuang."
        accept={acceptAttribute(["image"])}
        errors={(isThis && reply?.error?.berkas) || undefined}
        kept={isThis ? keptFileOf(reply) : null}
      />
      <div>
        <Button variant="secondary" icon="camera">
          Kirim foto
        </Button>
      </div>
    </form>
  );
}
