import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Disclosure } from "#app/ui/card.tsx";
import { formatMoney } from "#app/ui/format.ts";
import { isPlaceKind, type PermitKind } from "../permit-rules.ts";
import { DECIDER_WORDS } from "../words.ts";
import { AnswerForm, DayForm, HandForm, ReturnForm } from "./step-forms.tsx";

interface NextStepsProps {
  permit: { kind: PermitKind; version: number; deposit: number };
  today: string;
  may: Record<"pay" | "open" | "return" | "refund" | "handOver" | "answer", boolean>;
  replyTo: (part: string) => FormReply | undefined;
}

/** What comes after the decision: deposit, place, hand-over, answer. */
export function NextSteps({ permit, today, may, replyTo }: NextStepsProps) {
  if (!Object.values(may).some(Boolean)) return null;
  const props = (part: string) => ({ version: permit.version, today, reply: replyTo(part) });
  return (
    <section aria-labelledby="langkah" className="flex max-w-text flex-col gap-6">
      <h2 id="langkah" className="text-lg">
        Langkah berikutnya
      </h2>
      {may.pay && (
        <DayForm
          {...props("bayar")}
          value="bayar"
          label="Catat jaminan diterima"
          dayLabel={`Jaminan ${formatMoney(permit.deposit)} diterima`}
        />
      )}
      {may.open && (
        <DayForm
          {...props("buka")}
          value="buka"
          label="Catat tempat diserahkan"
          dayLabel="Tempat diserahkan"
        />
      )}
      {may.handOver && <HandForm {...props("serah")} decider={DECIDER_WORDS[permit.kind] ?? ""} />}
      {may.answer && <AnswerForm {...props("jawab")} />}
      {may.return && may.open && (
        <Disclosure summary="Tempat sudah kembali" open={replyTo("kembali") !== undefined}>
          <ReturnForm {...props("kembali")} isPlace />
        </Disclosure>
      )}
      {may.return && !may.open && <ReturnForm {...props("kembali")} isPlace={isPlaceKind(permit.kind)} />}
      {may.refund && (
        <DayForm
          {...props("jaminan")}
          value="jaminan"
          label="Catat jaminan kembali"
          dayLabel="Jaminan dikembalikan"
        />
      )}
    </section>
  );
}
