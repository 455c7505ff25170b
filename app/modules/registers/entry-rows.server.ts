import type { VillageCtx } from "#app/context.ts";
import { sealValue } from "#app/platform/keys/sealed-field.ts";
import {
  gazetteEntries,
  headDecrees,
  inventoryItems,
  officialRecords,
  villageRegulations,
} from "#db/village/schema/registers.ts";
import type { EntryBook, EntryInputs } from "./input.ts";
import { OFFICIAL_NIP } from "./sealed-fields.ts";

/** Where each book's rows lie. All have the columns of `kept` in the schema. */
export const TABLES = {
  peraturan: villageRegulations,
  keputusan: headDecrees,
  inventaris: inventoryItems,
  lembaran: gazetteEntries,
  aparat: officialRecords,
} as const satisfies Record<EntryBook, unknown>;

type Columns = Record<string, string | number | null>;
type Keys = Pick<VillageCtx, "keys">;

/** What a form says, in the columns of its book. The number of a gazette is given where the row is written. */
const COLUMNS: { [Book in EntryBook]: (ctx: Keys, input: EntryInputs[Book]) => Promise<Columns> } = {
  peraturan: async (_ctx, input) => ({
    kind: input.jenis,
    number: input.nomor,
    setOn: input.ditetapkan,
    about: input.tentang,
    summary: input.uraian,
    agreedOn: input.disepakati,
    reportedNumber: input.nomor_laporan,
    reportedOn: input.dilaporkan,
    note: input.keterangan,
  }),
  keputusan: async (_ctx, input) => ({
    number: input.nomor,
    setOn: input.ditetapkan,
    about: input.tentang,
    summary: input.uraian,
    reportedNumber: input.nomor_laporan,
    reportedOn: input.dilaporkan,
    note: input.keterangan,
  }),
  inventaris: async (_ctx, input) => ({
    name: input.nama,
    code: input.kode,
    quantity: input.jumlah,
    unit: input.satuan,
    origin: input.asal,
    acquiredOn: input.diperoleh,
    value: input.nilai,
    place: input.tempat,
    note: input.keterangan,
  }),
  lembaran: async (_ctx, input) => ({
    regulationId: input.peraturan,
    book: input.buku,
    year: Number(input.diundangkan.slice(0, 4)),
    number: input.nomor_buku,
    ruleKind: input.jenis,
    ruleNumber: input.nomor,
    setOn: input.ditetapkan,
    about: input.tentang,
    promulgatedOn: input.diundangkan,
    note: input.keterangan,
  }),
  aparat: async (ctx, input) => ({
    termId: input.masa,
    name: input.nama,
    position: input.jabatan,
    sex: Number(input.kelamin),
    niap: input.niap,
    nipSealed: (await sealValue(ctx.keys, OFFICIAL_NIP, input.nip)).sealed,
    birthPlace: input.tempat_lahir,
    birthDate: input.tanggal_lahir,
    religion: input.agama,
    rank: input.pangkat,
    education: input.pendidikan,
    appointedNumber: input.nomor_angkat,
    appointedOn: input.diangkat,
    dismissedNumber: input.nomor_henti,
    dismissedOn: input.diberhentikan,
    note: input.keterangan,
  }),
};

export function columnsOf<Book extends EntryBook>(
  ctx: Keys,
  book: Book,
  input: EntryInputs[Book],
): Promise<Columns> {
  return COLUMNS[book](ctx, input);
}
