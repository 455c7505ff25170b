import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { printedCode } from "#app/modules/receipts/receipt-rules.ts";
import { loadLetterhead } from "#app/modules/village/emblem.server.ts";
import { requireProfile } from "#app/modules/village/profile.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { renderPdf } from "#app/platform/pdf/render-pdf.ts";
import { requirePermission } from "#app/platform/require.ts";
import { formatDateTime } from "#app/ui/format.ts";
import { residents } from "#db/village/schema/population.ts";
import { villageProfile } from "#db/village/schema/village.ts";
import { selectOpenSlip, slipCode } from "./slips.server.ts";
import { ACCOUNT_WORDS } from "./words.ts";

/** The slip that a resident takes home: how he opens his account, and the code. Without his NIK: he knows it. */
export async function activationSlip(ctx: OfficeCtx, residentId: string): Promise<Uint8Array<ArrayBuffer>> {
  requirePermission(ctx, "resident-accounts.manage");
  const [people, [slip], profiles] = await ctx.db.batch([
    ctx.db.select({ name: residents.name }).from(residents).where(eq(residents.id, residentId)),
    selectOpenSlip(ctx.db, residentId, ctx.now),
    ctx.db.select().from(villageProfile),
  ]);
  const [person] = people;
  const code = slip && (await slipCode(ctx, slip));
  if (!person || !code) throw new NotFoundError(ACCOUNT_WORDS.noSlip);
  const profile = requireProfile(profiles[0]);
  const { config, tenant } = ctx;
  const home = `${tenant.slug}.${config.baseHost}/warga/aktifkan`;
  return renderPdf(
    {
      title: "Slip aktivasi akun warga",
      author: `${profile.villageTerm} ${profile.name}`,
      createdAt: ctx.now,
      issuer: tenant,
      blocks: [
        await loadLetterhead(ctx, profile),
        { type: "title", text: "SLIP AKTIVASI AKUN WARGA" },
        {
          type: "facts",
          rows: [
            { label: "Untuk", value: person.name },
            { label: "Alamat", value: home },
            { label: "Kode", value: [{ text: printedCode(code), isBold: true }] },
            { label: "Berlaku sampai", value: formatDateTime(new Date(slip.expiresAt), tenant.timeZone) },
          ],
        },
        {
          type: "list",
          isNumbered: true,
          items: [
            "Pindai kode kotak di bawah dengan kamera ponsel, atau buka alamat di atas.",
            "Isi kode, NIK Anda, dan PIN yang Anda buat sendiri, paling sedikit 6 angka.",
            "Simpan PIN itu untuk Anda sendiri. Petugas desa tidak pernah menanyakannya.",
          ],
        },
        {
          type: "paragraph",
          text: "Kode ini hanya dapat dipakai satu kali. Slip yang hilang diganti di kantor desa; yang lama tidak berlaku lagi.",
        },
        {
          type: "signatures",
          signatures: [{ above: ["Petugas,"], name: ctx.actor.name }],
          check: {
            link: `${config.publicScheme}://${home}?kode=${printedCode(code)}`,
            note: "Pindai untuk membuka akun Anda:",
          },
        },
      ],
    },
    { paper: profile.paper },
  );
}
