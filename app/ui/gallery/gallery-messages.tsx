import { Button, ButtonLink } from "../button.tsx";
import { Card, CardGrid, Disclosure, StatGrid, StatTile } from "../card.tsx";
import { DefinitionList } from "../definition-list.tsx";
import { EmptyState } from "../empty-state.tsx";
import { ICON_NAMES, Icon } from "../icons.tsx";
import { Flash, Notice } from "../notice.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { TaskList } from "../task-list.tsx";
import { DateText, Money, Percent } from "../text.tsx";
import { GalleryPart } from "./gallery-part.tsx";

export function MessageGallery() {
  return (
    <GalleryPart title="Pesan dan keadaan">
      <Flash next={{ href: "#langkah", label: "Tentukan pelaksana kegiatan" }}>
        Program kerja 2027 sudah dibuka dengan 14 kegiatan.
      </Flash>
      <Notice title="Desa belum terverifikasi">
        Halaman umum baru terbuka setelah pendaftaran desa diperiksa oleh kabupaten.
      </Notice>
      <Notice
        tone="warning"
        title="Laporan triwulan I jatuh tempo 5 April 2027"
        actions={<ButtonLink href="#lapor">Isi laporan</ButtonLink>}
      >
        Tiga kegiatan belum dilaporkan.
      </Notice>
      <Notice tone="danger" title="Perubahan tidak tersimpan">
        Kegiatan ini baru saja diubah oleh Baharuddin. Buka lagi halamannya, lalu ulangi perubahan Anda.
      </Notice>
      <StatusExamples />
      <EmptyState
        icon="calendar"
        title="Belum ada program kerja tahun 2028"
        action={
          <Button type="button" icon="plus">
            Buka program kerja 2028
          </Button>
        }
      >
        Di sini tersusun kegiatan Kasi Pemerintahan selama satu tahun. Balai menyiapkan empat program dan
        empat belas kegiatan sebagai awal.
      </EmptyState>
    </GalleryPart>
  );
}

export function CardGallery() {
  return (
    <GalleryPart title="Kartu, angka, dan daftar tugas">
      <StatGrid>
        <StatTile label="Kegiatan" value="14" hint="4 program" href="#kegiatan" icon="list" />
        <StatTile label="Fisik" value={<Percent value={42.35} />} hint="per 31 Maret 2027" />
        <StatTile label="Belanja" value="Rp48,2 juta" hint="dari Rp120 juta" />
        <StatTile label="Tertinggal" value="2" hint="lebih dari 10 poin" />
      </StatGrid>
      <TaskExamples />
      <CardExamples />
      <DefinitionList
        items={[
          { term: "Kode kegiatan APBDes", value: "1.1.90" },
          { term: "Pagu anggaran", value: <Money rupiah={1_250_000} /> },
          { term: "Mulai", value: <DateText date="2027-02-01" /> },
          { term: "Dasar hukum", value: null },
        ]}
      />
      <Disclosure summary="Kembalikan dengan alasan">
        <p>Bagian yang dibuka dengan satu ketukan, misalnya formulir alasan.</p>
      </Disclosure>
      <IconSheet />
    </GalleryPart>
  );
}

function StatusExamples() {
  return (
    <div className="flex flex-wrap gap-2">
      <StatusBadge>Konsep</StatusBadge>
      <StatusBadge tone="waiting">Menunggu persetujuan</StatusBadge>
      <StatusBadge tone="good">Disetujui</StatusBadge>
      <StatusBadge tone="good" icon="play">
        Berjalan
      </StatusBadge>
      <StatusBadge tone="warn">Tertinggal</StatusBadge>
      <StatusBadge tone="warn" icon="return-arrow">
        Dikembalikan
      </StatusBadge>
      <StatusBadge tone="bad">Dibatalkan</StatusBadge>
      <StatusBadge icon="lock">Ditutup</StatusBadge>
    </div>
  );
}

function TaskExamples() {
  return (
    <TaskList
      label="Menunggu Anda"
      items={[
        {
          key: "a",
          href: "#a",
          title: "Pelatihan Perangkat Desa",
          meta: "Laporan triwulan I, diajukan oleh Sulastri",
          badge: <StatusBadge tone="waiting">Menunggu persetujuan</StatusBadge>,
        },
        {
          key: "b",
          href: "#b",
          title: "Pendataan Ulang dan Pemutakhiran Data Tanah",
          meta: "3 hari lagi",
          badge: <StatusBadge tone="warn">Tertinggal</StatusBadge>,
        },
        {
          key: "c",
          href: "#c",
          title: "Lengkapi kop surat dan lambang kabupaten",
          meta: "Langkah awal 2 dari 6",
        },
      ]}
    />
  );
}

function CardExamples() {
  return (
    <CardGrid>
      <Card
        title="Forum Diskusi Warga"
        href="#forum"
        badge={<StatusBadge tone="good">Disetujui</StatusBadge>}
        actions={<ButtonLink href="#forum-ubah">Ubah</ButtonLink>}
      >
        <p>Empat pertemuan, satu setiap triwulan, di setiap dusun bergantian.</p>
      </Card>
      <Card title="Kartu tanpa tautan">
        <p className="text-ink-soft">Isi kartu mengikuti kebutuhan halaman.</p>
      </Card>
    </CardGrid>
  );
}

function IconSheet() {
  return (
    <ul aria-label="Gambar" className="flex flex-wrap gap-4">
      {ICON_NAMES.map((name) => (
        <li key={name} className="flex w-16 flex-col items-center text-center text-sm">
          <Icon name={name} className="size-6" />
          {name}
        </li>
      ))}
    </ul>
  );
}
