import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/card.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden, TextArea } from "#app/ui/text-fields.tsx";
import type { EvidenceView } from "../evidence-view.server.ts";
import { ERRORS } from "../words.ts";

interface DecideUpdateProps {
  version: number;
  mayApprove: boolean;
  reply: FormReply | undefined;
}

/** The Kepala Desa's two answers to a report. */
export function DecideUpdate({ version, mayApprove, reply }: DecideUpdateProps) {
  const errors = reply?.error?.alasan ?? undefined;
  const typed = reply?.initialValue?.alasan;
  return (
    <section className="flex flex-col gap-4 border-t border-line pt-5" aria-label="Keputusan">
      {mayApprove ? (
        <form method="post">
          <SubmitKey />
          <Hidden name="versi" value={String(version)} />
          <Button name="maksud" value="setujui" icon="check">
            Setujui laporan
          </Button>
        </form>
      ) : (
        <Notice>{ERRORS.ownUpdate}</Notice>
      )}
      <Disclosure summary="Kembalikan dengan alasan" open={errors !== undefined}>
        <form method="post" noValidate className="flex max-w-form flex-col gap-4">
          <SubmitKey />
          <Hidden name="versi" value={String(version)} />
          <TextArea
            id="alasan"
            name="alasan"
            label="Alasan"
            hint="Tulis apa yang harus diperbaiki, supaya penyusunnya tahu."
            rows={3}
            required
            errors={errors}
            defaultValue={typeof typed === "string" ? typed : undefined}
          />
          <div>
            <Button variant="danger" name="maksud" value="kembalikan" icon="return-arrow">
              Kembalikan laporan
            </Button>
          </div>
        </form>
      </Disclosure>
    </section>
  );
}

/** Removes one photo or file; its form stands outside the report's own form. */
export function RemoveEvidence({ formId }: { formId: string }) {
  return (
    <Button form={formId} variant="quiet" icon="cross">
      Hapus
    </Button>
  );
}

export function RemoveEvidenceForms({ items, version }: { items: readonly EvidenceView[]; version: number }) {
  return items.map((item) => (
    <form key={item.id} id={`hapus-${item.id}`} method="post">
      <SubmitKey />
      <Hidden name="maksud" value="hapus-bukti" />
      <Hidden name="versi" value={String(version)} />
      <Hidden name="bukti" value={item.id} />
    </form>
  ));
}
