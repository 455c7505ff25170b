import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { formatNumber } from "#app/ui/format.ts";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import type { loadJobs } from "../load-jobs.server.ts";
import { LATE_MINUTES } from "../rules.ts";
import { signupStep, sweepName, workTitle } from "../words.ts";
import { Moment } from "./moment.tsx";
import { Part } from "./part.tsx";
import { Technical } from "./technical.tsx";

type Jobs = Awaited<ReturnType<typeof loadJobs>>;

function VillageLink({ id, name }: { id: string; name: string | null }) {
  return (
    <a href={`/operator/desa/${id}`} className="inline-flex min-h-11 items-center">
      {name ?? id}
    </a>
  );
}

/** Work that no sweep has taken up in time, the oldest first. */
export function LateWork({ late, lateCount }: Pick<Jobs, "late" | "lateCount">) {
  return (
    <Part id="terlambat" title={`Terlambat (${formatNumber(lateCount)})`}>
      <DataTable<Jobs["late"][number]>
        caption="Terlambat"
        captionHidden
        rows={late}
        rowKey={(row) => `${row.villageId} ${row.kind}`}
        empty={
          <EmptyState icon="check-circle" title="Tidak ada yang terlambat">
            Pekerjaan yang lewat {LATE_MINUTES} menit dari waktunya tampil di sini. Bila banyak, periksa
            apakah penyapuan berjalan.
          </EmptyState>
        }
        columns={[
          {
            key: "village",
            label: "Desa",
            rowHeader: true,
            render: (row) => <VillageLink id={row.villageId} name={row.village} />,
          },
          { key: "kind", label: "Pekerjaan", render: (row) => workTitle(row.kind) },
          { key: "due", label: "Seharusnya", render: (row) => <Moment at={row.dueAt} /> },
          { key: "tries", label: "Gagal", render: (row) => `${row.attempts} kali` },
        ]}
      />
    </Part>
  );
}

/** Sign-ups that are on their way; nothing where there is none. */
export function OpenSignups({ signups }: Pick<Jobs, "signups">) {
  if (signups.length === 0) return null;
  return (
    <Part id="pendaftaran" title="Pendaftaran yang belum selesai">
      <DataTable<Jobs["signups"][number]>
        caption="Pendaftaran yang belum selesai"
        captionHidden
        rows={signups}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "village",
            label: "Desa",
            rowHeader: true,
            render: (row) => <VillageLink id={row.villageId} name={row.village} />,
          },
          { key: "step", label: "Sampai langkah", render: (row) => signupStep(row.step) },
          { key: "since", label: "Sejak", render: (row) => <Moment at={row.createdAt} /> },
          { key: "tries", label: "Percobaan", render: (row) => formatNumber(row.attempts) },
          {
            key: "error",
            label: "Sebab",
            render: (row) => row.lastError && <Technical>{row.lastError}</Technical>,
          },
        ]}
      />
    </Part>
  );
}

/** The last sweeps: one that has no end was cut off or is under way. */
export function Sweeps({ runs }: Pick<Jobs, "runs">) {
  return (
    <Part id="penyapuan" title="Penyapuan terakhir">
      <DataTable<Jobs["runs"][number]>
        caption="Penyapuan terakhir"
        captionHidden
        rows={runs}
        rowKey={(row) => row.id}
        empty={
          <EmptyState icon="clock" title="Belum ada penyapuan">
            Penyapuan berjalan setiap lima menit. Bila tetap kosong, jadwalnya tidak menyala.
          </EmptyState>
        }
        columns={[
          { key: "at", label: "Waktu", rowHeader: true, render: (row) => <Moment at={row.startedAt} /> },
          { key: "sweep", label: "Penyapuan", render: (row) => sweepName(row.sweep) },
          { key: "claimed", label: "Diambil", render: (row) => formatNumber(row.claimed) },
          { key: "end", label: "Akhir", render: (row) => <RunEnd {...row} /> },
        ]}
      />
    </Part>
  );
}

function RunEnd({ error, finishedAt }: { error: string | null; finishedAt: string | null }) {
  if (error)
    return (
      <>
        <StatusBadge tone="bad">Gagal</StatusBadge> <Technical>{error}</Technical>
      </>
    );
  if (finishedAt === null) return <StatusBadge tone="waiting">Belum selesai atau terputus</StatusBadge>;
  return <StatusBadge tone="good">Selesai</StatusBadge>;
}
