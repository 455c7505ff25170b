import { ACCESS_WORDS as accountsAccessWords } from "./modules/accounts/access-words.ts";
import {
  AUDIT_KINDS as accountsAuditKinds,
  AUDIT_WORDS as accountsAuditWords,
} from "./modules/accounts/audit-words.ts";
import { ACCESS_WORDS as complaintsAccessWords } from "./modules/complaints/access-words.ts";
import {
  AUDIT_KINDS as complaintsAuditKinds,
  AUDIT_WORDS as complaintsAuditWords,
} from "./modules/complaints/audit-words.ts";
import { INDICATORS as complaintsIndicators } from "./modules/complaints/indicators.ts";
import { ACCESS_WORDS as mailAccessWords } from "./modules/correspondence/access-words.ts";
import {
  AUDIT_KINDS as mailAuditKinds,
  AUDIT_WORDS as mailAuditWords,
} from "./modules/correspondence/audit-words.ts";
import { ACCESS_WORDS as dataAccessWords } from "./modules/data/access-words.ts";
import { AUDIT_KINDS as dataAuditKinds, AUDIT_WORDS as dataAuditWords } from "./modules/data/audit-words.ts";
import { ACCESS_WORDS as dukcapilAccessWords } from "./modules/dukcapil/access-words.ts";
import {
  AUDIT_KINDS as dukcapilAuditKinds,
  AUDIT_WORDS as dukcapilAuditWords,
} from "./modules/dukcapil/audit-words.ts";
import { ACCESS_WORDS as informationAccessWords } from "./modules/information/access-words.ts";
import {
  AUDIT_KINDS as informationAuditKinds,
  AUDIT_WORDS as informationAuditWords,
} from "./modules/information/audit-words.ts";
import { INDICATORS as informationIndicators } from "./modules/information/indicators.ts";
import { ACCESS_WORDS as lettersAccessWords } from "./modules/letters/access-words.ts";
import {
  CHAIN_AUDIT_KINDS as lettersAuditKinds,
  CHAIN_AUDIT_WORDS as lettersAuditWords,
} from "./modules/letters/chain-audit-words.ts";
import { INDICATORS as lettersIndicators } from "./modules/letters/indicators.ts";
import { KIND_AUDIT_KINDS, KIND_AUDIT_WORDS } from "./modules/letters/kind-audit-words.ts";
import { SERVICE_INDICATORS as lettersServiceIndicators } from "./modules/letters/service-indicators.ts";
import { ACCESS_WORDS as permitsAccessWords } from "./modules/permits/access-words.ts";
import {
  AUDIT_KINDS as permitsAuditKinds,
  AUDIT_WORDS as permitsAuditWords,
} from "./modules/permits/audit-words.ts";
import { ACCESS_WORDS as populationAccessWords } from "./modules/population/access-words.ts";
import {
  AUDIT_KINDS as populationAuditKinds,
  AUDIT_WORDS as populationAuditWords,
} from "./modules/population/audit-words.ts";
import { INDICATORS as populationIndicators } from "./modules/population/indicators.ts";
import {
  AUDIT_KINDS as portalAuditKinds,
  AUDIT_WORDS as portalAuditWords,
} from "./modules/portal/audit-words.ts";
import { ACCESS_WORDS as privacyAccessWords } from "./modules/privacy/access-words.ts";
import {
  AUDIT_KINDS as privacyAuditKinds,
  AUDIT_WORDS as privacyAuditWords,
} from "./modules/privacy/audit-words.ts";
import {
  AUDIT_KINDS as programmeAuditKinds,
  AUDIT_WORDS as programmeAuditWords,
} from "./modules/programme/audit-words.ts";
import { INDICATORS as programmeIndicators } from "./modules/programme/indicators.ts";
import { ACCESS_WORDS as registersAccessWords } from "./modules/registers/access-words.ts";
import {
  AUDIT_KINDS as registersAuditKinds,
  AUDIT_WORDS as registersAuditWords,
} from "./modules/registers/audit-words.ts";
import { ACCESS_WORDS as residentAccountsAccessWords } from "./modules/resident-accounts/access-words.ts";
import {
  AUDIT_KINDS as residentAccountsAuditKinds,
  AUDIT_WORDS as residentAccountsAuditWords,
} from "./modules/resident-accounts/audit-words.ts";
import { ACCESS_WORDS as importAccessWords } from "./modules/resident-import/access-words.ts";
import {
  AUDIT_KINDS as importAuditKinds,
  AUDIT_WORDS as importAuditWords,
} from "./modules/resident-import/audit-words.ts";
import { ACCESS_WORDS as residentLettersAccessWords } from "./modules/resident-letters/access-words.ts";
import { AUDIT_WORDS as residentLettersAuditWords } from "./modules/resident-letters/audit-words.ts";
import {
  AUDIT_KINDS as standardAuditKinds,
  AUDIT_WORDS as standardAuditWords,
} from "./modules/service-standard/audit-words.ts";
import {
  AUDIT_KINDS as trustAuditKinds,
  AUDIT_WORDS as trustAuditWords,
} from "./modules/trust/audit-words.ts";
import {
  AUDIT_KINDS as villageAuditKinds,
  AUDIT_WORDS as villageAuditWords,
} from "./modules/village/audit-words.ts";
import type { AuditWords } from "./platform/audit-words.ts";
import type { CountedIndicator } from "./platform/indicators.ts";
import type { AccessWords } from "./platform/privacy/access-words.ts";
import type { IconName } from "./ui/icons.tsx";

