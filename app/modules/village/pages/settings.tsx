import { useLoaderData } from "react-router";
import { inLocalWords } from "#app/modules/accounts/words.ts";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TaskList } from "#app/ui/task-list.tsx";

const PAGES = [
  { href: "/kantor/mulai", title: "Persiapan awal", meta: "Langkah-langkah satu jam pertama." },
  {
    href: "/kantor/pengaturan/identitas",
    title: "Identitas desa",
    meta: "Lambang, alamat, nomor kantor, jam pelayanan.",
  },
  { href: "/kantor/pengaturan/kop", title: "Kop surat", meta: "Baris-baris di kepala surat dan laporan." },
  { href: "/kantor/pengaturan/wilayah", title: "Wilayah", meta: "Dusun, RW, dan RT." },
  {
    href: "/kantor/pengaturan/nomor",
    title: "Nomor terakhir buku",
    meta: "Supaya nomor baru melanjutkan buku kertas.",
  },
  {
    href: "/kantor/pengaturan/kertas",
    title: "Kertas dan cetak uji",
    meta: "F4 atau A4, diuji dengan penggaris.",
  },
  {
    href: "/kantor/pengaturan/waktu",
    title: "Waktu dan sebutan setempat",
    meta: "WIB, WITA, atau WIT; sebutan untuk desa, kepala desa, dan dusun.",
  },
];
const MODULES_PAGE = {
  href: "/kantor/pengaturan/modul",
  title: "Bagian yang dipakai",
  meta: "Menyalakan dan mematikan bagian Balai.",
};

const DATA_PAGE = {
  href: "/kantor/data-desa",
  title: "Data desa",
  meta: "Cadangan, ekspor lengkap, dan keluar dari Balai.",
};

export const loader = officeLoader(({ ctx, frame }) => ({
  mayTakeOut: ctx.actor.permissions.has("village.export"),
  maySwitch: ctx.actor.permissions.has("modules.switch"),
  terms: frame?.profile ?? null,
}));

export default function Settings() {
  const { maySwitch, mayTakeOut, terms } = useLoaderData<typeof loader>();
  const pages = [...PAGES, ...(maySwitch ? [MODULES_PAGE] : []), ...(mayTakeOut ? [DATA_PAGE] : [])];
  return (
    <>
      <title>Pengaturan</title>
      <PageHeader title="Pengaturan" lead="Yang berlaku untuk seluruh kantor desa." />
      <TaskList
        label="Halaman pengaturan"
        items={pages.map((page) => ({ key: page.href, ...page, meta: inLocalWords(page.meta, terms) }))}
      />
    </>
  );
}
