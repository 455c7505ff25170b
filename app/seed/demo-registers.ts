import type { OfficeCtx } from "#app/context.ts";
import { changeItem } from "#app/modules/registers/change-item.server.ts";
import { enterEntry } from "#app/modules/registers/enter-entry.server.ts";
import { newEntryValues } from "#app/modules/registers/entry-form.server.ts";
import {
  DecreeInput,
  GazetteInput,
  ItemChangeInput,
  ItemInput,
  OfficialInput,
  RegulationInput,
} from "#app/modules/registers/input.ts";
import { instantOf } from "#app/platform/clock.ts";
import type { DemoYear } from "./demo-year.ts";
import type { Deed } from "./seed-deeds.ts";

/** A few rows of A.1-A.4 and A.9, entered as the year went on. */
export function registerDeeds({ year, zone }: DemoYear): Deed[] {
  const deed = (day: string, act: Deed["act"]): Deed => ({
    at: instantOf(zone, `${year}-${day}`, 10),
    by: "umum",
    act,
  });
  return [
    deed("01-12", (ctx) => enterOfficials(ctx)),
    deed("01-14", (ctx) => enterThings(ctx, year)),
    deed("02-16", (ctx) => promulgate(ctx, year)),
    deed("03-03", (ctx) => enterEntry(ctx, "keputusan", decree(year))),
  ];
}

async function promulgate(ctx: OfficeCtx, year: number): Promise<void> {
  const rule = RegulationInput.parse({
    jenis: "peraturan-desa",
    nomor: `1 Tahun ${year}`,
    ditetapkan: `${year}-02-09`,
    tentang: "Pengelolaan sampah rumah tangga",
    uraian: "Pemilahan dari rumah, jadwal angkut, dan iuran.",
    disepakati: `${year}-02-05`,
  });
  const { id } = await enterEntry(ctx, "peraturan", rule);
  const values = await newEntryValues(ctx, "lembaran", new URLSearchParams({ peraturan: id }));
  await enterEntry(ctx, "lembaran", GazetteInput.parse({ ...values, diundangkan: `${year}-02-10` }));
}

function decree(year: number): DecreeInput {
  return DecreeInput.parse({
    nomor: `7 Tahun ${year}`,
    ditetapkan: `${year}-03-02`,
    tentang: "Penetapan Tim Pelaksana Kegiatan",
  });
}

async function enterThings(ctx: OfficeCtx, year: number): Promise<void> {
  const chairs = { nama: "Kursi lipat", jumlah: "120", satuan: "buah", asal: "dibeli", nilai: "18.000.000" };
  const { id } = await enterEntry(
    ctx,
    "inventaris",
    ItemInput.parse({ ...chairs, diperoleh: `${year - 2}-04-11`, tempat: "Aula kantor desa" }),
  );
  const printer = { nama: "Pencetak", jumlah: "2", satuan: "unit", asal: "bantuan-kabupaten" };
  await enterEntry(ctx, "inventaris", ItemInput.parse({ ...printer, diperoleh: `${year - 1}-08-20` }));
  const change = { keadaan: "rusak", jumlah: "6", tanggal: `${year}-01-10` };
  await changeItem(ctx, id, ItemChangeInput.parse(change));
}

/** One of the time before Balai. */
async function enterOfficials(ctx: OfficeCtx): Promise<void> {
  const former = OfficialInput.parse({
    nama: "Haji Umar Sanusi",
    jabatan: "sekretaris-desa",
    kelamin: "1",
    tempat_lahir: "Sesela",
    tanggal_lahir: "1959-07-17",
    agama: "1",
    pendidikan: "5",
    nomor_angkat: "5 Tahun 2001",
    diangkat: "2001-02-01",
    nomor_henti: "9 Tahun 2019",
    diberhentikan: "2019-07-17",
  });
  await enterEntry(ctx, "aparat", former);
}
