import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { disposeLetter } from "#app/modules/correspondence/dispose-letter.server.ts";
import { enterExpedition } from "#app/modules/correspondence/enter-expedition.server.ts";
import type { Phrase } from "#app/modules/correspondence/incoming-rules.ts";
import { DisposeInput, RegisterInput } from "#app/modules/correspondence/input.ts";
import { registerIncoming } from "#app/modules/correspondence/register-incoming.server.ts";
import { reportDisposition } from "#app/modules/correspondence/report-disposition.server.ts";
import { addDays, type Day, instantOf } from "#app/platform/clock.ts";
import { dispositions, incomingLetters } from "#db/village/schema/letters.ts";
import type { DemoYear } from "./demo-year.ts";
import type { Deed, Stage } from "./seed-deeds.ts";

/** A letter that came in so many days ago, and how far it has come. */
interface DemoIncoming {
  daysAgo: number;
  sender: string;
  subject: string;
  number: string;
  nature: "biasa" | "segera" | "penting" | "rahasia";
  /** Days from its coming until it must be answered. */
  answerDays: number | null;
  /** User name, instruction, days for it, what came of it. */
  disposition?: { to: string; phrase: Phrase; days: number; outcome?: string };
}

const INCOMING: DemoIncoming[] = [
  incoming(
    16,
    "Camat Gunungsari",
    "Undangan rapat koordinasi penanganan stunting",
    "005/212/Kec-GS",
    "biasa",
    null,
    {
      to: "kesra",
      phrase: "Hadiri dan laporkan",
      days: 4,
      outcome: "Dihadiri. Data balita diminta dilengkapi sebelum akhir bulan.",
    },
  ),
  incoming(
    9,
    "Dinas Pemberdayaan Masyarakat dan Desa",
    "Permintaan data profil desa",
    "400.10.2.2/871/DPMD",
    "penting",
    7,
    {
      to: "kasi",
      phrase: "Siapkan jawaban",
      days: 5,
    },
  ),
  incoming(
    4,
    "Kantor Pertanahan Lombok Barat",
    "Jadwal pengukuran bidang tanah",
    "HP.01.02/445",
    "segera",
    10,
    {
      to: "kasi",
      phrase: "Tindak lanjuti",
      days: 6,
    },
  ),
  incoming(
    1,
    "KUA Gunungsari",
    "Pemberitahuan jadwal bimbingan calon pengantin",
    "B-118/KUA.19",
    "biasa",
    null,
  ),
  incoming(2, "Inspektorat Kabupaten Lombok Barat", "Permintaan keterangan", "700/R-12", "rahasia", null),
];

function incoming(
  daysAgo: number,
  sender: string,
  subject: string,
  number: string,
  nature: DemoIncoming["nature"],
  answerDays: number | null,
  disposition?: DemoIncoming["disposition"],
): DemoIncoming {
  return { daysAgo, sender, subject, number, nature, answerDays, disposition };
}

/** The agenda book's last weeks, and one entry of the expedition book. */
export function mailDeeds({ today, zone }: DemoYear, people: Stage["people"]): Deed[] {
  const at = (day: Day, hour: number) => instantOf(zone, day, hour);
  const deeds = INCOMING.flatMap((each) => {
    const came = addDays(today, -each.daysAgo);
    return [
      { at: at(came, 8), by: "umum", act: (ctx: OfficeCtx) => enter(ctx, each, came) },
      ...followDeeds(each, came, { at, people }),
    ];
  });
  return [
    ...deeds,
    { at: at(addDays(today, -5), 10), by: "umum", act: (ctx) => send(ctx, addDays(today, -5)) },
  ];
}

type Clock = { at: (day: Day, hour: number) => Date; people: Stage["people"] };

function followDeeds(each: DemoIncoming, came: Day, { at, people }: Clock): Deed[] {
  const given = each.disposition;
  if (!given) return [];
  const to = people.get(given.to)?.accountId ?? "";
  const deeds: Deed[] = [
    {
      at: at(came, 13),
      by: "kades",
      act: (ctx) => dispose(ctx, each, { to, dueOn: addDays(came, given.days) }),
    },
  ];
  const { outcome } = given;
  if (outcome)
    deeds.push({ at: at(addDays(came, 3), 15), by: given.to, act: (ctx) => report(ctx, each, outcome) });
  return deeds;
}

function enter(ctx: OfficeCtx, each: DemoIncoming, came: Day) {
  const input = RegisterInput.parse({
    diterima: came,
    pengirim: each.sender,
    nomor: each.number,
    tanggal_surat: addDays(came, -2),
    perihal: each.subject,
    sifat: each.nature,
    balas_sebelum: each.answerDays === null ? "" : addDays(came, each.answerDays),
  });
  return registerIncoming(ctx, input);
}

async function dispose(ctx: OfficeCtx, each: DemoIncoming, { to, dueOn }: { to: string; dueOn: Day }) {
  const letter = await letterOf(ctx, each);
  const frasa = [each.disposition?.phrase];
  const input = DisposeInput.parse({ versi: letter.version, kepada: [to], frasa, batas: dueOn });
  await disposeLetter(ctx, letter.id, input);
}

async function report(ctx: OfficeCtx, each: DemoIncoming, outcome: string) {
  const letter = await letterOf(ctx, each);
  const [row] = await ctx.db.select().from(dispositions).where(eq(dispositions.incomingId, letter.id));
  if (!row) throw new Error(`nobody was given ${each.subject}`);
  await reportDisposition(ctx, letter.id, { disposisi: row.id, versi: row.version, hasil: outcome });
}

async function letterOf(ctx: OfficeCtx, { subject }: DemoIncoming) {
  const [row] = await ctx.db.select().from(incomingLetters).where(eq(incomingLetters.subject, subject));
  if (!row) throw new Error(`no letter came about ${subject}`);
  return row;
}

function send(ctx: OfficeCtx, day: Day) {
  return enterExpedition(ctx, {
    surat: null,
    dikirim: day,
    nomor: "005/118/Sesela",
    tanggal_surat: addDays(day, -1),
    isi: "Undangan musyawarah dusun",
    tujuan: "Kepala Dusun Kebun Lauk",
    penerima: "Amaq Rusni",
    keterangan: null,
  });
}
