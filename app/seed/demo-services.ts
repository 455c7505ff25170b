import { asc, eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { openBatch } from "#app/modules/dukcapil/batches.server.ts";
import { getForm } from "#app/modules/dukcapil/forms.server.ts";
import { loadFormToEdit } from "#app/modules/dukcapil/load-form.server.ts";
import { makeForm } from "#app/modules/dukcapil/make-form.server.ts";
import { saveForm } from "#app/modules/dukcapil/save-form.server.ts";
import { sendBatch } from "#app/modules/dukcapil/send-batch.server.ts";
import { finishForm } from "#app/modules/dukcapil/settle-form.server.ts";
import { askPermit } from "#app/modules/permits/ask-permit.server.ts";
import { handOver, payDeposit } from "#app/modules/permits/carry-permit.server.ts";
import { grantPermit } from "#app/modules/permits/decide-permit.server.ts";
import { AskInput, ConsentInput, PlaceInput } from "#app/modules/permits/input.ts";
import { todayOf } from "#app/modules/permits/permits.server.ts";
import { recordConsent } from "#app/modules/permits/record-consent.server.ts";
import { savePlace } from "#app/modules/permits/save-place.server.ts";
import { addDays, instantOf } from "#app/platform/clock.ts";
import { residents } from "#db/village/schema/population.ts";
import { dukcapilForms, permitPlaces, permits } from "#db/village/schema/services.ts";
import type { DemoYear } from "./demo-year.ts";
import type { Deed } from "./seed-deeds.ts";

/** What lies at Dukcapil, and who asked for halls, a field and a road. */
export function serviceDeeds({ today, zone }: DemoYear): Deed[] {
  const on = (daysAgo: number, by: string, act: (ctx: OfficeCtx) => Promise<unknown>): Deed => ({
    at: instantOf(zone, addDays(today, -daysAgo), 11),
    by,
    act,
  });
  const day = (days: number) => addDays(today, days);
  return [
    on(60, "kades", (ctx) => addPlaces(ctx)),
    on(18, "pelayanan", (ctx) => sendSheets(ctx, [3, 5])),
    on(3, "pelayanan", (ctx) => finishFirst(ctx)),
    on(1, "pelayanan", async (ctx) => makeForm(ctx, await headOf(ctx, 7), "F-1.01")),
    on(10, "pelayanan", (ctx) => askFor(ctx, 2, HALL, day(5))),
    on(9, "kades", (ctx) => grant(ctx, HALL)),
    on(8, "pelayanan", async (ctx) => payDeposit(ctx, ...(await onPermit(ctx, HALL, {})))),
    on(6, "pelayanan", (ctx) => askFor(ctx, 9, CROWD, day(6))),
    on(5, "kades", (ctx) => grant(ctx, CROWD)),
    on(4, "pelayanan", async (ctx) =>
      handOver(ctx, ...(await onPermit(ctx, CROWD, { kepada: "Polsek Gunungsari" }))),
    ),
    on(2, "pelayanan", (ctx) => askFor(ctx, 4, ROAD, day(12))),
    on(1, "pelayanan", (ctx) => askFor(ctx, 6, FIELD, day(9))),
  ];
}

const HALL = { jenis: "hall", keperluan: "Resepsi pernikahan", place: "Balai Desa" };
const FIELD = { jenis: "field", keperluan: "Turnamen voli antardusun", place: "Lapangan Sesela" };
const ROAD = { jenis: "road", keperluan: "Begawe di depan rumah", place: "Jalan Kebun Lauk" };
const CROWD = {
  jenis: "recommendation-police",
  keperluan: "Pentas gendang beleq",
  lokasi: "Lapangan Sesela",
};

async function headOf({ db }: OfficeCtx, place: number): Promise<string> {
  const [row] = await db
    .select({ id: residents.id })
    .from(residents)
    .where(eq(residents.familyRole, 1))
    .orderBy(asc(residents.number))
    .limit(1)
    .offset(place);
  if (!row) throw new Error(`the register has no head ${place}`);
  return row.id;
}

async function addPlaces(ctx: OfficeCtx): Promise<void> {
  const place = (jenis: string, nama: string, jaminan: string) =>
    savePlace(ctx, PlaceInput.parse({ jenis, nama, jaminan }));
  await place("hall", HALL.place, "200.000");
  await place("field", FIELD.place, "100.000");
  await place("road", ROAD.place, "");
}

/** Sheets of these heads, ready and on their way in one batch. */
async function sendSheets(ctx: OfficeCtx, heads: readonly number[]): Promise<void> {
  const lembar: string[] = [];
  for (const head of heads) {
    const { id } = await makeForm(ctx, await headOf(ctx, head), "F-1.02");
    const { isian, version } = await loadFormToEdit(ctx, id);
    const permohonan = [{ jenis: "KK: rusak", syarat: "KK yang rusak" }];
    await saveForm(ctx, id, { versi: version, maksud: "siap", isian: { ...isian, permohonan } });
    lembar.push(id);
  }
  const { id } = await openBatch(ctx, { lembar });
  const sent = { tanggal: todayOf(ctx), pembawa: "Lalu Hamdi", nomor: "TT/1182", berkas: null };
  await sendBatch(ctx, id, { versi: 1, ...sent });
}

async function finishFirst(ctx: OfficeCtx): Promise<void> {
  const [row] = await ctx.db
    .select({ id: dukcapilForms.id })
    .from(dukcapilForms)
    .where(eq(dukcapilForms.state, "sent"))
    .orderBy(asc(dukcapilForms.id))
    .limit(1);
  if (!row) throw new Error("nothing lies at Dukcapil");
  const { version } = await getForm(ctx.db, row.id);
  const issued = { nik: null, akta_lahir: null, nomor: "KK terbit" };
  await finishForm(ctx, row.id, { versi: version, tanggal: todayOf(ctx), ...issued });
}

interface Wanted {
  jenis: string;
  keperluan: string;
  place?: string;
  lokasi?: string;
}

async function askFor(ctx: OfficeCtx, head: number, { place, ...wanted }: Wanted, on: string): Promise<void> {
  const [found] = place ? await ctx.db.select().from(permitPlaces).where(eq(permitPlaces.name, place)) : [];
  const time = { mulai: on, jam_mulai: "08:00", selesai: on, jam_selesai: "17:00" };
  const input = AskInput.parse({ ...wanted, ...time, tempat: found?.id });
  const { id } = await askPermit(ctx, await headOf(ctx, head), input);
  if (!place?.startsWith("Jalan")) return;
  const consent = { tetangga: "Amaq Rusni", sisi: "sebelah timur", jawaban: "setuju" };
  await recordConsent(ctx, id, ConsentInput.parse(consent));
}

async function grant(ctx: OfficeCtx, wanted: Wanted): Promise<void> {
  const [id, { versi }] = await onPermit(ctx, wanted, {});
  const catatan = wanted.place ? null : "Tetangga sekitar lapangan sudah diberi tahu";
  await grantPermit(ctx, id, { versi, catatan });
}

/** A permit as its page would show it, with the day of today. */
async function onPermit<More extends object>(
  ctx: OfficeCtx,
  { keperluan }: Wanted,
  more: More,
): Promise<[string, More & { versi: number; tanggal: string }]> {
  const [row] = await ctx.db.select().from(permits).where(eq(permits.purpose, keperluan));
  if (!row) throw new Error(`nobody asked for ${keperluan}`);
  return [row.id, { ...more, versi: row.version, tanggal: todayOf(ctx) }];
}
