import { StatGrid, StatTile } from "#app/ui/card.tsx";
import { formatNumber } from "#app/ui/format.ts";
import type { ImportCounts } from "../state-rules.ts";

/** What the rows of an import do, or did; each figure leads to its rows. */
export function CountTiles({
  counts,
  here,
  isApplied = false,
}: {
  counts: ImportCounts;
  here: string;
  isApplied?: boolean;
}) {
  const tile = (label: string, value: number, filter: string) => (
    <StatTile
      label={label}
      value={formatNumber(value)}
      href={value > 0 ? `${here}/baris?hasil=${filter}` : undefined}
    />
  );
  return (
    <StatGrid>
      {tile(isApplied ? "Penduduk baru masuk" : "Penduduk baru", counts.new, "new")}
      {tile(isApplied ? "Diperbarui" : "Berubah", counts.changed, "changed")}
      {tile("Sama dengan register", counts.unchanged, "unchanged")}
      {tile("Ditolak", counts.refused, "refused")}
      {tile("Masuk dengan catatan", counts.warned, "warned")}
    </StatGrid>
  );
}
