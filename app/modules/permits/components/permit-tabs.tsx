import { Tabs } from "#app/ui/tabs.tsx";
import { TABS } from "../words.ts";

const BASE = "/kantor/izin";

/** Permits by how far they are, the calendar, and the places. */
export function PermitTabs({ current, counts }: { current: string; counts?: Record<string, number> }) {
  const lists = Object.entries(TABS).map(([key, { label }]) => ({
    href: key === "putusan" ? BASE : `${BASE}?keadaan=${key}`,
    label,
    current: key === current,
    count: key === "selesai" ? undefined : counts?.[key],
  }));
  return (
    <Tabs
      label="Izin dan rekomendasi"
      items={[
        ...lists,
        { href: `${BASE}/kalender`, label: "Kalender", current: current === "kalender" },
        { href: `${BASE}/tempat`, label: "Tempat dan aturan", current: current === "tempat" },
      ]}
    />
  );
}
