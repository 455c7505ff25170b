import { readBalanceBook } from "./read-balance.server.ts";
import { readDecrees, readGazette, readInventory, readRegulations } from "./read-general.server.ts";
import { readMutations } from "./read-mutations.server.ts";
import { readOfficials } from "./read-officials.server.ts";
import { readCardBook, readMainBook, readTemporaryBook } from "./read-residents.server.ts";
import type { RegisterKey } from "./register-rules.ts";
import type { ReadRegister } from "./register-table.ts";

/** How each register is read. */
export const SOURCES: Record<RegisterKey, ReadRegister> = {
  peraturan: readRegulations,
  keputusan: readDecrees,
  inventaris: readInventory,
  aparat: readOfficials,
  lembaran: readGazette,
  induk: readMainBook,
  mutasi: readMutations,
  rekapitulasi: readBalanceBook,
  sementara: readTemporaryBook,
  "ktp-kk": readCardBook,
};
