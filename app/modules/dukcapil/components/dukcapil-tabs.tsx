import { Tabs } from "#app/ui/tabs.tsx";
import { TABS } from "../state-rules.ts";

/** Forms by where they lie, and the batches. */
export function DukcapilTabs({ current, counts }: { current: string; counts?: Record<string, number> }) {
  const base = "/kantor/dukcapil";
  const forms = Object.entries(TABS).map(([key, { label }]) => ({
    href: key === "kerjakan" ? base : `${base}?keadaan=${key}`,
    label,
    current: key === current,
    count: key === "arsip" ? undefined : counts?.[key],
  }));
  const batches = { href: `${base}/berkas`, label: "Berkas pengantar", current: current === "berkas" };
  return <Tabs label="Lembar data Dukcapil" items={[...forms, batches]} />;
}
