/** Positions of village government and its partners, as `POST /daftar` and invitations name them. */
export const POSITIONS = [
  "kepala-desa",
  "sekretaris-desa",
  "kasi-pemerintahan",
  "kasi-kesejahteraan",
  "kasi-pelayanan",
  "kaur-umum",
  "kaur-keuangan",
  "kaur-perencanaan",
  "operator",
  "kepala-dusun",
  "ketua-rw",
  "ketua-rt",
  "ketua-bpd",
  "anggota-bpd",
] as const;
export type Position = (typeof POSITIONS)[number];

/** Positions that may sign a village up. */
export const SIGNUP_POSITIONS = POSITIONS.slice(0, 9) as readonly Position[];

const OFFICE: readonly Position[] = SIGNUP_POSITIONS;
const AREA: readonly Position[] = ["kepala-dusun", "ketua-rw", "ketua-rt"];
const COUNCIL: readonly Position[] = ["ketua-bpd", "anggota-bpd"];
/** Who leads the office and decides about its people. */
export const LEADERS: readonly Position[] = ["kepala-desa", "sekretaris-desa"];

/**
 * The one matrix: permission -> positions that hold it. What is not listed is denied.
 * Duties follow Permendagri 84/2015: the Kasi plans and does, Kaur Keuangan keeps the money, the Kepala Desa decides.
 */
