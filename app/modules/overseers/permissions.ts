/** Kinds of people above the villages. */
export const OVERSEER_ROLES = ["operator", "kabupaten-admin", "kabupaten-member"] as const;
export type OverseerRole = (typeof OVERSEER_ROLES)[number];

/** The matrix above the villages: permission -> roles that hold it. What is not listed is denied. */
export const OVERSIGHT_MATRIX = {
  /** Home, own account. */
  "operator.enter": ["operator"],
  /** Operators, and the admins of each kabupaten: invite, dismiss, end sessions. */
  "operator.people": ["operator"],
  "kabupaten.enter": ["kabupaten-admin", "kabupaten-member"],
  /** The people of the own kabupaten: invite, dismiss, end sessions. */
  "kabupaten.people": ["kabupaten-admin"],
  /** Let a Kepala Desa who lost his account in again. */
  "villages.recover": ["operator", "kabupaten-admin"],
  /** Verifications and contests: read letters, accept, refuse; a kabupaten inside its own region. */
  "operator.claims": ["operator"],
  "kabupaten.claims": ["kabupaten-admin", "kabupaten-member"],
  /** The kabupaten's list of officials, against which villages are matched. */
  "kabupaten.officials": ["kabupaten-admin", "kabupaten-member"],
  /** All villages: suspend, verify, prolong, give room, restore. Never what is in them. */
  "operator.villages": ["operator"],
  /** Jobs, homes and alerts of the platform. */
  "operator.system": ["operator"],
} as const satisfies Record<string, readonly OverseerRole[]>;
export type OversightPermission = keyof typeof OVERSIGHT_MATRIX;

/** What somebody above the villages is. */
export function roleOf(person: { kind: "operator" | "kabupaten"; isAdmin: boolean }): OverseerRole {
  if (person.kind === "operator") return "operator";
  return person.isAdmin ? "kabupaten-admin" : "kabupaten-member";
}

/** All permissions of a role. */
export function oversightPermissionsOf(role: OverseerRole): Set<string> {
  const rows = Object.entries(OVERSIGHT_MATRIX) as [string, readonly OverseerRole[]][];
  return new Set(rows.filter(([, holders]) => holders.includes(role)).map(([permission]) => permission));
}
