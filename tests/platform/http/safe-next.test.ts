import { describe, expect, it } from "vitest";
import { safeNext } from "#app/platform/http/safe-next.ts";

describe("where to go after signing in", () => {
  it.each([
    "/kantor",
    "/kantor/program-kerja/2027?urut=nama&halaman=2",
    "/kantor/perangkat/01976f00-0000-7000-8000-000000000000",
    "/kantor/program-kerja?cari=jalan%20desa",
  ])("keeps %s", (next) => {
    expect(safeNext(next)).toBe(next);
  });

  it.each([
    null,
    "",
    "https://jahat.example/kantor",
    "//jahat.example/kantor",
    "/kantor//jahat.example",
    "/kantorku",
    "/kantor\\..\\keluar",
    "/kantor/../keluar",
    "/kantor/..",
    "/kantor/./perangkat",
    "/kantor/%2e%2e/keluar",
    "/kantor/%2E./keluar",
    "/kantor/.%2e/keluar?x=1",
    "/kantor/%2e%2e%2fkeluar",
    "/kantor/%252e%252e/keluar",
    "/kantor/..%5ckeluar",
  ])("turns %s into Meja kerja", (next) => {
    expect(safeNext(next)).toBe("/kantor");
  });
});
