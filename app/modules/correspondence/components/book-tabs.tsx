import { Tabs } from "#app/ui/tabs.tsx";

const PARTS = [
  { href: "/kantor/buku/masuk", label: "Surat masuk" },
  { href: "/kantor/buku/keluar", label: "Surat keluar" },
  { href: "/kantor/buku/ekspedisi", label: "Ekspedisi" },
  { href: "/kantor/buku/agenda", label: "Buku Agenda" },
] as const;

/** The books of the office. */
export function BookTabs({ current }: { current: (typeof PARTS)[number]["href"] }) {
  return (
    <Tabs label="Surat dan buku" items={PARTS.map((part) => ({ ...part, current: part.href === current }))} />
  );
}
