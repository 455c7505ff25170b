import type { OfficeCtx } from "#app/context.ts";
import { answerComplaint } from "#app/modules/complaints/answer-complaint.server.ts";
import { assignComplaint } from "#app/modules/complaints/assign-complaint.server.ts";
import { publishComplaint } from "#app/modules/complaints/publish-complaint.server.ts";
import { enterComplaint } from "#app/modules/complaints/send-complaint.server.ts";
import { adoptStandard } from "#app/modules/service-standard/adopt-standard.server.ts";
import { draftStandard } from "#app/modules/service-standard/draft-standard.server.ts";
import { getDraft } from "#app/modules/service-standard/standard.server.ts";
import { addDays, instantOf } from "#app/platform/clock.ts";
import type { DemoYear } from "./demo-year.ts";
import type { Deed } from "./seed-deeds.ts";

const LAMP = {
  kategori: "jalan",
  judul: "Lampu jalan padam",
  isi: "Lampu di simpang Kebun Lauk padam sejak minggu lalu. Anak-anak pulang mengaji dalam gelap.",
  nama: "Nurhasanah",
  telepon: null,
  dusun: null,
  berkas: null,
} as const;
const QUEUE = {
  ...LAMP,
  kategori: "layanan",
  judul: "Antrean surat hari Senin",
  isi: "Setiap Senin pagi antreannya panjang dan hanya satu petugas yang melayani.",
  nama: "Mahsun Hadi",
} as const;
const LAMP_ANSWER = "Lampu sudah diganti oleh Dusun Kebun Lauk. Terima kasih atas laporannya.";

/** The service standard that the head put into force, and what people complained of. */
export function voiceDeeds({ year, today, zone }: DemoYear): Deed[] {
  const on = (day: string, by: string, act: Deed["act"], hour = 9): Deed => ({
    at: instantOf(zone, day, hour),
    by,
    act,
  });
  const ago = (days: number) => addDays(today, -days);
  let lamp = "";
  return [
    on(`${year}-01-09`, "kasi", (ctx) => draftStandard(ctx)),
    on(`${year}-01-12`, "kades", async (ctx) => {
      const { version } = await getDraft(ctx.db);
      await adoptStandard(ctx, { versi: version, nomor: `5 Tahun ${year}`, tanggal: `${year}-01-12` });
    }),
    on(ago(12), "pelayanan", async (ctx) => {
      lamp = (await enterComplaint(ctx, LAMP)).id;
    }),
    on(ago(11), "kades", (ctx) => assignToSelf(ctx, lamp, addDays(today, -2))),
    on(ago(8), "kades", (ctx) => answerComplaint(ctx, lamp, { versi: 2, jawaban: LAMP_ANSWER })),
    on(ago(8), "kades", (ctx) => publishComplaint(ctx, lamp, { versi: 3, ...SHOWN }), 10),
    on(ago(2), "pelayanan", (ctx) => enterComplaint(ctx, QUEUE)),
  ];
}

const SHOWN = {
  ringkasan: "Lampu jalan di simpang Kebun Lauk padam. Sudah diganti dalam empat hari.",
  diperiksa: false,
};

function assignToSelf(ctx: OfficeCtx, id: string, batas: string): Promise<void> {
  return assignComplaint(ctx, id, { versi: 1, petugas: ctx.actor.accountId, batas });
}
