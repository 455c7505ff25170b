import { and, eq, lt } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { deleteBytes, dropFile } from "#app/platform/files/drop-file.ts";
import type { RetentionRule } from "#app/platform/privacy/retention-rule.ts";
import { residentRegistrations } from "#db/village/schema/residents.ts";

const GONE = (own: string) =>
  `SELECT r.status_since FROM residents r JOIN resident_accounts a ON a.resident_id = r.id
   WHERE a.id = ${own} AND r.status <> 1`;
const AT_ONCE = 50;

/** How long what belongs to residents' accounts is kept. */
export const residentAccountRetention: readonly RetentionRule[] = [
  {
    kind: "resident-accounts.sessions",
    name: "Sesi masuk warga yang sudah berakhir",
    reason: "Sesi yang berakhir tidak dapat dipakai lagi.",
    keep: { unit: "days", standard: 7, least: 7, most: 7 },
    removal: { how: "delete", table: "resident_sessions", age: "expires_at" },
  },
  {
    kind: "resident-accounts.sessions-of-gone",
    name: "Sesi masuk warga yang meninggal, pindah, atau pergi",
    reason: "Akunnya tertutup sejak hari itu.",
    keep: { unit: "days", standard: 1, least: 1, most: 1 },
    removal: { how: "delete", table: "resident_sessions", age: GONE("resident_sessions.account_id") },
  },
  {
    kind: "resident-accounts.passkeys-of-gone",
    name: "Kunci sandi warga yang meninggal, pindah, atau pergi",
    reason: "Akunnya tertutup sejak hari itu.",
    keep: { unit: "months", standard: 3, least: 3, most: 3 },
    removal: { how: "delete", table: "resident_passkeys", age: GONE("resident_passkeys.account_id") },
  },
  {
    kind: "resident-accounts.slips",
    name: "Slip aktivasi yang tidak berlaku lagi",
    reason: "Menjadi bukti siapa memberi slip kepada siapa.",
    keep: { unit: "months", standard: 6, least: 1, most: 12 },
    removal: { how: "delete", table: "resident_slips", age: "expires_at" },
  },
  {
    kind: "resident-accounts.registrations",
    name: "Pendaftaran akun yang sudah diputuskan, tanpa isian dan foto",
    reason: "Menjadi bukti siapa memutuskan dan mengapa.",
    keep: { unit: "months", standard: 6, least: 1, most: 12 },
    removal: { how: "delete", table: "resident_registrations", age: "decided_at" },
  },
  {
    kind: "resident-accounts.waiting-registrations",
    name: "Pendaftaran akun yang tidak diputuskan, dengan isian dan foto KTP",
    reason: "Foto KTP tidak disimpan lebih lama daripada perlunya; warga dapat mendaftar lagi.",
    keep: { unit: "days", standard: 30, least: 30, most: 30 },
    removal: { how: "run", run: dropWaiting },
  },
  {
    kind: "resident-accounts.corrections",
    name: "Usulan perbaikan data yang sudah diputuskan",
    reason: "Warga dapat melihat jawabannya; perubahannya sendiri tercatat di buku penduduk.",
    keep: { unit: "months", standard: 12, least: 3, most: 36 },
    removal: { how: "delete", table: "correction_proposals", age: "decided_at" },
  },
];

async function dropWaiting(ctx: VillageCtx, before: string): Promise<{ removed: number; isMore: boolean }> {
  const old = await ctx.db
    .select({ id: residentRegistrations.id, photoId: residentRegistrations.photoId })
    .from(residentRegistrations)
    .where(and(eq(residentRegistrations.state, "waiting"), lt(residentRegistrations.createdAt, before)))
    .limit(AT_ONCE);
  for (const { id, photoId } of old) {
    const keys = await ctx.db.transaction(async (tx) => {
      await tx.delete(residentRegistrations).where(eq(residentRegistrations.id, id));
      return photoId ? dropFile(ctx, tx, photoId) : [];
    });
    await deleteBytes(ctx, keys);
  }
  return { removed: old.length, isMore: old.length === AT_ONCE };
}
