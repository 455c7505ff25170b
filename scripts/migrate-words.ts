import type { MigrateReport } from "#db/migrate-all.ts";
import { VILLAGE_SCHEMA_VERSION } from "#db/migrate-village.ts";
import { type MigrationRun, readMigrationState } from "#db/migration-runs.ts";
import type { MigrationTarget } from "#db/migration-target.ts";
import type { DirectoryDb } from "#db/open.ts";

/** Why a contracting migration waits, and until when. */
export function describeHeld({ tag, oldCode }: NonNullable<MigrationTarget["held"]>): string {
  return [
    `Langkah ${tag} menghapus sesuatu yang masih dipakai kode lama, jadi ditunda: kode skema ${oldCode.schemaVersion}`,
    `terakhir terlihat ${clockOf(oldCode.seenAt)}. Jalankan lagi setelah ${clockOf(oldCode.until.toISOString())}, bila kode itu sudah berhenti.`,
  ].join(" ");
}

/** What a run did. */
export function describeReport(report: MigrateReport): string {
  const { migrated, busy, failed, stoppedBecause } = report;
  const counts = `Diperbarui: ${migrated} desa. Sedang dikerjakan proses lain: ${busy}. Gagal: ${failed.length}.`;
  const lines = [counts];
  if (stoppedBecause) lines.unshift(stoppedBecause);
  if (failed.length > 0)
    lines.push("Sebabnya tercatat: npm run migrate -- --laporan. Desa yang gagal tetap seperti semula.");
  return lines.join("\n");
}

/** Where all villages stand, from the directory. */
export async function describeState(directory: DirectoryDb): Promise<string> {
  const { runs, versions, failed, canaries } = await readMigrationState(directory);
  const lines = [`Skema kode ini: ${VILLAGE_SCHEMA_VERSION}.`];
  for (const { version, count } of versions) lines.push(`  skema ${version}: ${count} desa`);
  lines.push(`Desa kenari: ${canaries.map(({ slug }) => slug).join(", ") || "belum ada"}.`);
  if (failed.length > 0) lines.push("Gagal diperbarui:");
  for (const { slug, migrationError } of failed) lines.push(`  ${slug}: ${migrationError}`);
  if (runs.length > 0) lines.push("Pembaruan terakhir:");
  return [...lines, ...runs.map(describeRun)].join("\n");
}

function describeRun(run: MigrationRun): string {
  const end = run.finishedAt ? `selesai ${clockOf(run.finishedAt)}` : "terputus atau masih berjalan";
  const counts = `${run.migrated} diperbarui, ${run.failed} gagal`;
  const why = run.stoppedBecause ? `; ${run.stoppedBecause}` : "";
  return `  ${clockOf(run.startedAt)} ke skema ${run.targetVersion}: ${counts}, ${end}${why}`;
}

/** Commands speak the time of the machine that they run on. */
function clockOf(iso: string): string {
  const shown = new Date(iso).toLocaleString("id-ID", { dateStyle: "medium", timeStyle: "short" });
  return shown.replaceAll("\u202f", " ");
}
