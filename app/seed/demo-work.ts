import { and, eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { markInboxRead } from "#app/modules/desk/mark-inbox-read.server.ts";
import { addComment } from "#app/modules/programme/add-comment.server.ts";
import { addStep } from "#app/modules/programme/add-step.server.ts";
import { agreeDeviation } from "#app/modules/programme/agree-deviation.server.ts";
import { changeBudget } from "#app/modules/programme/change-budget.server.ts";
import { explainDeviation } from "#app/modules/programme/explain-deviation.server.ts";
import { markStep } from "#app/modules/programme/mark-step.server.ts";
import { retargetIndicator } from "#app/modules/programme/retarget-indicator.server.ts";
import { addDays, type Day, instantOf } from "#app/platform/clock.ts";
import { activitySteps, deviations } from "#db/village/schema/programme.ts";
import type { DemoYear } from "./demo-year.ts";
import type { SeededAccount } from "./seed-account.ts";
import type { Deed } from "./seed-deeds.ts";
import { findSeeded } from "./seed-programme.ts";

type Found = NonNullable<ReturnType<Awaited<ReturnType<typeof findSeeded>>["get"]>>;

/** What Sesela does besides reporting: steps, comments, changes of plan, an explained lag. */
export function workDeeds(demo: DemoYear, people: ReadonlyMap<string, SeededAccount>): Deed[] {
  return [...planChanges(demo), ...stepDeeds(demo, people), ...talk(demo, people), ...readings(demo, people)];
}

function deed(
  { year, zone }: DemoYear,
  [day, hour, by]: [day: Day, hour: number, by: string],
  key: string,
  act: (ctx: OfficeCtx, found: Found) => Promise<unknown>,
): Deed {
  return {
    at: instantOf(zone, day, hour),
    by,
    act: async (ctx) => {
      const found = (await findSeeded(ctx, year)).get(key);
      if (!found) throw new Error(`the programme has no activity ${key}`);
      await act(ctx, found);
    },
  };
}

function planChanges(demo: DemoYear): Deed[] {
  const { year, today } = demo;
  return [
    deed(demo, [`${year}-07-08`, 10, "kaur"], "peta-desa", (ctx, { activity }) =>
      changeBudget(ctx, activity.id, {
        versi: activity.version,
        anggaran: 26_500_000,
        sumber_dana: "dds",
        alasan: "APBDes Perubahan: sebagian dana dialihkan ke penerangan jalan.",
      }),
    ),
    deed(demo, [`${year}-07-13`, 11, "kasi"], "sertifikat-tanah", (ctx, { indicators }) =>
      retargetIndicator(ctx, indicators[1]?.id ?? "", {
        versi: 1,
        ...{ t1: 0, t2: 20, t3: 45, t4: 45 },
        alasan: "Kuota PTSL dari kantor pertanahan bertambah sepuluh bidang.",
      }),
    ),
    deed(demo, [addDays(today, -8), 13, "kadus1"], "pendataan-tanah", (ctx, { activity }) =>
      explainDeviation(ctx, activity.id, {
        penyebab: "Pemilik bekerja di sawah pada siang hari, dan satu petugas sakit lima minggu.",
        perbaikan: "Pemeriksaan dipindah ke sore hari; Ketua RT ikut menjadi petugas lapangan.",
      }),
    ),
    deed(demo, [addDays(today, -7), 9, "kasi"], "pendataan-tanah", async (ctx, { activity }) => {
      const [written] = await ctx.db.select().from(deviations).where(eq(deviations.activityId, activity.id));
      await agreeDeviation(ctx, activity.id, { penjelasan: written?.id ?? "" });
    }),
  ];
}

type Step = [key: string, title: string, owner: string, due: Day | null, doneAgo: number | null];

function stepDeeds(demo: DemoYear, people: ReadonlyMap<string, SeededAccount>): Deed[] {
  const { today, year } = demo;
  const steps: Step[] = [
    ["pendataan-tanah", "Susun jadwal pemeriksaan sore hari per RT", "kadus1", addDays(today, -5), 6],
    ["pendataan-tanah", "Periksa 40 bidang di Dusun Kebun Lauk", "rt1", addDays(today, 9), null],
    ["pendataan-tanah", "Salin hasil lapangan ke buku tanah", "kasi", addDays(today, 20), null],
    ["forum-warga", "Kirim undangan forum akhir tahun", "umum", addDays(today, -2), null],
    ["forum-warga", "Siapkan ringkasan tindak lanjut", "kasi", addDays(today, 12), null],
    ["peta-desa", "Surati Desa Midang tentang ruas batas sungai", "kasi", addDays(today, 4), null],
    ["pelatihan-teknis", "Bagikan bahan pelatihan arsip", "sekdes", `${year}-03-20`, 30],
  ];
  return steps.flatMap(([key, judul, owner, tanggal, doneAgo], index) => {
    const pemilik = people.get(owner)?.accountId ?? null;
    const added = deed(demo, [addDays(today, -40 + index), 8, "kasi"], key, (ctx, { activity }) =>
      addStep(ctx, activity.id, { judul, pemilik, tanggal }),
    );
    return doneAgo === null ? [added] : [added, finishDeed(demo, { key, judul, owner, doneAgo })];
  });
}

function finishDeed(
  demo: DemoYear,
  { key, judul, owner, doneAgo }: { key: string; judul: string; owner: string; doneAgo: number },
): Deed {
  return deed(demo, [addDays(demo.today, -doneAgo), 16, owner], key, async (ctx, { activity }) => {
    const step = await findStep(ctx, activity.id, judul);
    await markStep(ctx, step, { isDone: true });
  });
}

function talk(demo: DemoYear, people: ReadonlyMap<string, SeededAccount>): Deed[] {
  const { today } = demo;
  const idOf = (username: string) => people.get(username)?.accountId ?? "";
  const say = (daysAgo: number, by: string, key: string, isi: string, ...to: string[]) =>
    deed(demo, [addDays(today, -daysAgo), 10, by], key, (ctx, { activity }) =>
      addComment(ctx, activity.id, { isi, sebut: to.map(idOf) }),
    );
  return [
    say(9, "kades", "pendataan-tanah", "Apa yang dibutuhkan supaya akhir tahun selesai?", "kadus1"),
    say(8, "kadus1", "pendataan-tanah", "Satu petugas lagi dan surat tugas untuk Ketua RT.", "kasi"),
    say(5, "sekdes", "peta-desa", "Surat ke Midang sudah di meja saya, hari ini ditandatangani.", "kasi"),
    say(3, "kaur", "layanan-digital", "Sisa pagu cukup untuk kertas sampai Desember.", "pelayanan"),
    say(2, "kesra", "pengembangan-ksm", "Laporan triwulan lalu menyusul, menunggu SK kelompok baru.", "kasi"),
  ];
}

/** Everybody has read the news of the year but that of the last week. */
function readings({ zone, today }: DemoYear, people: ReadonlyMap<string, SeededAccount>): Deed[] {
  const at = instantOf(zone, addDays(today, -7), 7);
  return [...people.keys()].map((by) => ({ at, by, act: (ctx) => markInboxRead(ctx, null) }));
}

async function findStep(ctx: OfficeCtx, activityId: string, title: string): Promise<string> {
  const [step] = await ctx.db
    .select()
    .from(activitySteps)
    .where(and(eq(activitySteps.activityId, activityId), eq(activitySteps.title, title)));
  return step?.id ?? "";
}
