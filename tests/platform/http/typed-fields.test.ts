import { expect, it } from "vitest";
import { typedFields } from "#app/platform/http/typed-fields.ts";

it("lists what a person typed, and neither passwords, files nor what the page put there", () => {
  const form = new FormData();
  const id = crypto.randomUUID();
  const sent: [string, string | File][] = [
    ["_kunci", id],
    ["versi", "3"],
    ["maksud", "kirim"],
    ["capaian[0].id", id],
    ["pelaksana", id],
    ["capaian[0].nilai", "12,5"],
    ["sebutan_desa", "Gampong"],
    ["kosong", " "],
    ["kata_sandi_baru", "rahasia"],
    ["ulangi", "rahasia"],
    ["berkas", new File(["x"], "foto.jpg")],
  ];
  for (const [name, value] of sent) form.append(name, value);
  expect(typedFields(form)).toEqual([
    { label: "Capaian 1 nilai", value: "12,5" },
    { label: "Sebutan desa", value: "Gampong" },
  ]);
});
