/** What the settings of letters say. */
export const KIND_WORDS = {
  noKind: "Jenis surat ini tidak ada.",
} as const;
