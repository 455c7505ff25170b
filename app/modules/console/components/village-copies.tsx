import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { formatFileSize } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { VillageFacts } from "../load-village.server.ts";
import { BACKUP_REASONS, BACKUP_STATES, ERASURE_REASONS } from "../words.ts";
import { Moment } from "./moment.tsx";
import { Part } from "./part.tsx";
import { Technical } from "./technical.tsx";

type Backup = VillageFacts["backups"][number];
type Restore = VillageFacts["restores"][number];

/** The last backups of a village. */
export function VillageBackups({ backups }: Pick<VillageFacts, "backups">) {
  return (
    <Part id="cadangan" title="Cadangan terakhir">
      <DataTable<Backup>
        caption="Cadangan terakhir"
        captionHidden
        rows={backups}
        rowKey={(row) => row.id}
        empty={
          <EmptyState icon="file" title="Belum ada cadangan">
            Cadangan pertama dibuat pada malam setelah desa mulai dipakai.
          </EmptyState>
        }
        columns={[
          { key: "at", label: "Waktu", rowHeader: true, render: (row) => <Moment at={row.takenAt} /> },
          { key: "reason", label: "Jenis", render: (row) => BACKUP_REASONS[row.reason] },
          {
            key: "state",
            label: "Keadaan",
            render: (row) =>
              row.error ? (
                <>
                  {BACKUP_STATES[row.state]}: <Technical>{row.error}</Technical>
                </>
              ) : (
                BACKUP_STATES[row.state]
              ),
          },
          {
            key: "size",
            label: "Ukuran",
            align: "end",
            render: (row) => (row.sizeBytes === null ? null : formatFileSize(row.sizeBytes)),
          },
        ]}
      />
    </Part>
  );
}

/** Restores that were, if any. */
export function VillageRestores({ restores }: Pick<VillageFacts, "restores">) {
  if (restores.length === 0) return null;
  return (
    <Part id="pemulihan" title="Pemulihan">
      <DataTable<Restore>
        caption="Pemulihan"
        captionHidden
        rows={restores}
        rowKey={(row) => row.id}
        columns={[
          { key: "at", label: "Waktu", rowHeader: true, render: (row) => <Moment at={row.at} /> },
          { key: "to", label: "Keadaan pada", render: (row) => <Moment at={row.restoredTo} /> },
          { key: "by", label: "Oleh", render: (row) => row.askedBy },
        ]}
      />
    </Part>
  );
}

/** What became of the data of a village that is no more. */
export function VillageErasure({ erasure }: Pick<VillageFacts, "erasure">) {
  if (!erasure) return null;
  const { reason, askedBy, startedAt, finishedAt } = erasure;
  return (
    <Notice
      tone={finishedAt ? "info" : "warning"}
      title={finishedAt ? "Data desa ini sudah dihapus" : "Data desa ini sedang dihapus"}
    >
      <p>
        Karena {ERASURE_REASONS[reason]}, oleh {askedBy}. Dimulai <Moment at={startedAt} />
        {finishedAt && (
          <>
            , selesai <Moment at={finishedAt} />
          </>
        )}
        .
      </p>
    </Notice>
  );
}
