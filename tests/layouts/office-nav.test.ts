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

  it("leads Kadus, RW and RT to the statistics, to which others come by the registers", () => {
    for (const [position, isThere] of [
      ["ketua-rt", true],
      ["kepala-dusun", true],
      ["anggota-bpd", false],
    ] as const) {
      const permissions = [...permissionsOf([position], false)];
      const nav = officeNav({ permissions, modulesOn: ["registers"], unreadCount: 0, path: "/kantor" });
      const labels = nav.flatMap(({ items }) => items.map(({ label }) => label));
      expect([position, labels.includes("Statistik")]).toEqual([position, isThere]);
    }
  });

  it("leaves no place empty where he works in nothing, or modules are off", () => {
    expect(barOf("ketua-rt")).toHaveLength(4);
    expect(barOf("kasi-pelayanan", ["programme"])).toContain("Program kerja");
  });
});
