import { useForm } from "@conform-to/react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/card.tsx";
import { RadioGroup } from "#app/ui/choice-fields.tsx";
import { choiceProps, formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FieldRow, FormStack } from "#app/ui/form-layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden, TextField } from "#app/ui/text-fields.tsx";

interface Consent {
  id: string;
  neighbour: string;
  side: string | null;
  agrees: boolean;
  reason: string | null;
}

interface ConsentPartProps {
  consents: readonly Consent[];
  isNeeded: boolean;
  lacks: boolean;
  mayWrite: boolean;
  reply: FormReply | undefined;
}

/** What neighbours said, and a form for the next of them. */
export function ConsentPart({ consents, isNeeded, lacks, mayWrite, reply }: ConsentPartProps) {
  if (!isNeeded && consents.length === 0 && !mayWrite) return null;
  return (
    <section aria-labelledby="tetangga" className="flex max-w-text flex-col gap-4">
      <h2 id="tetangga" className="text-lg">
        Persetujuan tetangga
      </h2>
      {isNeeded && lacks && mayWrite && (
        <Notice tone="warning">
          Jenis izin ini memerlukan persetujuan tetangga, dan persetujuannya belum lengkap.
        </Notice>
      )}
      {consents.length === 0 && (!isNeeded || !mayWrite) && (
        <p className="text-ink-soft">
          {isNeeded ? "Tidak ada pernyataan yang dicatat." : "Tidak diwajibkan untuk jenis izin ini."}
        </p>
      )}
      {consents.length > 0 && (
        <ul className="flex flex-col gap-3">
          {consents.map((consent) => (
            <ConsentRow key={consent.id} consent={consent} mayWrite={mayWrite} />
          ))}
        </ul>
      )}
      {mayWrite && (
        <Disclosure summary="Catat pernyataan tetangga" open={reply !== undefined}>
          <ConsentForm reply={reply} />
        </Disclosure>
      )}
    </section>
  );
}

function ConsentRow({ consent, mayWrite }: { consent: Consent; mayWrite: boolean }) {
  const { id, neighbour, side, agrees, reason } = consent;
  return (
    <li className="flex flex-wrap items-center gap-3 border-line border-b pb-3">
      <span className="min-w-0 flex-1">
        {[neighbour, side].filter(Boolean).join(", ")}
        {reason && <span className="block text-ink-soft">{reason}</span>}
      </span>
      <StatusBadge tone={agrees ? "good" : "bad"}>{agrees ? "Setuju" : "Tidak setuju"}</StatusBadge>
      {mayWrite && (
        <form method="post">
          <SubmitKey />
          <Hidden name="pernyataan" value={id} />
          <Button name="maksud" value="hapus-setuju" variant="quiet">
            Hapus<span className="sr-only">{` pernyataan ${neighbour}`}</span>
          </Button>
        </form>
      )}
    </li>
  );
}

function ConsentForm({ reply }: { reply: FormReply | undefined }) {
  const [form, fields] = useForm({
    id: "setuju",
    lastResult: reply,
    defaultValue: { tetangga: "", sisi: "", jawaban: "setuju", alasan: "" },
  });
  return (
    <form {...formProps(form)} className="flex flex-col gap-4">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <FormStack>
        <FieldRow>
          <TextField {...textProps(fields.tetangga)} label="Nama tetangga" autoComplete="off" required />
          <TextField {...textProps(fields.sisi)} label="Di sebelah" hint="Misalnya utara, atau depan." />
        </FieldRow>
        <RadioGroup
          {...choiceProps(fields.jawaban)}
          label="Jawabannya"
          choices={[
            { value: "setuju", label: "Setuju" },
            { value: "tidak", label: "Tidak setuju" },
          ]}
          columns={2}
          required
        />
        <TextField {...textProps(fields.alasan)} label="Alasan bila tidak setuju" />
      </FormStack>
      <div>
        <Button name="maksud" value="setuju" icon="plus">
          Simpan pernyataan
        </Button>
      </div>
    </form>
  );
}
