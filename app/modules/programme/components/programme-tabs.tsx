import { Tabs } from "#app/ui/tabs.tsx";

const VIEWS = [
  { path: "", label: "Daftar" },
  { path: "/kalender", label: "Kalender" },
  { path: "/papan", label: "Papan" },
  { path: "/laporan", label: "Laporan" },
] as const;

/** The views of one year's programme. */
export function ProgrammeTabs({ year, current }: { year: number; current: (typeof VIEWS)[number]["path"] }) {
  const items = VIEWS.map(({ path, label }) => ({
    href: `/kantor/program-kerja/${year}${path}`,
    label,
    current: path === current,
  }));
  return <Tabs items={items} label={`Tampilan program kerja ${year}`} />;
}
