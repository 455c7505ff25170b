import { useForm } from "@conform-to/react";
import { useActionData } from "react-router";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { kindFormValues } from "../kind-form-values.ts";
import { type KindPreview, previewOf, replyOf } from "../kind-preview.ts";
import type { VillageKind } from "../kind-rules.ts";
import { type KindFields, KindForm } from "./kind-form.tsx";
import { LetterSheet } from "./letter-sheet.tsx";

interface KindEditorProps {
  kind: VillageKind;
  classes: { code: string; name: string }[];
  names: string[];
}

/** The form of a kind, and above it the letter that it would make where that was asked for. */
export function KindEditor({ kind, classes, names }: KindEditorProps) {
  const answer = useActionData() as FormReply | KindPreview | undefined;
  const preview = previewOf(answer);
  const [form, fields] = useForm({
    id: "jenis",
    lastResult: replyOf(answer),
    defaultValue: kindFormValues(kind),
  });
  return (
    <div className="flex flex-col gap-8">
      {preview && (
        <section>
          <h2 className="mb-2 text-lg">Contoh, belum disimpan</h2>
          <p className="mb-3 text-ink-soft">Nama dan datanya karangan, bukan milik warga mana pun.</p>
          <LetterSheet label="Contoh surat" blocks={preview} />
        </section>
      )}
      <KindForm
        form={form}
        fields={fields as unknown as KindFields}
        classes={classes}
        names={names}
        hasReview={kind.chain.signer === "head"}
      />
    </div>
  );
}
