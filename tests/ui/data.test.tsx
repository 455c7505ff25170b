import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { BarChart } from "#app/ui/bar-chart.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { MonthStrip } from "#app/ui/month-strip.tsx";
import { ProgressBar, TripleProgress } from "#app/ui/progress.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { DateText, DateTimeText, Money, Percent } from "#app/ui/text.tsx";
import { YearCalendar } from "#app/ui/year-calendar.tsx";
import { attribute, plainText, tag } from "./markup.ts";

function barWidths(html: string): string[] {
  return [...html.matchAll(/<rect width="([^"]*)"/g)].map((match) => match[1] ?? "");
}

describe("a progress bar", () => {
  it("shows the true number above 100 with a bar that ends at 100", () => {
    const html = renderToStaticMarkup(<ProgressBar label="Peserta" percent={128.4} />);
    expect(plainText(html)).toContain("128,4%");
    expect(attribute(tag(html, "svg"), "aria-label")).toBe("128,4%");
    expect(barWidths(html)).toEqual(["100", "100"]);
  });

  it("draws no bar below zero and says where there is no figure", () => {
    expect(barWidths(renderToStaticMarkup(<ProgressBar label="Peserta" percent={-20} />))).toEqual(["100"]);
    const none = renderToStaticMarkup(<ProgressBar label="Peserta" percent={null} />);
    expect(plainText(none)).toContain("belum ada");
    expect(none).not.toContain("%");
  });

  it("stands in threes: work, money, time", () => {
    const html = renderToStaticMarkup(
      <TripleProgress physical={38} financial={null} elapsed={50} behind="Tertinggal 12 poin." />,
    );
    expect(plainText(html)).toMatch(/Fisik 38% Keuangan belum ada Waktu lewat 50% Tertinggal 12 poin\./);
  });

  it("needs no inline style, which the content security policy forbids", () => {
    const html = renderToStaticMarkup(<TripleProgress physical={1} financial={2} elapsed={3} />);
    expect(html).not.toContain("style=");
  });
});

describe("a table", () => {
  const rows = [
    { id: "1", name: "Pelatihan <b>", budget: 5 },
    { id: "2", name: "Forum", budget: null },
  ];
  const table = (
    <DataTable
      caption="Kegiatan"
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: "name", label: "Nama", rowHeader: true, render: (row) => row.name },
        { key: "budget", label: "Pagu", align: "end", render: (row) => row.budget },
        { key: "do", label: "Tindakan", labelHidden: true, render: () => <a href="#x">Ubah</a> },
      ]}
      footer={{ name: "Jumlah", budget: 5 }}
    />
  );
  const html = renderToStaticMarkup(table);

  it("carries each column's label in its cells, and names each row", () => {
    expect(html.match(/data-label="Pagu"/g)).toHaveLength(3);
    expect(html.match(/<th scope="row"/g)).toHaveLength(3);
    expect(html).toContain("Pelatihan &lt;b&gt;");
    expect(html).not.toContain(`data-label="Tindakan"`);
    expect(plainText(html)).toContain("Tindakan");
  });

  it("marks cells without a value, so that a card leaves them out", () => {
    expect(html.match(/data-empty/g)).toHaveLength(2);
  });

  it("stays a table for a screen reader when it is shown as cards", () => {
    expect(attribute(tag(html, "table"), "role")).toBe("table");
    expect(html.match(/role="row"/g)).toHaveLength(4);
    expect(html.match(/role="cell"/g)).toHaveLength(6);
  });

  it("gives way to the empty state where there is no row", () => {
    const empty = renderToStaticMarkup(
      <DataTable
        caption="Kegiatan"
        rows={[]}
        rowKey={() => ""}
        columns={[]}
        empty={<p>Belum ada kegiatan</p>}
      />,
    );
    expect(empty).toBe("<p>Belum ada kegiatan</p>");
  });
});

describe("figures over the year", () => {
  it("say the months in words", () => {
    const label = (months: number[], now?: number) =>
      attribute(tag(renderToStaticMarkup(<MonthStrip months={months} now={now} />), "svg"), "aria-label");
    expect(label([2, 3, 9], 3)).toBe("Februari–Maret, September. Sekarang Maret.");
    expect(label([])).toBe("Belum ada bulan yang dipilih");
  });

  it("say each mark of the calendar in words, and explain only those that occur", () => {
    const html = renderToStaticMarkup(
      <YearCalendar
        caption="2027"
        rows={[
          {
            key: "1",
            label: "Forum",
            cells: { 2: { mark: "late" }, 3: { mark: "done", text: "dilaporkan" } },
          },
        ]}
      />,
    );
    expect(html.match(/<td/g)).toHaveLength(12);
    expect(plainText(html).match(/terlambat/g)).toHaveLength(2);
    expect(plainText(html)).toContain("dilaporkan");
    expect(plainText(html)).not.toContain("direncanakan");
  });

  it("put the numbers of a chart into a table, targets included", () => {
    const html = renderToStaticMarkup(
      <BarChart
        title="Peserta"
        labelHead="Triwulan"
        valueHead="Orang"
        bars={[
          { label: "I", value: 1250, target: 10 },
          { label: "II", value: 0 },
        ]}
      />,
    );
    const table = plainText(html.slice(html.indexOf("<table")));
    expect(table).toMatch(/Triwulan Orang Target I 1\.250 10 II 0 –/);
    expect(html).not.toContain("NaN");
  });

  it("draw a chart of nothing but zeros", () => {
    const html = renderToStaticMarkup(
      <BarChart title="Peserta" labelHead="T" valueHead="O" bars={[{ label: "I", value: 0 }]} />,
    );
    expect(html).not.toMatch(/NaN|Infinity/);
  });
});

it("tells a status by words and shape", () => {
  const good = renderToStaticMarkup(<StatusBadge tone="good">Disetujui</StatusBadge>);
  const bad = renderToStaticMarkup(<StatusBadge tone="bad">Ditolak</StatusBadge>);
  expect(plainText(good)).toContain("Disetujui");
  expect(tag(good, "path")).not.toBe(tag(bad, "path"));
  expect(attribute(tag(good, "svg"), "aria-hidden")).toBe("true");
});

it("writes money, dates and percent as text with a machine's date beside it", () => {
  const html = renderToStaticMarkup(
    <p>
      <Money rupiah={1_250_000} /> <DateText date="2026-11-24" /> <Percent value={null} />
      <DateTimeText at={Date.UTC(2026, 10, 24, 0, 30)} zone="WITA" />
    </p>,
  );
  expect(html).toContain(">Rp1.250.000<");
  expect(html).toContain(`<time dateTime="2026-11-24" class="whitespace-nowrap">24 November 2026</time>`);
  expect(html).toContain("24 November 2026 pukul 08.30 WITA");
  expect(plainText(html)).toContain("belum ada");
});
