import { Tabs } from "#app/ui/tabs.tsx";

const BASE = "/kantor/penduduk";
const PARTS = [
  { key: "people", href: BASE, label: "Penduduk" },
  { key: "families", href: `${BASE}/keluarga`, label: "Kartu keluarga" },
  { key: "events", href: `${BASE}/mutasi`, label: "Mutasi" },
  { key: "balance", href: `${BASE}/rekapitulasi`, label: "Rekapitulasi" },
  { key: "import", href: `${BASE}/impor`, label: "Impor" },
] as const;

/** The parts of the register; the import for those who may. */
export function RegisterTabs({ current, mayImport }: { current: "people" | "families"; mayImport: boolean }) {
  const parts = PARTS.filter(({ key }) => key !== "import" || mayImport);
  return (
    <Tabs
      label="Bagian buku penduduk"
      items={parts.map(({ key, ...item }) => ({ ...item, current: key === current }))}
    />
  );
}
