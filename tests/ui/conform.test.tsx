import { useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { Checkbox, RadioGroup, Select } from "#app/ui/choice-fields.tsx";
import {
  checkboxProps,
  choiceProps,
  formProps,
  secretProps,
  selectProps,
  summaryErrors,
  textProps,
} from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { MonthPicker } from "#app/ui/month-picker.tsx";
import { PasswordField, TextField } from "#app/ui/text-fields.tsx";
import { attribute, tag, textById } from "./markup.ts";

const Input = z.object({
  nama: z.string({ error: "Nama belum diisi." }).max(5, "Nama terlalu panjang."),
  sumber: z.string().optional(),
  bulan: z.array(z.string()).min(2, "Pilih dua bulan."),
  arah: z.string({ error: "Pilih arah." }),
  setuju: z.literal("on", { error: "Centang bila setuju." }),
  sandi: z.string(),
  langkah: z.array(z.object({ tanggal: z.string({ error: "Isi tanggal langkah." }) })),
});

function Page({ sent }: { sent?: Record<string, string | string[]> }) {
  const data = new FormData();
  for (const [name, values] of Object.entries(sent ?? {})) {
    for (const value of [values].flat()) data.append(name, value);
  }
  const submission = sent && parseWithZod(data, { schema: Input });
  const [form, fields] = useForm<z.infer<typeof Input>>({
    id: "f",
    lastResult: submission?.reply({ hideFields: ["sandi"] }),
    constraint: { nama: { required: true, maxLength: 5 } },
  });
  const steps = fields.langkah.getFieldList();
  return (
    <form {...formProps(form)}>
      <ErrorSummary errors={summaryErrors(form)} />
      <TextField {...textProps(fields.nama)} label="Nama" />
      <Select
        {...selectProps(fields.sumber)}
        label="Sumber"
        options={["dd", "pad"].map((value) => ({ value, label: value }))}
      />
      <MonthPicker {...choiceProps(fields.bulan)} label="Bulan" />
      <RadioGroup {...choiceProps(fields.arah)} label="Arah" choices={[{ value: "naik", label: "Naik" }]} />
      <Checkbox {...checkboxProps(fields.setuju)} label="Setuju" />
      <PasswordField {...secretProps(fields.sandi)} label="Kata sandi" autoComplete="new-password" />
      {steps.map((step) => {
        const { tanggal } = step.getFieldset();
        return <TextField key={step.name} {...textProps(tanggal)} label="Tanggal" />;
      })}
    </form>
  );
}

const SENT = {
  nama: "Sulastri",
  sumber: "pad",
  bulan: "3",
  arah: "naik",
  setuju: "on",
  sandi: "rahasia-sekali",
  "langkah[0].tanggal": "",
};

describe("a form sent back with errors", () => {
  const html = renderToStaticMarkup(<Page sent={SENT} />);

  it("keeps every value that was typed or chosen, but no secret", () => {
    expect(attribute(tag(html, "input"), "value")).toBe("Sulastri");
    expect(html).toMatch(/<option value="pad" selected=""/);
    expect(html).toMatch(/<input[^>]*id="f-bulan-3"[^>]*checked=""/);
    expect(html).toMatch(/<input[^>]*id="f-arah-naik"[^>]*checked=""/);
    expect(html).toMatch(/<input[^>]*id="f-setuju"[^>]*checked=""/);
    expect(html).not.toContain("rahasia-sekali");
  });

  it("says each error at its field and links to it from the top", () => {
    expect(textById(html, "f-nama-error")).toContain("Nama terlalu panjang.");
    expect(textById(html, "f-bulan-error")).toContain("Pilih dua bulan.");
    const links = [...html.matchAll(/href="#([^"]*)"/g)].map((match) => decodeURIComponent(match[1] ?? ""));
    expect(links).toEqual(["f-nama", "f-bulan", "f-langkah[0].tanggal"]);
    for (const id of links) expect(html).toContain(` id="${id}"`);
  });

  it("leaves the messages to the server", () => {
    expect(tag(html, "form")).toContain("noValidate");
    expect(attribute(tag(html, "form"), "method")).toBe("post");
  });
});

it("shows an untouched form without errors or values, required as its constraint says", () => {
  const html = renderToStaticMarkup(<Page />);
  expect(html).not.toContain("aria-invalid");
  expect(html).not.toContain(`role="alert"`);
  expect(html).not.toContain(`checked=""`);
  expect(attribute(tag(html, "input"), "value")).toBeUndefined();
  expect(html).toContain("(wajib)");
});
