import { z } from "zod";
import { type DatabaseHome, MAIN_HOME, type NamespaceHome } from "./home.ts";
import { createHomes, type Homes } from "./homes.ts";

/** A configuration of homes that can't be meant, with a sentence for the person who wrote it. */
export class HomesError extends Error {
  override name = "HomesError";
}

/** Vars and secrets by name, as the worker binds them or a command finds them in the environment. */
export type Vars = Readonly<Record<string, unknown>>;

const Name = z.string().regex(/^[a-z0-9][a-z0-9-]{0,30}$/, "nama hanya huruf kecil, angka, dan tanda hubung");
const Url = z.url({ protocol: /^https?$/, error: "alamat harus diawali http:// atau https://" });
const Country = z.string().regex(/^[A-Z]{2}$/, "country harus dua huruf besar seperti ID");
/** Secrets stand in vars of their own, whose names start so that `npm start` hands them on. */
const VarName = z.string().regex(/^HOME_[A-Z0-9_]+$/, "nama var rahasia harus berbentuk HOME_...");

const common = { name: Name, region: z.string().min(1, "region wajib diisi"), country: Country };

const Namespaces = z.strictObject({
  ...common,
  kind: z.enum(["local", "sqld"]),
  url: Url,
  adminUrl: Url,
  tokenVar: VarName.optional(),
  adminTokenVar: VarName.optional(),
});

const Turso = z.strictObject({
  ...common,
  kind: z.literal("turso"),
  url: Url.refine((url) => url.includes("{database}"), "url harus memuat {database}"),
  apiUrl: Url.default("https://api.turso.tech/"),
  organization: z.string().min(1),
  group: z.string().min(1),
  apiTokenVar: VarName,
  tokenVar: VarName.optional(),
  tokenScope: z.enum(["group", "database"]).default("group"),
});

/** What the var `HOMES` holds: all homes but the main one. */
export const HomesSetting = z.array(z.discriminatedUnion("kind", [Namespaces, Turso]));

/**
 * All homes of a deployment: the main one from `LIBSQL_URL`, `LIBSQL_ADMIN_URL`, `LIBSQL_AUTH_TOKEN`,
 * `LIBSQL_ADMIN_TOKEN`, `LIBSQL_KIND`, `LIBSQL_REGION` and `LIBSQL_COUNTRY`, the others from `HOMES`.
 * @throws HomesError where it is not whole, or where production would keep data outside Indonesia unasked
 */
export function readHomes(vars: Vars): Homes {
  return createHomes(readMainHome(vars), readOtherHomes(vars));
}

/**
 * The home that the `LIBSQL_*` vars name.
 * @throws HomesError
 */
export function readMainHome(vars: Vars): NamespaceHome {
  const isProduction = vars.ENVIRONMENT === "production";
  const [region, country] = [textOf(vars, "LIBSQL_REGION"), textOf(vars, "LIBSQL_COUNTRY")];
  const kind = textOf(vars, "LIBSQL_KIND") ?? "sqld";
  if (isProduction && kind !== "local" && !(region && country))
    throw new HomesError("LIBSQL_REGION dan LIBSQL_COUNTRY wajib diisi: di mana data desa disimpan.");
  const adminUrl = textOf(vars, "LIBSQL_ADMIN_URL") ?? vars.LIBSQL_URL;
  const home = { name: MAIN_HOME, kind, url: vars.LIBSQL_URL, adminUrl };
  const parsed = Namespaces.safeParse({ ...home, region: region ?? "mesin ini", country: country ?? "ID" });
  if (!parsed.success) throw new HomesError(`LIBSQL_*: ${problemOf(parsed.error)}.`);
  const main = {
    ...homeOf(parsed.data, vars),
    authToken: textOf(vars, "LIBSQL_AUTH_TOKEN"),
    adminToken: textOf(vars, "LIBSQL_ADMIN_TOKEN"),
  } as NamespaceHome;
  requireAllowed(main, vars);
  return main;
}

/**
 * The homes that the var `HOMES` names besides the main one.
 * @throws HomesError
 */
export function readOtherHomes(vars: Vars): DatabaseHome[] {
  const parsed = HomesSetting.safeParse(readJson(textOf(vars, "HOMES") ?? "[]"));
  if (!parsed.success) throw new HomesError(`HOMES: ${problemOf(parsed.error)}.`);
  const names = [MAIN_HOME, ...parsed.data.map((home) => home.name)];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new HomesError(`HOMES: nama ${twice} dipakai dua kali.`);
  const homes = parsed.data.map((setting) => homeOf(setting, vars));
  for (const home of homes) requireAllowed(home, vars);
  return homes;
}

function homeOf(setting: z.output<typeof HomesSetting>[number], vars: Vars): DatabaseHome {
  const { name, url, region, country, tokenVar } = setting;
  const base = { name, url, region: { name: region, country }, authToken: secretOf(vars, name, tokenVar) };
  if (setting.kind !== "turso") {
    const { kind, adminUrl, adminTokenVar } = setting;
    return { ...base, kind, adminUrl, adminToken: secretOf(vars, name, adminTokenVar) };
  }
  const { kind, apiUrl, organization, group, apiTokenVar, tokenScope } = setting;
  const apiToken = secretOf(vars, name, apiTokenVar) ?? "";
  return { ...base, kind, apiUrl, organization, group, apiToken, tokenScope };
}

/**
 * The rule of docs/operations.md: residents' data stays in the country unless somebody says otherwise.
 * @throws HomesError
 */
export function requireAllowed(home: DatabaseHome, vars: Vars): void {
  const { name, country } = home.region;
  if (vars.ENVIRONMENT !== "production" || country === "ID" || vars.ALLOW_HOMES_ABROAD === "1") return;
  throw new HomesError(
    `Rumah data ${home.name} (${name}, ${country}) di luar Indonesia. Data badan publik disimpan di Indonesia; bila dasar hukumnya sudah jelas, isi ALLOW_HOMES_ABROAD=1.`,
  );
}

function secretOf(vars: Vars, home: string, name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const value = textOf(vars, name);
  if (!value) throw new HomesError(`HOMES: rahasia ${name} untuk rumah data ${home} belum diisi.`);
  return value;
}

function textOf(vars: Vars, name: string): string | undefined {
  const value = vars[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new HomesError("HOMES: bukan JSON yang benar.");
  }
}

function problemOf(error: z.ZodError): string {
  const [issue] = error.issues;
  const where = (issue?.path ?? []).map((part) =>
    typeof part === "number" ? `rumah ke-${part + 1}` : String(part),
  );
  return [where.join(", "), issue?.message ?? "tidak terbaca"].filter(Boolean).join(": ");
}
