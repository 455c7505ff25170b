/** The two offices above the villages: who runs Balai, and a kabupaten or kota. */
export type OversightKind = "operator" | "kabupaten";

/** Who does something above the villages. Built once per request by the guard. */
export interface Overseer {
  overseerId: string;
  sessionId: string;
  name: string;
  kind: OversightKind;
  /** Region code of the kabupaten or kota, `52.01`; null for operators. */
  regencyCode: string | null;
  regencyName: string | null;
  isAdmin: boolean;
  /** Still has to show a second factor: then there are no permissions, and only that page opens. */
  owesSecondFactor: boolean;
  permissions: ReadonlySet<string>;
}

/** Start of the addresses of an office above the villages. */
export function oversightBase(kind: OversightKind): "/operator" | "/kabupaten" {
  return kind === "operator" ? "/operator" : "/kabupaten";
}

/** Which office above the villages an address of the portal belongs to; null for all others. */
export function oversightKindOf(pathname: string): OversightKind | null {
  const [, first] = pathname.split("/");
  return first === "operator" || first === "kabupaten" ? first : null;
}
