import { useForm } from "@conform-to/react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-fields.tsx";
import { choiceProps, formProps, summaryErrors } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormStack } from "#app/ui/form-layout.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden } from "#app/ui/text-fields.tsx";
import type { NoticeTarget } from "../breach-rules.ts";
import type { BreachRow } from "../breaches.server.ts";
import type { TellBreachInput } from "../input.ts";
import { MomentRow } from "./moment-row.tsx";

interface TellFormProps {
  breach: Pick<BreachRow, "version">;
  isNext: boolean;
  targets: readonly NoticeTarget[];
  titles: Record<NoticeTarget, string>;
  moment: { tanggal: string; jam: string };
  reply: FormReply | undefined;
}

/** Notes that somebody was told. */
export function TellForm({ breach, isNext, targets, titles, moment, reply }: TellFormProps) {
  const [form, fields] = useForm<TellBreachInput>({
    id: "pemberitahuan",
    lastResult: reply,
    defaultValue: moment,
  });
  return (
    <form {...formProps(form)} className="max-w-form">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <Hidden name="langkah" value="pemberitahuan" />
      <Hidden name="versi" value={String(breach.version)} />
      <FormStack>
        <RadioGroup
          {...choiceProps(fields.kepada)}
          label="Yang sudah diberi tahu"
          choices={targets.map((target) => ({ value: target, label: titles[target] }))}
          required
        />
        <MomentRow day={fields.tanggal} time={fields.jam} label="pemberitahuan" />
      </FormStack>
      <div className="mt-6">
        <Button variant={isNext ? "primary" : "secondary"} icon="send">
          Catat pemberitahuan
        </Button>
      </div>
    </form>
  );
}
