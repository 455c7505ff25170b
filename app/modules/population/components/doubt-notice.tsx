import { Button } from "#app/ui/button.tsx";
import type { FieldMeta } from "#app/ui/conform.ts";
import { Notice } from "#app/ui/notice.tsx";
import { confirmationOf } from "../resident-form.ts";
import { FORM_WORDS } from "../words.ts";

interface Props {
  fields: Record<string, FieldMeta | undefined>;
}

/** What speaks against the entries, and the second button that takes them all the same. */
export function DoubtNotice({ fields }: Props) {
  const doubt = fields.yakin;
  if (!doubt?.errors?.length) return null;
  const typed = (name: string) => fields[name]?.initialValue;
  const mark = confirmationOf({
    nik: typed("nik"),
    kk: typed("nomor_kk"),
    name: typed("nama"),
    birthDate: typed("tanggal_lahir"),
    sex: typed("kelamin"),
  });
  return (
    <div id={doubt.id} tabIndex={-1}>
      <Notice
        tone="warning"
        title={FORM_WORDS.doubtTitle}
        actions={
          <Button variant="secondary" name="yakin" value={mark}>
            {FORM_WORDS.saveAnyway}
          </Button>
        }
      >
        <p>{doubt.errors.join(" ")}</p>
        <p className="mt-2">{FORM_WORDS.doubtHint}</p>
      </Notice>
    </div>
  );
}