/** A capability that a village may switch on; it stands on Meja kerja as a tile. */
export interface ModuleSwitch {
  key: string;
  name: string;
  /** What it is for, in one sentence. */
  purpose: string;
  icon: IconName;
  href: string;
  /** Permission without which the tile is not shown. */
  permission: string;
  /** Who holds one of these works in it: a phone's bar shows him this module before those that he only reads. */
  workedBy: readonly string[];
  isOnFromStart: boolean;
}

/** Every switch, in the order in which tiles stand. */
export const MODULES: readonly ModuleSwitch[] = [
  {
    key: "programme",
    name: "Program kerja",
    purpose: "Merencanakan, melaksanakan, dan melaporkan kegiatan satu tahun.",
    icon: "list",
    href: "/kantor/program-kerja",
    permission: "programme.read",
    workedBy: ["programme.plan", "programme.approve", "programme.spend"],
    isOnFromStart: true,
  },
  {
    key: "population",
    name: "Penduduk",
    purpose: "Mencatat warga dan kartu keluarga, dan apa yang terjadi padanya.",
    icon: "people",
    href: "/kantor/penduduk",
    permission: "population.read",
    workedBy: ["population.write"],
    isOnFromStart: true,
  },
  {
    key: "letters",
    name: "Surat",
    purpose: "Membuat, memberi nomor, menandatangani, dan menyerahkan surat warga.",
    icon: "print",
    href: "/kantor/surat",
    permission: "letters.read",
    workedBy: ["letters.serve"],
    isOnFromStart: true,
  },
  {
    key: "correspondence",
    name: "Surat masuk dan buku",
    purpose: "Mencatat surat masuk, disposisi, surat keluar, Buku Agenda, dan Buku Ekspedisi.",
    icon: "file",
    href: "/kantor/buku",
    permission: "mail.read",
    workedBy: ["mail.write"],
    isOnFromStart: true,
  },
  {
    key: "registers",
    name: "Register desa",
    purpose: "Buku administrasi desa menurut Permendagri 47/2016, dan statistik penduduk.",
    icon: "chart",
    href: "/kantor/register",
    permission: "registers.read",
    workedBy: ["registers.write"],
    isOnFromStart: true,
  },
  {
    key: "complaints",
    name: "Pengaduan",
    purpose: "Menerima, membagi, dan menjawab pengaduan warga sebelum batasnya.",
    icon: "chat",
    href: "/kantor/pengaduan",
    permission: "complaints.read",
    workedBy: ["complaints.assign"],
    isOnFromStart: true,
  },
  {
    key: "dukcapil",
    name: "Berkas ke Dukcapil",
    purpose: "Lembar data akta, KK, dan kepindahan: diisi, dikirim, dan dicatat hasilnya.",
    icon: "send",
    href: "/kantor/dukcapil",
    permission: "dukcapil.read",
    workedBy: ["dukcapil.write"],
    isOnFromStart: true,
  },
  {
    key: "permits",
    name: "Izin",
    purpose: "Izin memakai balai, lapangan, jalan, dan tanah desa; rekomendasi ke Polsek dan Camat.",
    icon: "calendar",
    href: "/kantor/izin",
    permission: "permits.read",
    workedBy: ["permits.write", "permits.decide"],
    isOnFromStart: true,
  },
  {
    key: "information",
    name: "Informasi publik",
    purpose: "Mengumumkan dokumen desa, dan menjawab permohonan informasi dalam 10 hari kerja.",
    icon: "info",
    href: "/kantor/informasi",
    permission: "information.handle",
    workedBy: ["information.handle"],
    isOnFromStart: true,
  },
  {
    key: "portal",
    name: "Halaman desa",
    purpose: "Menerbitkan berita, pengumuman, agenda, anggaran, dan nomor penting bagi warga.",
    icon: "home",
    href: "/kantor/halaman-desa",
    permission: "portal.read",
    workedBy: ["portal.write", "portal.budget"],
    isOnFromStart: true,
  },
  {
    key: "resident-accounts",
    name: "Layanan warga",
    purpose:
      "Warga meminta surat dan melihat datanya dari ponsel, dengan akun yang dibuka lewat slip kantor.",
    icon: "user",
    href: "/kantor/akun-warga",
    permission: "resident-accounts.manage",
    workedBy: ["resident-accounts.manage"],
    isOnFromStart: true,
  },
];

