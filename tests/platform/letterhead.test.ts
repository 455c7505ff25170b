import { describe, expect, it } from "vitest";
import { letterheadOf } from "#app/platform/letterhead.ts";

const profile = {
  name: "Sesela",
  districtName: "Gunungsari",
  regencyName: "Kabupaten Lombok Barat",
  villageTerm: "Desa",
  address: null,
  postalCode: null,
  phone: null,
  email: null,
  letterheadLines: null,
};

describe("letterheadOf", () => {
  it("makes the usual lines from the names, the village's largest", () => {
    expect(letterheadOf(profile).lines).toEqual([
      { text: "PEMERINTAH KABUPATEN LOMBOK BARAT", size: "normal", isBold: true },
      { text: "KECAMATAN GUNUNGSARI", size: "normal", isBold: true },
      { text: "PEMERINTAH DESA SESELA", size: "large", isBold: true },
    ]);
  });

  it("puts the address below the village's own lines", () => {
    const own = {
      ...profile,
      letterheadLines: ["KANTOR DESA SESELA"],
      address: "Jalan Raya 1",
      postalCode: "83351",
      phone: "0370 123",
      email: "kantor@sesela.desa.id",
    };
    expect(letterheadOf(own).lines).toEqual([
      { text: "KANTOR DESA SESELA", size: "large", isBold: true },
      { text: "Jalan Raya 1 Kode Pos 83351, Telepon 0370 123, Surel kantor@sesela.desa.id", size: "small" },
    ]);
    expect(letterheadOf({ ...own, address: null }).lines[1]?.text).toBe(
      "Telepon 0370 123, Surel kantor@sesela.desa.id",
    );
  });

  it("carries the emblem", () => {
    const emblem = { bytes: new Uint8Array(1), type: "image/png" as const };
    expect(letterheadOf(profile, emblem)).toMatchObject({ type: "letterhead", emblem });
  });
});
