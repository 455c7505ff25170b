import { useForm } from "@conform-to/react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { Card, Disclosure } from "#app/ui/card.tsx";
import { formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { civilDateIn, formatDate, type ZoneName } from "#app/ui/format.ts";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden, TextArea } from "#app/ui/text-fields.tsx";
import type { LoadedIncoming } from "../load-incoming.server.ts";

type Given = LoadedIncoming["dispositions"][number];

interface DispositionListProps {
  dispositions: readonly Given[];
  today: string;
  zone: ZoneName;
  /** Account of whoever looks. */
  ownId: string;
  /** Answer to a refused report, and on which disposition. */
  reply: FormReply | undefined;
}

/** To whom a letter was passed on, with what and until when, and what came of it. */
export function DispositionList({ dispositions, today, zone, ownId, reply }: DispositionListProps) {
  const refused = reply?.initialValue?.disposisi;
  return (
    <ul className="flex flex-col gap-4">
      {dispositions.map((row) => (
        <li key={row.id}>
          <Card
            title={row.toTitles ? `${row.to}, ${row.toTitles}` : row.to}
            badge={<FollowBadge row={row} today={today} />}
          >
            <p className="max-w-text whitespace-pre-line">{row.instruction}</p>
            <p className="text-sm text-ink-soft">
              {`Dari ${row.from}, ${formatDate(civilDateIn(Date.parse(row.createdAt), zone))}`}
              {row.dueOn && `. Paling lambat ${formatDate(row.dueOn)}`}
            </p>
            {row.outcome && (
              <p className="max-w-text border-l-4 border-line pl-3 whitespace-pre-line">{row.outcome}</p>
            )}
            {row.mayReport &&
              (row.toAccountId === ownId || refused === row.id ? (
                <OutcomeForm row={row} reply={refused === row.id ? reply : undefined} />
              ) : (
                <Disclosure summary="Catat hasilnya">
                  <OutcomeForm row={row} reply={undefined} />
                </Disclosure>
              ))}
          </Card>
        </li>
      ))}
    </ul>
  );
}

function FollowBadge({ row, today }: { row: Given; today: string }) {
  if (row.doneAt) return <StatusBadge tone="good">Selesai</StatusBadge>;
  if (row.dueOn && row.dueOn < today) return <StatusBadge tone="bad">Terlambat</StatusBadge>;
  return <StatusBadge tone="waiting">Belum selesai</StatusBadge>;
}

function OutcomeForm({ row, reply }: { row: Given; reply: FormReply | undefined }) {
  const [form, fields] = useForm({
    id: `hasil-${row.id}`,
    lastResult: reply,
    defaultValue: { hasil: "" },
  });
  return (
    <form {...formProps(form)} className="flex max-w-form flex-col gap-3">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <Hidden name="disposisi" value={row.id} />
      <Hidden name="versi" value={String(row.version)} />
      <TextArea {...textProps(fields.hasil)} label="Hasilnya" rows={2} required />
      <div>
        <Button name="maksud" value="hasil" icon="check" variant="secondary">
          Selesai, simpan hasilnya
        </Button>
      </div>
    </form>
  );
}
