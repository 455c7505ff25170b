import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { addAgenda } from "#app/modules/portal/add-agenda.server.ts";
import { addBudgetLine } from "#app/modules/portal/add-budget-line.server.ts";
import { addContact } from "#app/modules/portal/add-contact.server.ts";
import { AgendaInput, BudgetLineInput, ContactInput, PostInput } from "#app/modules/portal/input.ts";
import { publishPost } from "#app/modules/portal/publish-post.server.ts";
import { writePost } from "#app/modules/portal/write-post.server.ts";
import { addDays, type Day, instantOf } from "#app/platform/clock.ts";
import { posts } from "#db/village/schema/portal.ts";
import type { DemoYear } from "./demo-year.ts";
import type { Deed } from "./seed-deeds.ts";

/** News and announcements by the days since; the last one is still a draft. */
const POSTS = [
  {
    daysAgo: 20,
    jenis: "news",
    judul: "Musyawarah dusun menyepakati usulan kegiatan tahun depan",
    isi: "Empat dusun sudah bermusyawarah. Usulan yang paling banyak dipilih:\n\n- perbaikan saluran irigasi\n- lampu jalan di jalan kampung\n- pelatihan pengolahan hasil kebun\n\nUsulan dibahas lagi dalam musyawarah desa.",
  },
  {
    daysAgo: 6,
    jenis: "announcement",
    judul: "Kerja bakti membersihkan saluran air",
    isi: "Warga diundang kerja bakti hari Minggu mulai pukul 07.00.\n\nBawa:\n\n- cangkul atau sabit\n- sarung tangan\n- air minum sendiri",
    shownDays: 10,
  },
  {
    daysAgo: 2,
    jenis: "news",
    judul: "Posyandu menambah hari layanan untuk lansia",
    isi: "Mulai bulan ini pemeriksaan tekanan darah dan gula untuk lansia dilayani setiap minggu kedua.\n\nLayanan tidak dipungut biaya.",
  },
  {
    daysAgo: 1,
    jenis: "news",
    judul: "Jadwal ronda malam",
    isi: "Masih disusun bersama para ketua RT.",
    isDraft: true,
  },
] as const;

const AGENDA = [
  { inDays: 3, judul: "Posyandu Melati", tempat: "Balai Dusun Kebun Lauk", mulai: "08:00", selesai: "11:00" },
  { inDays: 9, judul: "Musyawarah desa", tempat: "Aula kantor desa", mulai: "09:00", selesai: "12:00" },
  {
    inDays: 16,
    judul: "Pelatihan pengolahan hasil kebun",
    tempat: "Balai desa",
    mulai: "08:30",
    selesai: "",
  },
] as const;

const CONTACTS = [
  ["emergency", "Panggilan darurat", "112", "Bebas pulsa, 24 jam"],
  ["emergency", "Polisi", "110", "24 jam"],
  ["emergency", "Ambulans dan kegawatan medis", "119", "24 jam"],
  ["office", "Puskesmas Gunungsari", "0370-5550112", "Senin sampai Sabtu"],
] as const;

/** What was adopted, in whole rupiah, and how much faster or slower than the year it comes in or goes out. */
const BUDGET = [
  ["income", "Dana Desa", 1_012_450_000, 1],
  ["income", "Alokasi Dana Desa", 684_120_000, 1],
  ["income", "Bagi hasil pajak dan retribusi", 58_300_000, 0.95],
  ["income", "Pendapatan asli desa", 36_000_000, 1.02],
  ["expense", "Penyelenggaraan pemerintahan desa", 742_600_000, 0.98],
  ["expense", "Pelaksanaan pembangunan desa", 681_900_000, 0.88],
  ["expense", "Pembinaan kemasyarakatan", 118_400_000, 0.92],
  ["expense", "Pemberdayaan masyarakat", 196_300_000, 0.8],
  ["expense", "Penanggulangan bencana dan keadaan darurat", 108_000_000, 0.97],
  ["financing", "Sisa lebih perhitungan anggaran tahun lalu", 56_330_000, 0],
] as const;

/** What the village shows to everybody: a few posts, what is to come, numbers, and the year's budget. */
export function portalDeeds(demo: DemoYear): Deed[] {
  const { today, zone, year } = demo;
  const at = (day: Day, hour: number) => instantOf(zone, day, hour);
  return [
    { at: at(`${year}-01-08`, 9), by: "umum", act: enterContacts },
    { at: at(addDays(today, -5), 9), by: "kaur", act: (ctx) => enterBudget(ctx, demo) },
    { at: at(addDays(today, -3), 8), by: "umum", act: (ctx) => enterAgenda(ctx, today) },
    ...POSTS.map((post) => ({
      at: at(addDays(today, -post.daysAgo), 11),
      by: "umum",
      act: (ctx: OfficeCtx) => tell(ctx, post, today),
    })),
  ];
}

async function tell(ctx: OfficeCtx, post: (typeof POSTS)[number], today: Day): Promise<void> {
  const { jenis, judul, isi } = post;
  const tampil_sampai = "shownDays" in post ? addDays(today, post.shownDays) : "";
  const { id } = await writePost(ctx, PostInput.parse({ jenis, judul, isi, tampil_sampai }));
  if ("isDraft" in post) return;
  const [row] = await ctx.db.select({ version: posts.version }).from(posts).where(eq(posts.id, id));
  await publishPost(ctx, id, { versi: row?.version ?? 1 });
}

async function enterAgenda(ctx: OfficeCtx, today: Day): Promise<void> {
  for (const { inDays, ...item } of AGENDA)
    await addAgenda(ctx, AgendaInput.parse({ ...item, tanggal: addDays(today, inDays) }));
}

async function enterContacts(ctx: OfficeCtx): Promise<void> {
  for (const [jenis, nama, nomor, catatan] of CONTACTS)
    await addContact(ctx, ContactInput.parse({ jenis, nama, nomor, catatan }));
}

async function enterBudget(ctx: OfficeCtx, { year, today }: DemoYear): Promise<void> {
  const lastDay = `${year}-12-31`;
  const until = today < lastDay ? addDays(today, -6) : lastDay;
  const share = Math.min(1, (Date.parse(until) - Date.parse(`${year}-01-01`)) / (365 * 86_400_000));
  for (const [sisi, nama, planned, pace] of BUDGET) {
    const realised =
      pace === 0 ? planned : Math.round((planned * Math.min(1, share * pace)) / 50_000) * 50_000;
    const amounts = { anggaran: String(planned), realisasi: String(realised), realisasi_per: until };
    await addBudgetLine(ctx, year, BudgetLineInput.parse({ sisi, nama, ...amounts }));
  }
}
