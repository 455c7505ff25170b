/** Name of the home that LIBSQL_URL names: directory, comparison, and new villages lie there. */
export const MAIN_HOME = "utama";

/** Where a home's disks stand: in words for people, and the country that the rule in docs/operations.md asks for. */
export interface HomeRegion {
  /** Free text, `Mataram, NTB`. */
  name: string;
  /** ISO 3166-1 alpha-2, `ID`. */
  country: string;
}

interface AnyHome {
  /** What `villages.home` holds. */
  name: string;
  region: HomeRegion;
  /** Bearer token of the SQL side. */
  authToken?: string;
}

/** A libSQL server with namespaces: db/local, or sqld (https://github.com/tursodatabase/libsql, docs/ADMIN_API.md). */
export interface NamespaceHome extends AnyHome {
  kind: "local" | "sqld";
  /** Base address of the SQL side, e.g. `http://127.0.0.1:8080/`; the database is named by a header. */
  url: string;
  /** Base address of the admin side, for making and copying databases. */
  adminUrl: string;
  /** Key of the admin side (sqld's `--admin-auth-key`); without it the SQL side's token is shown. */
  adminToken?: string;
}

/** A group of an organisation at Turso (https://docs.turso.tech/api-reference). */
export interface TursoHome extends AnyHome {
  kind: "turso";
  /** Address of a database with `{database}` in its place: each has its own host. */
  url: string;
  /** Base address of the Platform API. */
  apiUrl: string;
  organization: string;
  group: string;
  apiToken: string;
  /** What a token that Balai mints is for, where no `authToken` is given. */
  tokenScope: "group" | "database";
}

/** A place where databases lie. The app can't tell the kinds apart. */
export type DatabaseHome = NamespaceHome | TursoHome;

/** Makes, copies and removes databases in a home. */
export interface Provisioner {
  /** Can a database be copied as it was at a past moment? */
  readonly hasPointInTime: boolean;
  /** Makes an empty database; one that exists already is left as it is. */
  createDatabase(name: string): Promise<void>;
  /**
   * Copies a database to a new name while it is in use; an existing target is an error.
   * @param at moment whose state is wanted, only where `hasPointInTime`
   */
  copyDatabase(from: string, to: string, at?: Date): Promise<void>;
  /** Removes a database; one that does not exist is no error. */
  deleteDatabase(name: string): Promise<void>;
  hasDatabase(name: string): Promise<boolean>;
  /** Names that begin with a prefix, or null where the home can't tell (sqld has no listing). */
  listDatabases(prefix: string): Promise<string[] | null>;
}

/** Thrown when a home refuses or does not answer. */
export class ProvisionError extends Error {
  /** HTTP status of the refusal; 0 where none was given. */
  readonly status: number;
  constructor(message: string, status: number) {
    super(message);
    this.name = "ProvisionError";
    this.status = status;
  }
}

/** An address that ends in a slash, so that relative paths stay below it. */
export function slashed(url: string): string {
  return url.endsWith("/") ? url : `${url}/`;
}

/** The home that a libSQL server with namespaces on this machine is. */
export function localHome(server: { url: string; adminUrl: string }, authToken?: string): NamespaceHome {
  const { url, adminUrl } = server;
  return {
    name: MAIN_HOME,
    kind: "local",
    region: { name: "mesin ini", country: "ID" },
    url,
    adminUrl,
    authToken,
  };
}