/** Is a module on, given what the village switched? */
export function isModuleOn(key: string, switches: ReadonlyMap<string, boolean>): boolean {
  return switches.get(key) ?? MODULES.find((each) => each.key === key)?.isOnFromStart ?? false;
}

/** What each module says of its audit rows; an action without words shows its code. */
export const AUDIT_WORDS: AuditWords = {
  ...accountsAuditWords,
  ...complaintsAuditWords,
  ...mailAuditWords,
  ...dataAuditWords,
  ...dukcapilAuditWords,
  ...lettersAuditWords,
  ...KIND_AUDIT_WORDS,
  ...permitsAuditWords,
  ...populationAuditWords,
  ...informationAuditWords,
  ...portalAuditWords,
  ...privacyAuditWords,
  ...programmeAuditWords,
  ...registersAuditWords,
  ...residentAccountsAuditWords,
  ...residentLettersAuditWords,
  ...importAuditWords,
  ...standardAuditWords,
  ...trustAuditWords,
  ...villageAuditWords,
};

/** Kinds by which the audit log can be narrowed: first word of an action -> what people call it. */
export const AUDIT_KINDS: Record<string, string> = {
  ...accountsAuditKinds,
  ...complaintsAuditKinds,
  ...mailAuditKinds,
  ...dataAuditKinds,
  ...dukcapilAuditKinds,
  ...lettersAuditKinds,
  ...KIND_AUDIT_KINDS,
  ...permitsAuditKinds,
  ...populationAuditKinds,
  ...informationAuditKinds,
  ...portalAuditKinds,
  ...privacyAuditKinds,
  ...programmeAuditKinds,
  ...registersAuditKinds,
  ...residentAccountsAuditKinds,
  ...importAuditKinds,
  ...standardAuditKinds,
  ...trustAuditKinds,
  ...villageAuditKinds,
};

/** What each module calls the fields and pages that stand in the access log. */
export const ACCESS_WORDS: AccessWords = {
  ...accountsAccessWords,
  ...complaintsAccessWords,
  ...mailAccessWords,
  ...dataAccessWords,
  ...dukcapilAccessWords,
  ...permitsAccessWords,
  ...populationAccessWords,
  ...residentAccountsAccessWords,
  ...residentLettersAccessWords,
  ...registersAccessWords,
  ...importAccessWords,
  ...informationAccessWords,
  ...lettersAccessWords,
  ...privacyAccessWords,
};

/** Every figure that is counted from records and may be a target in the work programme. */
export const COUNTED_INDICATORS: readonly CountedIndicator[] = [
  ...programmeIndicators,
  ...lettersIndicators,
  ...lettersServiceIndicators,
  ...complaintsIndicators,
  ...populationIndicators,
  ...informationIndicators,
];
