import { z } from "zod";
import { ACTIVITY_CODE } from "./apbdes-rules.ts";
import { DIRECTIONS } from "./rules.ts";

/** Positions that the template proposes as persons in charge (the slugs of sign-up). */
export const RESPONSIBLE_POSITIONS = [
  "sekretaris-desa",
  "kasi-pemerintahan",
  "kasi-kesejahteraan",
  "kasi-pelayanan",
  "kaur-umum",
  "kaur-keuangan",
  "kaur-perencanaan",
] as const;

/** Duties (tupoksi) of the sections and offices named by Permendagri 84/2015. */
export const DUTIES = {
  governance: "Kasi Pemerintahan: melaksanakan manajemen tata praja pemerintahan",
  regulation: "Kasi Pemerintahan: menyusun rancangan regulasi desa",
  land: "Kasi Pemerintahan: membina masalah pertanahan",
  order: "Kasi Pemerintahan: membina ketenteraman dan ketertiban",
  protection: "Kasi Pemerintahan: melaksanakan upaya pelindungan masyarakat",
  population: "Kasi Pemerintahan: mengurus kependudukan",
  territory: "Kasi Pemerintahan: menata dan mengelola wilayah",
  profile: "Kasi Pemerintahan: mendata dan mengelola Profil Desa",
  rights: "Kasi Pelayanan: memberi penyuluhan tentang hak dan kewajiban masyarakat",
  participation: "Kasi Pelayanan: meningkatkan partisipasi masyarakat",
  planning: "Kaur Perencanaan: mengoordinasikan urusan perencanaan, pemantauan, dan laporan",
  secretariat: "Sekretaris Desa: mengoordinasikan urusan umum dan administrasi perangkat desa",
  assets: "Kaur Tata Usaha dan Umum: mengurus inventaris, arsip, dan rumah tangga kantor",
} as const;

/** Capabilities of Balai that do an activity's work; null where none does. */
export const ACTIVITY_MODULES = [
  "services",
  "training",
  "gis",
  "outreach",
  "land",
  "disputes",
  "certificates",
  "musrenbang",
  "forum",
  "law",
  "groups",
  "visits",
  "literacy",
] as const;

const Key = z.string().regex(/^[a-z]+(-[a-z]+)*$/);
const Sentence = z.string().min(20).max(400).regex(/\.$/);

export const TemplateIndicator = z.strictObject({
  name: z.string().min(5).max(160),
  unit: z.string().min(1).max(30),
  direction: z.enum(DIRECTIONS),
  isCumulative: z.boolean(),
});

export const TemplateActivity = z.strictObject({
  /** Stays the same for ever: a year's activity remembers which ready one it came from. */
  key: Key,
  name: z.string().min(10).max(120),
  purpose: Sentence,
  duty: z.enum(Object.values(DUTIES) as [string, ...string[]]),
  legalBasis: z.array(z.string().min(8).max(160)).min(1).max(4),
  activityCode: z.string().regex(ACTIVITY_CODE),
  months: z.array(z.int().min(1).max(12)).min(1).max(12),
  responsible: z.enum(RESPONSIBLE_POSITIONS),
  /** Number of the capability in the product's list, such as `1.3`. */
  capability: z
    .string()
    .regex(/^[1-4]\.[1-4]$/)
    .nullable(),
  module: z.enum(ACTIVITY_MODULES).nullable(),
  indicators: z.array(TemplateIndicator).min(1).max(3),
});

export const TemplateProgramme = z.strictObject({
  key: Key,
  name: z.string().min(10).max(120),
  purpose: Sentence,
  activities: z.array(TemplateActivity).min(1),
});

export type TemplateIndicator = z.infer<typeof TemplateIndicator>;
export type TemplateActivity = z.infer<typeof TemplateActivity>;
export type TemplateProgramme = z.infer<typeof TemplateProgramme>;
