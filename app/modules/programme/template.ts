import { CAPACITY_ACTIVITIES, PARTICIPATION_ACTIVITIES } from "./template-people.ts";
import { LAND_ACTIVITIES, SERVICE_ACTIVITIES } from "./template-service-land.ts";
import type { TemplateActivity, TemplateProgramme } from "./template-shape.ts";

/** What a new village's first year starts with: four programmes, fourteen activities, to keep, drop, reword or add to. */
export const TEMPLATE: readonly TemplateProgramme[] = [
  {
    key: "pelayanan-kependudukan",
    name: "Peningkatan mutu pelayanan publik dan administrasi kependudukan",
    purpose:
      "Urusan warga di kantor desa selesai dalam waktu yang dijanjikan, dengan syarat yang jelas dan data yang benar.",
    activities: SERVICE_ACTIVITIES,
  },
  {
    key: "pertanahan",
    name: "Penataan administrasi pertanahan desa",
    purpose:
      "Catatan tanah di desa mutakhir dan dapat ditelusuri, dan perselisihan tanah ditangani sebelum membesar.",
    activities: LAND_ACTIVITIES,
  },
  {
    key: "partisipasi-masyarakat",
    name: "Pemberdayaan masyarakat dalam tata kelola pemerintahan desa",
    purpose: "Semua kelompok warga ikut menentukan arah desa dan tahu apa yang menjadi keputusan bersama.",
    activities: PARTICIPATION_ACTIVITIES,
  },
  {
    key: "kapasitas-aparatur",
    name: "Peningkatan kapasitas aparatur pemerintah desa",
    purpose: "Setiap perangkat desa menguasai pekerjaan jabatannya dan terus menambah pengetahuan.",
    activities: CAPACITY_ACTIVITIES,
  },
];

/** The template's ready activity of this key, or null. */
export function findTemplateActivity(key: string): TemplateActivity | null {
  return (
    TEMPLATE.flatMap((programme) => programme.activities).find((activity) => activity.key === key) ?? null
  );
}
