import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { REPORT_COLUMNS } from "#app/modules/programme/report-column-rules.ts";
import { REPORT_COLUMN_NAMES } from "#app/modules/programme/words.ts";

test("the user guide explains every column of the report under its name, in the order of the list", () => {
  const guide = readFileSync(
    new URL("../../../../docs/panduan/laporan-program-kerja.md", import.meta.url),
    "utf8",
  );
  const table = guide.slice(guide.indexOf("## Kolom"), guide.indexOf("## LPPD"));
  const explained = [...table.matchAll(/^\| ([^|]+) \|/gm)].map(([, name]) => name).slice(1);
  expect(explained).toEqual(REPORT_COLUMNS.map((column) => REPORT_COLUMN_NAMES[column]));
});
