import { useForm } from "@conform-to/react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choice-fields.tsx";
import { checkboxProps, formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormStack } from "#app/ui/form-layout.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden, NumberField, TextArea } from "#app/ui/text-fields.tsx";
import type { BreachRow } from "../breaches.server.ts";
import type { DescribeBreachInput } from "../input.ts";

interface DescribeFormProps {
  breach: BreachRow;
  /** Is this the step that comes next? */
  isNext: boolean;
  reply: FormReply | undefined;
}

/** First step of a breach: what the notices must say. What is not known yet may stay empty. */
export function DescribeForm({ breach, isNext, reply }: DescribeFormProps) {
  const [form, fields] = useForm<DescribeBreachInput>({
    id: "uraian",
    lastResult: reply,
    defaultValue: {
      kejadian: breach.what,
      data: breach.whose ?? "",
      bagaimana: breach.how ?? "",
      jumlah: breach.personCount === null ? "" : String(breach.personCount),
      penanganan: breach.handling ?? "",
      umum: breach.needsPublicNotice ? "on" : "",
    },
  });
  return (
    <form {...formProps(form)} className="max-w-form" aria-labelledby="langkah-1">
      <h2 id="langkah-1" className="mb-4 text-lg">
        1. Uraian kejadian
      </h2>
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <Hidden name="langkah" value="uraian" />
      <Hidden name="versi" value={String(breach.version)} />
      <FormStack>
        <TextArea {...textProps(fields.kejadian)} label="Apa yang terjadi" required />
        <TextArea
          {...textProps(fields.data)}
          label="Data apa dan milik siapa"
          hint="Misalnya: nama dan nomor telepon perangkat desa."
          rows={3}
        />
        <TextArea {...textProps(fields.bagaimana)} label="Bagaimana terjadinya" rows={3} />
        <NumberField {...textProps(fields.jumlah)} label="Banyaknya orang yang terkena" suffix="orang" />
        <TextArea
          {...textProps(fields.penanganan)}
          label="Penanganan dan pemulihan"
          hint="Apa yang sudah dan akan dilakukan."
          rows={3}
        />
        <Checkbox
          {...checkboxProps(fields.umum)}
          label="Masyarakat juga perlu diberi tahu, karena pelayanan terganggu atau dampaknya besar."
        />
      </FormStack>
      <div className="mt-6">
        <Button variant={isNext ? "primary" : "secondary"} icon="check">
          Simpan uraian
        </Button>
      </div>
    </form>
  );
}
