import { useForm } from "@conform-to/react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/card.tsx";
import { formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { EndForm } from "#app/ui/end-form.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden, TextArea } from "#app/ui/text-fields.tsx";

interface DecidePartProps {
  version: number;
  mayGrant: boolean;
  mayRefuse: boolean;
  /** Neighbours did not all agree, so that granting needs a reason. */
  needsReason: boolean;
  isRecommendation: boolean;
  replies: { grant: FormReply | undefined; refuse: FormReply | undefined };
}

/** Who decides says yes, or no with a reason. */
export function DecidePart(props: DecidePartProps) {
  const { version, mayGrant, mayRefuse, needsReason, isRecommendation, replies } = props;
  if (!mayGrant && !mayRefuse) return null;
  return (
    <section aria-labelledby="putusan" className="flex max-w-text flex-col gap-4">
      <h2 id="putusan" className="text-lg">
        Keputusan
      </h2>
      {mayGrant && (
        <GrantForm
          version={version}
          needsReason={needsReason}
          label={isRecommendation ? "Rekomendasikan" : "Izinkan"}
          reply={replies.grant}
        />
      )}
      {mayRefuse && (
        <Disclosure summary="Tolak permohonan" open={replies.refuse !== undefined}>
          <EndForm intent="tolak" version={version} rows={2} reply={replies.refuse}>
            Tolak
          </EndForm>
        </Disclosure>
      )}
    </section>
  );
}

function GrantForm({
  version,
  needsReason,
  label,
  reply,
}: {
  version: number;
  needsReason: boolean;
  label: string;
  reply: FormReply | undefined;
}) {
  const [form, fields] = useForm({ id: "izinkan", lastResult: reply, defaultValue: { catatan: "" } });
  return (
    <form {...formProps(form)} className="flex flex-col gap-4">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <Hidden name="versi" value={String(version)} />
      <TextArea
        {...textProps(fields.catatan)}
        label={needsReason ? "Alasan tetap diizinkan" : "Catatan pada izin"}
        hint={needsReason ? "Persetujuan tetangga belum lengkap." : "Dicetak pada suratnya."}
        rows={2}
        required={needsReason}
      />
      <div>
        <Button name="maksud" value="izinkan" icon="check">
          {label}
        </Button>
      </div>
    </form>
  );
}
