/** What the handover of an official's work says of the programme. */
export const HANDOVER_WORDS = {
  responsible: "Penanggung jawab berpindah kepada penggantinya.",
  member: "Tempatnya dalam tim diisi penggantinya.",
  step: (activity: string) => `Langkah dalam ${activity}; berpindah kepada penggantinya.`,
  draft: "Belum dikirim; diselesaikan penanggung jawab kegiatannya.",
  returned: "Dikembalikan untuk diperbaiki; diperbaiki penanggung jawab kegiatannya.",
  submitted: "Menunggu persetujuan; tetap berjalan.",
  report: (activity: string) => `Laporan ${activity}`,
};
