/** What people read of the register of residents. */
export const POPULATION_WORDS = {
  gone: "Penduduk yang Anda cari tidak ada.",
  familyGone: "Kartu keluarga yang Anda cari tidak ada.",
} as const;
