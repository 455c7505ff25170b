import { useLoaderData } from "react-router";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { deadlineState, deadlineText } from "#app/platform/privacy/deadline-rules.ts";
import { StatGrid, StatTile } from "#app/ui/card.tsx";
import { formatDate, formatDateTime, formatNumber } from "#app/ui/format.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { DeadlineBadge } from "../components/deadline-badge.tsx";
import { loadOverview, OVERVIEW_DAYS } from "../load-overview.server.ts";

export const loader = officeLoader(async ({ ctx }) => ({
  ...(await loadOverview(ctx)),
  days: OVERVIEW_DAYS,
}));

type Overview = Awaited<ReturnType<typeof loadOverview>>;

function TermsBadge({ terms }: Pick<Overview, "terms">) {
  if (terms.state === "accepted") return <StatusBadge tone="good">Disetujui</StatusBadge>;
  if (terms.state === "renew")
    return <StatusBadge tone="waiting">Versi baru, sebelum {formatDate(terms.until)}</StatusBadge>;
  return <StatusBadge tone="bad">Belum disetujui</StatusBadge>;
}

function openMeta({ open, firstDueAt }: Overview["requests"], now: string, nothing: string): string {
  if (!firstDueAt) return nothing;
  return `${open} belum selesai, ${deadlineText(firstDueAt, new Date(now))}.`;
}

function openBadge({ firstDueAt }: Overview["requests"], now: string) {
  return firstDueAt && deadlineState(firstDueAt, new Date(now)) !== "ahead" ? (
    <DeadlineBadge dueAt={firstDueAt} now={now} />
  ) : undefined;
}

export default function OverviewPage() {
  const { access, requests, breaches, terms, lastRunAt, mayDecide, now, zone, days } =
    useLoaderData<typeof loader>();
  const log = "/kantor/data-pribadi/akses";
  const items = [
    {
      href: "/kantor/data-pribadi/permintaan",
      title: "Permintaan orang atas datanya",
      meta: openMeta(requests, now, "Melihat, memperbaiki, atau menghapus data; dijawab dalam 3 x 24 jam."),
      badge: openBadge(requests, now),
    },
    {
      href: "/kantor/data-pribadi/insiden",
      title: "Kegagalan pelindungan data",
      meta: openMeta(
        breaches,
        now,
        "Data bocor, hilang, atau diubah tanpa hak; diberitahukan dalam 3 x 24 jam.",
      ),
      badge: openBadge(breaches, now),
    },
    {
      href: "/kantor/data-pribadi/perjanjian",
      title: "Perjanjian pemrosesan data",
      meta: "Antara desa dan pengelola Balai.",
      badge: <TermsBadge terms={terms} />,
    },
    {
      href: "/kantor/data-pribadi/masa-simpan",
      title: "Masa simpan",
      meta: lastRunAt
        ? `Terakhir diperiksa ${formatDateTime(Date.parse(lastRunAt), zone)}.`
        : "Berapa lama setiap jenis data disimpan.",
    },
    { href: log, title: "Log akses", meta: "Siapa melihat data siapa, dan kapan." },
  ];
  const limits = {
    href: "/kantor/data-pribadi/batas",
    title: "Batas kewajaran",
    meta: "Kapan banyaknya akses diberitahukan kepada pimpinan desa.",
  };
  return (
    <>
      <title>Data pribadi</title>
      <PageHeader
        title="Data pribadi"
        lead="Desa bertanggung jawab atas data pribadi yang disimpannya (UU 27/2022)."
      />
      <section aria-labelledby="akses" className="mb-8 flex flex-col gap-4">
        <h2 id="akses" className="text-lg">
          Akses {days} hari terakhir
        </h2>
        <StatGrid>
          <StatTile
            label="Data terlindung dilihat"
            value={formatNumber(access.reveal)}
            href={`${log}?jenis=reveal`}
          />
          <StatTile
            label="Catatan pribadi dibuka"
            value={formatNumber(access.open)}
            href={`${log}?jenis=open`}
          />
          <StatTile label="Ekspor" value={formatNumber(access.export)} href={`${log}?jenis=export`} />
          <StatTile
            label="Di luar kebiasaan"
            value={formatNumber(access.unusual)}
            href={`${log}?jenis=unusual`}
          />
        </StatGrid>
      </section>
      <TaskList
        label="Bagian data pribadi"
        items={(mayDecide ? [...items, limits] : items).map((item) => ({ key: item.href, ...item }))}
      />
    </>
  );
}
