import { Tabs } from "#app/ui/tabs.tsx";

const BASE = "/kantor/halaman-desa";
const PARTS = [
  { href: BASE, label: "Berita dan pengumuman" },
  { href: `${BASE}/agenda`, label: "Agenda" },
  { href: `${BASE}/anggaran`, label: "Anggaran" },
  { href: `${BASE}/kontak`, label: "Kontak" },
] as const;
const DOMAIN = { href: "/kantor/alamat-sendiri", label: "Alamat sendiri" } as const;

export type PortalPart = (typeof PARTS)[number]["href"] | (typeof DOMAIN)["href"];

/** The parts of the village's public face; its own address only for who may set it. */
export function PortalTabs({ current, withDomain }: { current: PortalPart; withDomain: boolean }) {
  const parts = withDomain ? [...PARTS, DOMAIN] : PARTS;
  return (
    <Tabs label="Halaman desa" items={parts.map((part) => ({ ...part, current: part.href === current }))} />
  );
}
