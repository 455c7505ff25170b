import { BarChart } from "../bar-chart.tsx";
import { ButtonLink } from "../button.tsx";
import { Select } from "../choice-fields.tsx";
import { DataTable } from "../data-table.tsx";
import { FilterBar } from "../filter-bar.tsx";
import { MonthStrip } from "../month-strip.tsx";
import { Pagination } from "../pagination.tsx";
import { ProgressBar, TripleProgress } from "../progress.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { Tabs } from "../tabs.tsx";
import { DateTimeText, Money, Percent } from "../text.tsx";
import { TextField } from "../text-fields.tsx";
import { Timeline } from "../timeline.tsx";
import { YearCalendar } from "../year-calendar.tsx";
import { GalleryPart } from "./gallery-part.tsx";

const ROWS = [
  { id: "1", name: "Digitalisasi Layanan Administrasi", budget: 45_000_000, physical: 62.5, late: false },
  { id: "2", name: "Pelatihan Perangkat Desa", budget: 18_500_000, physical: 128, late: false },
  {
    id: "3",
    name: "Pendataan Ulang dan Pemutakhiran Data Tanah",
    budget: 31_000_000,
    physical: 12,
    late: true,
  },
];

export function TableGallery() {
  return (
    <GalleryPart title="Daftar">
      <Tabs
        label="Bagian program kerja"
        items={[
          { href: "#daftar", label: "Kegiatan", current: true, count: 14 },
          { href: "#kalender", label: "Kalender" },
          { href: "#kemajuan", label: "Kemajuan" },
          { href: "#riwayat", label: "Riwayat" },
        ]}
      />
      <FilterBar resetHref="#semua">
        <TextField id="g-cari" name="cari" label="Nama kegiatan" defaultValue="data" width="short" plain />
        <Select
          id="g-status"
          name="status"
          label="Status"
          plain
          width="short"
          options={[{ value: "", label: "Semua" }]}
        />
      </FilterBar>
      <ActivityTable />
      <Pagination previousHref="#sebelum" nextHref="#sesudah" summary="Menampilkan 3 dari 14 kegiatan" />
    </GalleryPart>
  );
}

export function FigureGallery() {
  return (
    <GalleryPart title="Kemajuan dan waktu">
      <TripleProgress
        physical={38}
        financial={45.25}
        elapsed={50}
        behind="Tertinggal 12 poin dari waktu berjalan."
      />
      <ProgressBar label="Peserta pelatihan terlatih" percent={128} />
      <ProgressBar label="Belum dilaporkan" percent={null} />
      <MonthStrip months={[2, 3, 4, 9]} now={3} />
      <CalendarExample />
      <ChartExample />
      <HistoryExample />
    </GalleryPart>
  );
}

function ActivityTable() {
  return (
    <DataTable
      caption="Kegiatan program kerja 2027"
      rows={ROWS}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "name",
          label: "Kegiatan",
          rowHeader: true,
          render: (row) => <a href={`#${row.id}`}>{row.name}</a>,
        },
        {
          key: "status",
          label: "Status",
          render: (row) =>
            row.late ? (
              <StatusBadge tone="warn">Tertinggal</StatusBadge>
            ) : (
              <StatusBadge tone="good">Lancar</StatusBadge>
            ),
        },
        { key: "budget", label: "Pagu", align: "end", render: (row) => <Money rupiah={row.budget} /> },
        {
          key: "physical",
          label: "Fisik",
          align: "end",
          render: (row) => <Percent value={row.physical} />,
        },
        {
          key: "action",
          label: "Tindakan",
          labelHidden: true,
          align: "end",
          render: (row) => <ButtonLink href={`#ubah-${row.id}`}>Lapor</ButtonLink>,
        },
      ]}
      footer={{ name: "Jumlah", budget: <Money rupiah={94_500_000} /> }}
    />
  );
}

function CalendarExample() {
  return (
    <YearCalendar
      caption="Kalender kegiatan 2027"
      words={{ due: "laporan jatuh tempo" }}
      rows={[
        {
          key: "1",
          label: "Pelatihan Perangkat Desa",
          href: "#1",
          cells: { 1: { mark: "done" }, 2: { mark: "done" }, 3: { mark: "running" }, 4: { mark: "due" } },
        },
        {
          key: "2",
          label: "Pendataan Ulang dan Pemutakhiran Data Tanah",
          cells: {
            2: { mark: "late" },
            3: { mark: "late" },
            8: { mark: "planned" },
            9: { mark: "planned" },
          },
        },
      ]}
    />
  );
}

function ChartExample() {
  return (
    <BarChart
      title="Peserta pelatihan per triwulan"
      labelHead="Triwulan"
      valueHead="Peserta"
      bars={[
        { label: "I", value: 12, target: 10 },
        { label: "II", value: 8, target: 15 },
        { label: "III", value: 20, target: 20 },
        { label: "IV", value: 0, target: 25 },
      ]}
    />
  );
}

function HistoryExample() {
  return (
    <Timeline
      label="Riwayat"
      items={[
        {
          key: "3",
          title: "Disetujui oleh Lalu Mahsun, Kepala Desa",
          at: <DateTimeText at={Date.UTC(2026, 10, 24, 0, 30)} zone="WITA" />,
          icon: "check",
          tone: "good",
        },
        {
          key: "2",
          title: "Dikembalikan oleh Lalu Mahsun, Kepala Desa",
          at: <DateTimeText at={Date.UTC(2026, 10, 20, 3, 5)} zone="WITA" />,
          note: "Pagu lebih besar dari APBDes. Mohon disesuaikan dengan kode 1.1.90.",
          icon: "return-arrow",
          tone: "warn",
        },
        {
          key: "1",
          title: "Diajukan oleh Sulastri, Kasi Pemerintahan",
          at: <DateTimeText at={Date.UTC(2026, 10, 19, 1, 0)} zone="WITA" />,
          icon: "send",
        },
      ]}
    />
  );
}
