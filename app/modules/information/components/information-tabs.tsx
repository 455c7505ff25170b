import { Tabs } from "#app/ui/tabs.tsx";

const BASE = "/kantor/informasi";
const PARTS = [
  { href: BASE, label: "Permohonan" },
  { href: `${BASE}/dokumen`, label: "Daftar informasi" },
  { href: `${BASE}/libur`, label: "Hari libur" },
] as const;

/** The parts of public information. */
export function InformationTabs({ current }: { current: (typeof PARTS)[number]["href"] }) {
  return (
    <Tabs
      label="Informasi publik"
      items={PARTS.map((part) => ({ ...part, current: part.href === current }))}
    />
  );
}
