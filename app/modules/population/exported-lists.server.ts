import { dayIn } from "#app/platform/clock.ts";
import { dayCell, exportedList } from "#app/platform/export/exported-list.ts";
import { labelOf } from "./code-lists.ts";
import { readEventAddress } from "./event-log-rules.ts";
import { EVENT_NAMES, eventPlace, STATUS_NAMES } from "./event-words.ts";
import { type FamilyToTake, listFamiliesToTake } from "./families-to-take.server.ts";
import { readFamilyAddress } from "./family-list-rules.ts";
import { type LoggedEvent, listEvents } from "./list-events.server.ts";
import { readListAddress } from "./list-rules.ts";
import { listResidentsToTake, type ResidentToTake } from "./residents-to-take.server.ts";

/** So many at once: each takes two decryptions. */
const PART_ROWS = 500;
const MODULE = { module: "population", permission: "population.read" };
const SEX = (sex: number) => (sex === 2 ? "P" : "L");

/** Residents, cards and what happened: protected groups but identifiers stay out, these stand masked for who may not see them. */
export const populationLists = [
  exportedList<ResidentToTake>({
    ...{ key: "penduduk", title: "Penduduk", page: "/kantor/penduduk", access: "residents.list", ...MODULE },
    columns: [
      { header: "NIK", width: 20, cell: ({ nik }) => nik },
      { header: "No. KK", width: 20, cell: ({ kkNumber }) => kkNumber },
      { header: "Nama", width: 32, cell: ({ row }) => row.name },
      { header: "L/P", width: 6, cell: ({ row }) => SEX(row.sex) },
      { header: "Tempat lahir", width: 18, cell: ({ row }) => row.birthPlace },
      { header: "Tanggal lahir", width: 14, cell: ({ row }) => dayCell(row.birthDate) },
      { header: "Agama", width: 12, cell: ({ row }) => labelOf("religion", row.religion) },
      {
        header: "Status perkawinan",
        width: 18,
        cell: ({ row }) => labelOf("maritalStatus", row.maritalStatus),
      },
      { header: "Hubungan keluarga", width: 18, cell: ({ row }) => labelOf("familyRole", row.familyRole) },
      { header: "Pendidikan dalam KK", width: 24, cell: ({ row }) => labelOf("education", row.education) },
      { header: "Pekerjaan", width: 24, cell: ({ row }) => labelOf("occupation", row.occupation) },
      { header: "Kewarganegaraan", width: 12, cell: ({ row }) => labelOf("citizenship", row.citizenship) },
      { header: "Nama ayah", width: 24, cell: ({ row }) => row.fatherName },
      { header: "Nama ibu", width: 24, cell: ({ row }) => row.motherName },
      { header: "Alamat", width: 32, cell: ({ row }) => row.address },
      { header: "Wilayah", width: 32, cell: ({ areaText }) => areaText },
      {
        header: "Jenis penduduk",
        width: 14,
        cell: ({ row }) => (row.kind === "temporary" ? "Sementara" : "Tetap"),
      },
      { header: "Status", width: 16, cell: ({ row }) => STATUS_NAMES[row.status] ?? null },
      { header: "Tinggal sampai", width: 14, cell: ({ row }) => dayCell(row.staysUntil) },
    ],
    read: (ctx, query, after) => listResidentsToTake(ctx, readListAddress(query).filter, after, PART_ROWS),
  }),
  exportedList<FamilyToTake>({
    ...{
      key: "keluarga",
      title: "Kartu keluarga",
      page: "/kantor/penduduk/keluarga",
      access: "families.list",
    },
    ...MODULE,
    columns: [
      { header: "No. KK", width: 20, cell: ({ number }) => number },
      { header: "Kepala keluarga", width: 32, cell: ({ headName }) => headName },
      { header: "Anggota", width: 10, cell: ({ members }) => members },
      { header: "Alamat", width: 32, cell: ({ address }) => address },
      { header: "Wilayah", width: 32, cell: ({ areaText }) => areaText },
      { header: "Terbit", width: 12, cell: ({ issuedOn }) => dayCell(issuedOn) },
      { header: "Dicocokkan", width: 12, cell: ({ verifiedOn }) => dayCell(verifiedOn) },
    ],
    read: (ctx, query, after) => listFamiliesToTake(ctx, readFamilyAddress(query).filter, after, PART_ROWS),
  }),
  exportedList<LoggedEvent>({
    ...{ key: "mutasi", title: "Mutasi penduduk", page: "/kantor/penduduk/mutasi", access: "events.list" },
    ...MODULE,
    columns: [
      { header: "Tanggal", width: 12, cell: ({ happenedOn }) => dayCell(happenedOn) },
      { header: "Peristiwa", width: 20, cell: ({ kind }) => EVENT_NAMES[kind] },
      { header: "Nama", width: 32, cell: ({ name }) => name },
      { header: "L/P", width: 6, cell: ({ sex }) => SEX(sex) },
      { header: "Tempat lahir", width: 18, cell: ({ birthPlace }) => birthPlace },
      { header: "Tanggal lahir", width: 14, cell: ({ birthDate }) => dayCell(birthDate) },
      {
        header: "Kewarganegaraan",
        width: 12,
        cell: ({ citizenship }) => labelOf("citizenship", citizenship),
      },
      { header: "Dusun", width: 18, cell: ({ hamlet }) => hamlet },
      { header: "Dari/ke", width: 32, cell: (row) => eventPlace(row) },
      { header: "Keterangan", width: 40, cell: ({ note }) => note },
    ],
    read: async (ctx, query, after) => {
      const { period, kind } = readEventAddress(query, dayIn(ctx.tenant.timeZone, ctx.now));
      const { rows, nextId } = await listEvents(ctx, { ...period, kind, afterId: after }, PART_ROWS);
      return { rows, next: nextId };
    },
  }),
];
