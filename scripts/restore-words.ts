import type { RestorePoints } from "#app/platform/backup/restore-points.server.ts";
import { dayIn, instantOf, isDay, timeIn, type Zone } from "#app/platform/clock.ts";
import type { VillageRow } from "#db/directory/villages.ts";
import type { RestoreOutcome } from "#db/restore/restore-rules.ts";
import type { RestoreRow } from "#db/restore/switch-village.ts";
import { CommandError, describeVillage } from "./command.ts";

/**
 * A minute as an operator types it, in the village's own time: `2026-11-23 14:05`.
 * @throws CommandError
 */
export function readMoment(text: string, zone: Zone): Date {
  const [, day = "", hour, minute] = /^(\d{4}-\d\d-\d\d)[ T](\d\d)[:.](\d\d)$/.exec(text.trim()) ?? [];
  if (!isDay(day) || Number(hour) > 23 || Number(minute) > 59)
    throw new CommandError(`Tulis saatnya seperti "2026-11-23 14:05" (waktu ${zone}), bukan "${text}".`);
  return new Date(instantOf(zone, day, Number(hour)).getTime() + Number(minute) * 60_000);
}

/** What a village can be restored from. */
export function describePoints(village: VillageRow, points: RestorePoints): string {
  const when = (iso: string | Date) => momentIn(village.timeZone, new Date(iso));
  const since = points.moments?.since;
  const minutes = points.moments
    ? `Setiap menit${since ? ` sejak ${when(since)}` : ", sejauh layanan Turso menyimpannya"}: --pada "2026-11-23 14:05"`
    : points.noMoments;
  const backups = points.backups.map(
    (row) =>
      `  ${row.id}  ${when(row.takenAt)}  ${REASONS[row.reason]}${row.state === "verified" ? ", teruji" : ""}`,
  );
  const replaced = points.restores.map(
    (row) => `  ${row.previousDatabase}  sampai ${when(row.at)}, digantikan pemulihan oleh ${row.askedBy}`,
  );
  return [
    describeVillage(village),
    minutes,
    backups.length > 0 ? "Cadangan (--cadangan <id>):" : "Belum ada cadangan.",
    ...backups,
    ...(replaced.length > 0 ? ["Keadaan sebelum pemulihan terdahulu (--dari <nama>):", ...replaced] : []),
  ].join("\n");
}

const REASONS = {
  nightly: "malam",
  "before-migration": "sebelum pembaruan",
  "before-restore": "sebelum pemulihan",
  "by-hand": "dibuat sendiri",
} as const;

/** What a restore did, for the operator. */
export function describeRestore(village: VillageRow, proof: RestoreRow): string {
  const outcome = proof.outcome as unknown as RestoreOutcome & { backupBefore: string | null };
  const lost = outcome.numbers.map(
    ({ series, year, restored, highest }) =>
      `  ${series} ${year}: nomor ${restored + 1} sampai ${highest} hilang pada pemulihan dan tidak dipakai lagi`,
  );
  const unknown =
    outcome.before === null
      ? [
          "Keadaan sebelum pemulihan tidak dapat dibaca: periksa nomor terakhir buku-buku desa sebelum dipakai.",
        ]
      : [];
  return [
    `${describeVillage(village)} kembali ke keadaan ${momentIn(village.timeZone, new Date(proof.restoredTo))}, dalam satu menit di semua tempat.`,
    `Sumber: ${proof.source}`,
    ...(outcome.backupBefore ? [`Cadangan sebelum pemulihan: ${outcome.backupBefore}`] : []),
    ...(lost.length > 0 ? ["Nomor yang hilang:", ...lost] : []),
    ...unknown,
    "Semua orang di desa masuk sekali lagi; kata sandinya seperti pada saat itu.",
    `Keadaan sebelumnya tersimpan beku di ${proof.previousDatabase}. Bila perlu kembali:`,
    `  npm run village:restore -- ${village.slug} --dari ${proof.previousDatabase}`,
  ].join("\n");
}

function momentIn(zone: Zone, instant: Date): string {
  return `${dayIn(zone, instant)} ${timeIn(zone, instant)} ${zone}`;
}
