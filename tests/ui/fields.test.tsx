import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { CheckboxGroup, RadioGroup, Select } from "#app/ui/choice-fields.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { MonthPicker } from "#app/ui/month-picker.tsx";
import { MoneyField, NumberField, TextArea, TextField } from "#app/ui/text-fields.tsx";
import { attribute, tag, textById } from "./markup.ts";

describe("a text field", () => {
  it("ties its label, hint and errors to the control", () => {
    const html = renderToStaticMarkup(
      <TextField
        id="f-nama"
        name="nama"
        label="Nama"
        hint="Nama lengkap"
        errors={["Nama belum diisi."]}
        required
      />,
    );
    const input = tag(html, "input");
    expect(attribute(tag(html, "label"), "for")).toBe("f-nama");
    expect(attribute(input, "aria-invalid")).toBe("true");
    const described = attribute(input, "aria-describedby")?.split(" ") ?? [];
    expect(described).toHaveLength(2);
    expect(described.map((id) => textById(html, id)).join(" ")).toContain("Nama belum diisi.");
    expect(described.map((id) => textById(html, id)).join(" ")).toContain("Nama lengkap");
    expect(input).toMatch(/ required(=|\s|\/|>)/);
  });

  it("is neither invalid nor described where there is nothing to say", () => {
    const input = tag(renderToStaticMarkup(<TextField id="f" name="n" label="Nama" />), "input");
    expect(attribute(input, "aria-invalid")).toBeUndefined();
    expect(attribute(input, "aria-describedby")).toBeUndefined();
  });

  it("says whether it must be filled, unless it is plain", () => {
    expect(renderToStaticMarkup(<TextField id="f" name="n" label="Nama" required />)).toContain("(wajib)");
    const optional = renderToStaticMarkup(<TextArea id="f" name="n" label="Catatan" />);
    expect(optional).toContain("(boleh kosong)");
    expect(optional).not.toContain("(wajib)");
    const plain = renderToStaticMarkup(<Select id="f" name="n" label="Status" options={[]} plain />);
    expect(plain).not.toContain("(boleh kosong)");
    expect(plain).not.toContain("plain");
  });

  it("keeps hostile text as text, in value, label and error", () => {
    const evil = `"><script>alert(1)</script>`;
    const html = renderToStaticMarkup(
      <>
        <TextField id="f" name="n" label={evil} errors={[evil]} defaultValue={evil} />
        <TextArea id="g" name="m" label="Tujuan" defaultValue={`</textarea>${evil}`} />
      </>,
    );
    expect(html).not.toContain("<script");
    expect(html.match(/<\/textarea>/g)).toHaveLength(1);
    expect(html).toContain("&lt;script&gt;");
  });
});

describe("numbers and money", () => {
  it("open the numeric keyboard and keep what was typed, even when it is no number", () => {
    const money = tag(
      renderToStaticMarkup(<MoneyField id="f" name="n" label="Pagu" defaultValue="1,25 juta" />),
      "input",
    );
    expect(attribute(money, "inputMode") ?? attribute(money, "inputmode")).toBe("numeric");
    expect(attribute(money, "type")).toBe("text");
    expect(attribute(money, "value")).toBe("1,25 juta");
    const share = tag(renderToStaticMarkup(<NumberField id="f" name="n" label="Bagian" decimal />), "input");
    expect(attribute(share, "inputMode") ?? attribute(share, "inputmode")).toBe("decimal");
  });
});

describe("groups of choices", () => {
  const choices = [
    { value: "naik", label: "Naik" },
    { value: "turun", label: "Turun" },
  ];

  it("bear the id that the error summary links to, and describe the whole group", () => {
    const html = renderToStaticMarkup(
      <>
        <ErrorSummary errors={[{ href: "#f-arah", text: "Pilih arah." }]} />
        <RadioGroup
          id="f-arah"
          name="arah"
          label="Arah"
          choices={choices}
          errors={["Pilih arah."]}
          required
        />
      </>,
    );
    const group = tag(html, "fieldset");
    expect(attribute(group, "id")).toBe("f-arah");
    expect(textById(html, attribute(group, "aria-describedby") ?? "")).toContain("Pilih arah.");
    expect(html).toContain(`href="#f-arah"`);
    expect(html).toContain(`role="alert"`);
  });

  it("check what was chosen and nothing else", () => {
    const html = renderToStaticMarkup(
      <CheckboxGroup id="f" name="n" label="Arah" choices={choices} selected={["turun"]} required />,
    );
    const inputs = html.match(/<input[^>]*>/g) ?? [];
    expect(inputs.map((input) => / checked/.test(input))).toEqual([false, true]);
    expect(inputs.some((input) => / required/.test(input))).toBe(false);
  });

  it("offer the twelve months by their full names", () => {
    const html = renderToStaticMarkup(
      <MonthPicker id="f" name="bulan" label="Bulan" selected={["1", "12"]} />,
    );
    const inputs = html.match(/<input[^>]*>/g) ?? [];
    expect(inputs.map((input) => attribute(input, "value"))).toEqual(
      [..."123456789"].concat("10", "11", "12"),
    );
    expect(inputs.flatMap((input, index) => (/ checked/.test(input) ? [index + 1] : []))).toEqual([1, 12]);
    expect(attribute(inputs[7] ?? "", "aria-label")).toBe("Agustus");
  });
});

it("shows no error summary where there is no error", () => {
  expect(renderToStaticMarkup(<ErrorSummary errors={[]} />)).toBe("");
});
