import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { answerRequest } from "#app/modules/information/answer-request.server.ts";
import { AnswerInput, CounterRequestInput, DocumentInput } from "#app/modules/information/input.ts";
import { addDocument } from "#app/modules/information/keep-document.server.ts";
import { enterRequest } from "#app/modules/information/receive-request.server.ts";
import { addDays, instantOf } from "#app/platform/clock.ts";
import { informationRequests } from "#db/village/schema/portal.ts";
import type { DemoYear } from "./demo-year.ts";
import type { Deed } from "./seed-deeds.ts";

const DOCUMENTS = [
  { kelas: "berkala", judul: "Anggaran Pendapatan dan Belanja Desa" },
  {
    kelas: "berkala",
    judul: "Laporan penyelenggaraan pemerintahan desa",
    ringkasan: "Ringkasan untuk warga.",
  },
  {
    kelas: "serta-merta",
    judul: "Peringatan banjir dan jalur mengungsi",
    ringkasan: "Juga ditempel di tiap dusun.",
  },
  { kelas: "setiap-saat", judul: "Rencana Pembangunan Jangka Menengah Desa" },
  { kelas: "dikecualikan", judul: "Data penerima bantuan sosial menurut nama dan alamat", dasar: "17-h" },
] as const;

const ANSWERED = "Salinan rencana anggaran biaya jalan kampung";
const WITHHELD = "Daftar penerima bantuan dengan nomor rekeningnya";

/** The list of public information, and three requests: one given, one refused, one that waits. */
export function informationDeeds({ today, zone, year }: DemoYear): Deed[] {
  const at = (daysAgo: number, hour: number) => instantOf(zone, addDays(today, -daysAgo), hour);
  const ask = (daysAgo: number, nama: string, informasi: string): Deed => ({
    at: at(daysAgo, 10),
    by: "umum",
    act: (ctx) => enter(ctx, nama, informasi),
  });
  return [
    { at: instantOf(zone, `${year}-01-22`, 9), by: "umum", act: (ctx) => list(ctx, year) },
    ask(24, "Lalu Mahendra", ANSWERED),
    {
      at: at(19, 14),
      by: "umum",
      act: (ctx) => answer(ctx, ANSWERED, { hasil: "given", jawaban: "Salinan diserahkan." }),
    },
    ask(17, "Nurul Hidayah", WITHHELD),
    {
      at: at(12, 14),
      by: "sekdes",
      act: (ctx) =>
        answer(ctx, WITHHELD, {
          hasil: "refused",
          jawaban: "Nomor rekening adalah rahasia pribadi penerima. Jumlah penerima per dusun diberikan.",
          dasar: "17-h",
        }),
    },
    ask(4, "Baiq Rahma", "Notulen musyawarah desa tentang lampu jalan"),
  ];
}

async function list(ctx: OfficeCtx, year: number): Promise<void> {
  for (const document of DOCUMENTS) {
    const until = document.kelas === "dikecualikan" ? `${year + 10}-12-31` : "";
    await addDocument(
      ctx,
      DocumentInput.parse({ ...document, tahun: String(year), ditutup_sampai: until, umumkan: "on" }),
    );
  }
}

async function enter(ctx: OfficeCtx, nama: string, informasi: string): Promise<void> {
  const about = { alamat: "Gunungsari", kontak: "pemohon@contoh.id", tujuan: "Ingin tahu sebagai warga" };
  await enterRequest(ctx, CounterRequestInput.parse({ nama, informasi, ...about, cara: "copy" }));
}

async function answer(ctx: OfficeCtx, informasi: string, said: Record<string, string>): Promise<void> {
  const [row] = await ctx.db
    .select()
    .from(informationRequests)
    .where(eq(informationRequests.information, informasi));
  if (!row) throw new Error(`nobody asked for ${informasi}`);
  await answerRequest(ctx, row.id, AnswerInput.parse({ versi: row.version, ...said }));
}
