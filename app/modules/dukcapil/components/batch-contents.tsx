import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { formatDate } from "#app/ui/format.ts";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden } from "#app/ui/text-fields.tsx";
import type { BatchContent } from "../load-batch.server.ts";
import { FormStateBadge } from "./state-badges.tsx";

/** What a batch holds or held, and what came of each. */
export function BatchContents({
  contents,
  batchId,
  version,
  mayRemove,
}: {
  contents: readonly BatchContent[];
  batchId: string;
  version: number;
  mayRemove: boolean;
}) {
  return (
    <DataTable
      caption="Isi berkas"
      rows={contents}
      rowKey={({ id }) => id}
      empty="Berkas ini kosong."
      columns={[
        {
          key: "nama",
          label: "Nama",
          rowHeader: true,
          render: ({ id, personName }) => <a href={`/kantor/dukcapil/${id}`}>{personName}</a>,
        },
        { key: "lembar", label: "Lembar data", render: ({ form }) => form },
        { key: "keadaan", label: "Keadaan", render: (row) => <Outcome row={row} batchId={batchId} /> },
        ...(mayRemove
          ? [
              {
                key: "keluarkan",
                label: "Tindakan",
                labelHidden: true,
                render: ({ id, personName }: BatchContent) => (
                  <form method="post">
                    <SubmitKey />
                    <Hidden name="versi" value={String(version)} />
                    <Hidden name="keluar" value={id} />
                    <Button name="maksud" value="keluarkan" variant="quiet">
                      Keluarkan<span className="sr-only">{` ${personName}`}</span>
                    </Button>
                  </form>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function Outcome({ row, batchId }: { row: BatchContent; batchId: string }) {
  const { outcome, outcomeOn, reason, state, isHere } = row;
  const day = outcomeOn ? ` ${formatDate(outcomeOn)}` : "";
  if (outcome === "returned") return `Dikembalikan${day}: ${reason}`;
  if (outcome === "finished") return `Selesai${day}`;
  return isHere === batchId ? <FormStateBadge state={state} /> : null;
}
