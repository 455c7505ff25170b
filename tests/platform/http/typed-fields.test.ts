import { expect, it } from "vitest";
import { holdsSecret } from "#app/platform/http/form-again.ts";
import { isSecret, typedFields } from "#app/platform/http/typed-fields.ts";
import { readSources } from "#tests/support/sources.ts";

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

it("keeps back whatever a page asks for in a field of dots, the passphrase of an export too", () => {
  const names = readSources().flatMap(({ path, text }) =>
    path.startsWith("app/")
      ? [...text.matchAll(/<PasswordField\b[^>]*?\{\.\.\.\w+\(fields\.(\w+)/g)].map(([, name]) => name ?? "")
      : [],
  );
  expect(names).toContain("frasa");
  expect(names.filter((name) => !isSecret(name))).toEqual([]);
  const form = new FormData();
  form.set("frasa", "kuda hijau makan sembilan mangga");
  expect(typedFields(form)).toEqual([]);
  expect(holdsSecret(form)).toBe(true);
});

it("shows nobody an id, with the kind of its record or without", () => {
  const form = new FormData();
  form.set("orang", "account:01a20e4c-a7cb-7066-8a54-9f0b2bc3df34");
  form.set("dikenali", "KTP");
  expect(typedFields(form)).toEqual([{ label: "Dikenali", value: "KTP" }]);
});
