import { describe, expect, it } from "vitest";
import { HomesError, readHomes } from "#db/homes/config.ts";

const MAIN = { LIBSQL_URL: "http://127.0.0.1:8080/", LIBSQL_ADMIN_URL: "http://127.0.0.1:8081/" };
const PRODUCTION = {
  ...MAIN,
  ENVIRONMENT: "production",
  LIBSQL_REGION: "Mataram, NTB",
  LIBSQL_COUNTRY: "ID",
};
const SQLD = {
  name: "surabaya",
  kind: "sqld",
  region: "Surabaya",
  country: "ID",
  url: "https://db.example.id/",
  adminUrl: "https://admin.example.id/",
  adminTokenVar: "HOME_SURABAYA_ADMIN",
};
const TURSO = {
  name: "turso",
  kind: "turso",
  region: "Tokyo",
  country: "JP",
  url: "https://{database}-balai.turso.io/",
  organization: "balai",
  group: "desa",
  apiTokenVar: "HOME_TURSO_API",
};
const SECRETS = { HOME_SURABAYA_ADMIN: "a", HOME_TURSO_API: "b" };
const withHomes = (...homes: object[]) => ({ HOMES: JSON.stringify(homes), ...SECRETS });

describe("homes of a deployment", () => {
  it("are the main one and those of HOMES, each with where it stands and its secrets", () => {
    const homes = readHomes({ ...MAIN, ...withHomes(SQLD, TURSO) });
    expect(homes.all.map(({ name, kind, region }) => [name, kind, region.name, region.country])).toEqual([
      ["utama", "sqld", "mesin ini", "ID"],
      ["surabaya", "sqld", "Surabaya", "ID"],
      ["turso", "turso", "Tokyo", "JP"],
    ]);
    expect(homes.get("surabaya")).toMatchObject({ adminToken: "a" });
    expect(homes.get("turso")).toMatchObject({ apiToken: "b", apiUrl: "https://api.turso.tech/" });
    expect(() => homes.get("ketiga")).toThrow("no home ketiga");
  });

  it("must say in production where the main one stands, unless it is this machine", () => {
    const { LIBSQL_REGION, ...noRegion } = PRODUCTION;
    expect(() => readHomes(noRegion)).toThrow("LIBSQL_REGION dan LIBSQL_COUNTRY wajib diisi");
    expect(readHomes({ ...noRegion, LIBSQL_KIND: "local" }).main.region).toEqual({
      name: "mesin ini",
      country: "ID",
    });
    expect(readHomes(PRODUCTION).main.region.name).toBe("Mataram, NTB");
  });

  it("stay in the country in production, unless somebody says that the law allows it", () => {
    const abroad = { ...PRODUCTION, ...withHomes(TURSO) };
    expect(() => readHomes(abroad)).toThrow(/Rumah data turso \(Tokyo, JP\) di luar Indonesia/);
    expect(() => readHomes({ ...PRODUCTION, LIBSQL_COUNTRY: "SG" })).toThrow("di luar Indonesia");
    expect(readHomes({ ...abroad, ALLOW_HOMES_ABROAD: "1" }).all).toHaveLength(2);
    expect(readHomes({ ...abroad, ENVIRONMENT: "local" }).all).toHaveLength(2);
  });

  it.each([
    ["no JSON", "{", "bukan JSON"],
    ["a name twice", JSON.stringify([SQLD, SQLD]), "surabaya dipakai dua kali"],
    ["the main one's name", JSON.stringify([{ ...SQLD, name: "utama" }]), "utama dipakai dua kali"],
    ["a country in words", JSON.stringify([{ ...SQLD, country: "Indonesia" }]), "rumah ke-1"],
    ["no region", JSON.stringify([{ ...SQLD, region: "" }]), "region wajib diisi"],
    ["an unknown field", JSON.stringify([{ ...SQLD, token: "rahasia" }]), "rumah ke-1"],
    [
      "Turso without a place for the name",
      JSON.stringify([{ ...TURSO, url: "https://turso.io/" }]),
      "{database}",
    ],
    ["a secret that is not set", JSON.stringify([{ ...SQLD, adminTokenVar: "HOME_LAIN" }]), "HOME_LAIN"],
    ["a secret in another var", JSON.stringify([{ ...SQLD, adminTokenVar: "SIGNING_KEY" }]), "HOME_..."],
  ])("are refused with %s", (_, HOMES, words) => {
    const read = () => readHomes({ ...MAIN, ...SECRETS, HOMES });
    expect(read).toThrow(HomesError);
    expect(read).toThrow(words);
    expect(read).not.toThrow("rahasia dari");
  });
});
