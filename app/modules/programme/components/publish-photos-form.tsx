import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choice-fields.tsx";
import { FieldErrors } from "#app/ui/field.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden } from "#app/ui/text-fields.tsx";
import type { EvidenceView } from "../evidence-view.server.ts";
import { RUNNING_NOTES } from "../running-words.ts";

interface PublishPhotosFormProps {
  /** Pictures of the report. */
  items: readonly EvidenceView[];
  reply: FormReply | undefined;
}

/** Which pictures of an approved report residents see, and the word that the people in them agree. */
export function PublishPhotosForm({ items, reply }: PublishPhotosFormProps) {
  const error = reply?.error;
  return (
    <section className="flex flex-col gap-3 border-t border-line pt-5" aria-labelledby="foto-umum">
      <h2 id="foto-umum" className="text-lg">
        Foto untuk warga
      </h2>
      <p className="max-w-text text-ink-soft">{RUNNING_NOTES.photos}</p>
      <form method="post" noValidate className="flex flex-col gap-3">
        <SubmitKey />
        <Hidden name="maksud" value="foto-umum" />
        <FieldErrors id="foto" errors={error?.foto ?? undefined} />
        <ul className="flex flex-wrap gap-4" aria-label="Foto">
          {items.map((item) => (
            <li key={item.id} className="w-40">
              <label className="flex min-h-11 flex-col gap-1 text-sm">
                <img
                  src={item.picture ?? undefined}
                  alt=""
                  width="160"
                  height="120"
                  loading="lazy"
                  className="h-30 w-40 rounded-sm border border-line object-cover"
                />
                <span className="flex items-start gap-2">
                  <input
                    type="checkbox"
                    name="foto"
                    value={item.id}
                    defaultChecked={isTicked(item, reply)}
                    className="tick"
                  />
                  <span className="min-w-0 break-words">{item.name}</span>
                </span>
              </label>
            </li>
          ))}
        </ul>
        <Checkbox
          id="foto-izin"
          name="izin"
          value="ya"
          label={RUNNING_NOTES.consent}
          errors={error?.izin ?? undefined}
        />
        <div>
          <Button variant="secondary">Simpan pilihan foto</Button>
        </div>
      </form>
    </section>
  );
}

function isTicked(item: EvidenceView, reply: FormReply | undefined): boolean {
  if (!reply) return item.isPublic;
  return [reply.initialValue?.foto ?? []].flat().includes(item.id);
}