export const MATRIX = {
  /** Meja kerja, own account, own inbox. */
  "office.enter": POSITIONS,
  "people.read": [...OFFICE, ...COUNCIL, ...AREA],
  "people.invite": LEADERS,
  /** Who holds which position; the finer rule is in people-rules.ts. */
  "people.manage": LEADERS,
  "audit.read": LEADERS,
  /** Groups of personal data in the clear (platform/privacy/field-groups.ts); each look is in the access log. */
  "data.identity": [...LEADERS, "kasi-pemerintahan", "kasi-pelayanan"],
  "data.contact": LEADERS,
  "data.health": [...LEADERS, "kasi-kesejahteraan"],
  "data.disability": [...LEADERS, "kasi-kesejahteraan"],
  "data.ethnicity": [...LEADERS, "kasi-pemerintahan"],
  "data.insurance": [...LEADERS, "kasi-kesejahteraan"],
  "data.children": [...LEADERS, "kasi-pemerintahan", "kasi-kesejahteraan"],
  /** Access log, requests of persons, breaches: who leads answers for the village's personal data. */
  "privacy.read": LEADERS,
  "privacy.requests": LEADERS,
  "privacy.breaches": LEADERS,
  /** Retention, limits of the access log, and the terms with the platform bind the village: its head alone. */
  "privacy.decide": ["kepala-desa"],
  /** Reading the terms with the platform; who may accept them is in privacy/accept-rules.ts. */
  "privacy.terms": OFFICE,
  "village.settings": [...LEADERS, "kasi-pemerintahan", "kaur-umum", "operator"],
  "modules.switch": LEADERS,
  /** All that the village has, in the clear; and its end. Its head alone answers for both. */
  "village.export": ["kepala-desa"],
  "village.exit": ["kepala-desa"],
  "programme.read": POSITIONS,
  "programme.plan": ["sekretaris-desa", "kasi-pemerintahan", "kaur-perencanaan"],
  "programme.approve": ["kepala-desa"],
  "programme.update": [...OFFICE.filter((position) => position !== "operator"), ...AREA],
  "programme.comment": [...OFFICE, ...AREA],
  "programme.spend": ["kaur-keuangan", "sekretaris-desa"],
  "programme.report": POSITIONS,
  /** The register of residents: who serves people sees it; identifiers and protected groups have data.* besides. */
  "population.read": OFFICE,
  "population.write": [...LEADERS, "kasi-pemerintahan", "kasi-pelayanan", "operator"],
  /** A whole file at once, or its undoing. */
  "population.import": [...LEADERS, "kasi-pemerintahan", "operator"],
  "letters.read": OFFICE,
  /** The counter: asking, filling in, marking as signed, handing over. */
  "letters.serve": [
    "sekretaris-desa",
    "kasi-pemerintahan",
    "kasi-kesejahteraan",
    "kasi-pelayanan",
    "kaur-umum",
    "operator",
  ],
  "letters.review": ["sekretaris-desa", "kasi-pemerintahan", "kasi-kesejahteraan", "kasi-pelayanan"],
  /** In the system or through BSrE; whose name stands under a letter follows from his office on the day. */
  "letters.sign": LEADERS,
  "letters.settings": [...LEADERS, "kasi-pemerintahan", "kaur-umum"],
  /** Incoming letters, disposition, official letters out, agenda and expedition books (Kaur TU & Umum). */
  "mail.read": OFFICE,
  "mail.write": [
    ...LEADERS,
    "kasi-pemerintahan",
    "kasi-kesejahteraan",
    "kasi-pelayanan",
    "kaur-umum",
    "operator",
  ],
  "mail.dispose": LEADERS,
  /** The registers of Permendagri 47/2016 that hold no residents; those of residents ask population.read. */
  "registers.read": [...OFFICE, ...COUNCIL],
  "registers.write": [...LEADERS, "kasi-pemerintahan", "kaur-umum", "operator"],
  "statistics.read": POSITIONS,
  /** Data sheets and batches to Dukcapil. */
  "dukcapil.read": [...LEADERS, "kasi-pemerintahan", "kasi-pelayanan", "operator"],
  "dukcapil.write": [...LEADERS, "kasi-pemerintahan", "kasi-pelayanan", "operator"],
  "permits.read": OFFICE,
  "permits.write": [...LEADERS, "kasi-pemerintahan", "kasi-kesejahteraan", "kasi-pelayanan", "kaur-umum"],
  "permits.decide": LEADERS,
  /** Slips, registrations and closing of residents' accounts; corrections that residents propose. */
  "resident-accounts.manage": [...LEADERS, "kasi-pemerintahan", "kasi-pelayanan", "operator"],
  "complaints.read": [...LEADERS, "kasi-pemerintahan", "kasi-kesejahteraan", "kasi-pelayanan", "kaur-umum"],
  /** Who answers for a complaint, and what of it is made public. */
  "complaints.assign": [...LEADERS, "kasi-pemerintahan"],
  "standard.write": [...LEADERS, "kasi-pemerintahan", "kasi-pelayanan"],
  /** The service standard is set by the head (Permendagri 2/2017). */
  "standard.adopt": ["kepala-desa"],
  /** The village's public face. */
  "portal.read": OFFICE,
  "portal.write": [...LEADERS, "kasi-pemerintahan", "kasi-pelayanan", "kaur-umum", "operator"],
  "portal.budget": [...LEADERS, "kaur-keuangan", "kaur-perencanaan"],
  "portal.domain": LEADERS,
  /** PPID: the Sekretaris Desa leads it (Permendagri 2/2026). */
  "information.handle": [...LEADERS, "kasi-pemerintahan", "kaur-umum"],
  "information.decide": LEADERS,
} as const satisfies Record<string, readonly Position[]>;
export type Permission = keyof typeof MATRIX;

/** What the person who signed the village up may do besides his position. */
const ADMIN_PERMISSIONS: readonly Permission[] = [
  "office.enter",
  "people.read",
  "people.invite",
  "people.manage",
  "village.settings",
  "modules.switch",
  "privacy.terms",
];

/** All permissions of a person who holds these positions. */
export function permissionsOf(positions: readonly string[], isAdmin: boolean): Set<string> {
  const held = new Set<string>(isAdmin ? ADMIN_PERMISSIONS : []);
  for (const [permission, holders] of Object.entries(MATRIX)) {
    if (positions.some((position) => (holders as readonly string[]).includes(position))) held.add(permission);
  }
  return held;
}
