import { describe, expect, it } from "vitest";
import { officeBar, officeNav } from "#app/layouts/office-nav.ts";
import { permissionsOf } from "#app/modules/accounts/permissions.ts";

function barOf(position: string, modulesOn = ["programme", "population", "letters", "correspondence"]) {
  const permissions = [...permissionsOf([position], false)];
  const nav = officeNav({ permissions, modulesOn, unreadCount: 0, path: "/kantor" });
  return officeBar(nav, permissions).map(({ label }) => label);
}

describe("a phone's bar", () => {
  it.each([
    ["kasi-pelayanan", ["Penduduk", "Surat"]],
    ["kaur-umum", ["Surat", "Surat masuk dan buku"]],
    ["kasi-pemerintahan", ["Program kerja", "Penduduk"]],
    ["kepala-desa", ["Program kerja", "Penduduk"]],
  ])("shows %s first what he works in", (position, modules) => {
    expect(barOf(position)).toEqual(["Meja kerja", "Kabar", ...modules]);
  });

  it("leaves no place empty where he works in nothing, or modules are off", () => {
    expect(barOf("ketua-rt")).toHaveLength(4);
    expect(barOf("kasi-pelayanan", ["programme"])).toContain("Program kerja");
  });
});
