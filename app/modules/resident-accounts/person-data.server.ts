import { eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Fate, PersonData, PersonId } from "#app/platform/privacy/person-data.ts";
import { reading } from "#app/platform/read-together.ts";
import { formatDateTime } from "#app/ui/format.ts";
import {
  correctionProposals,
  residentAccounts,
  residentPasskeys,
  residentSessions,
  residentSlips,
} from "#db/village/schema/residents.ts";
import { openProposed } from "./corrections.server.ts";

const WORDS = {
  title: "Akun warga",
  purpose: "Untuk meminta surat dan melihat datanya sendiri dari ponsel.",
  account: "Akun warga dengan PIN, sesi masuk, dan slip aktivasinya",
  accountReason: "Dihapus bersama akunnya; orangnya dapat meminta slip baru.",
  corrections: "Usulan perbaikan data yang pernah dikirim",
  correctionsReason: "Yang diterima sudah tercatat di buku penduduk.",
};

/** What accounts hold on residents: all of it goes when they ask. */
export const residentAccountData: PersonData = {
  subject: "resident",
  read: (ctx, id) =>
    reading(
      [
        ctx.db.select().from(residentAccounts).where(is(residentAccounts.residentId, id)),
        ctx.db.select().from(correctionProposals).where(is(correctionProposals.residentId, id)),
      ],
      async ([[account], proposals]) => {
        const day = (at: string) => formatDateTime(new Date(at), ctx.tenant.timeZone);
        const proposed = await Promise.all(
          proposals.map(async (row) => {
            const { label, text } = await openProposed(ctx, row);
            return { label: `Usulan ${day(row.createdAt)}`, value: `${label}: ${text}` };
          }),
        );
        const facts = [
          ...(account ? [{ label: "Akun dibuat", value: day(account.createdAt) }] : []),
          ...proposed,
        ];
        return facts.length > 0 ? [{ title: WORDS.title, purpose: WORDS.purpose, facts }] : [];
      },
    ),
  fates: (ctx, id) =>
    reading(
      [
        ctx.db
          .select({ all: sql<number>`count(*)` })
          .from(residentAccounts)
          .where(is(residentAccounts.residentId, id)),
        ctx.db
          .select({ all: sql<number>`count(*)` })
          .from(correctionProposals)
          .where(is(correctionProposals.residentId, id)),
      ],
      ([[accounts], [proposals]]) => {
        const fates: Fate[] = [];
        if (accounts?.all) fates.push({ what: WORDS.account, isRemoved: true, reason: WORDS.accountReason });
        if (proposals?.all)
          fates.push({ what: WORDS.corrections, isRemoved: true, reason: WORDS.correctionsReason });
        return fates;
      },
    ),
  remove: async (_ctx, { tx }, id) => {
    const own = sql`(SELECT id FROM resident_accounts WHERE resident_id = ${id})`;
    await tx.delete(residentSessions).where(inArray(residentSessions.accountId, own));
    await tx.delete(residentPasskeys).where(inArray(residentPasskeys.accountId, own));
    await tx.delete(residentSlips).where(eq(residentSlips.residentId, id));
    const accounts = await tx.delete(residentAccounts).where(eq(residentAccounts.residentId, id));
    const proposals = await tx.delete(correctionProposals).where(eq(correctionProposals.residentId, id));
    return [
      ...(accounts.rowsAffected > 0 ? [WORDS.account] : []),
      ...(proposals.rowsAffected > 0 ? [WORDS.corrections] : []),
    ];
  },
};

function is(
  column: typeof residentAccounts.residentId | typeof correctionProposals.residentId,
  id: PersonId,
): SQL {
  return sql`${column} = ${typeof id === "string" ? sql`${id}` : id}`;
}
