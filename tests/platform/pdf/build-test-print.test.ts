import { PDFDocument } from "@cantoo/pdf-lib";
import { expect, test } from "vitest";
import { buildTestPrint } from "#app/platform/pdf/build-test-print.ts";
import { TRIAL_MARK } from "#app/platform/trial.ts";
import { readPdf } from "#tests/support/pdf-text.ts";
import { CREATED_AT, letterhead, VERIFIED } from "../document/sample.ts";

const MM = 72 / 25.4;

async function lines(bytes: Uint8Array) {
  const [page] = (await PDFDocument.load(bytes)).getPages();
  return (page?.extractContents() ?? []).flatMap((asset) => (asset.kind === "graphics" ? [asset] : []));
}

test("is one page of the paper's size with kop, marks and advice", async () => {
  const pages = await readPdf(
    await buildTestPrint({ paper: "F4", letterhead, createdAt: CREATED_AT, issuer: VERIFIED }),
  );
  expect(pages).toHaveLength(1);
  const [page] = pages;
  expect(page?.width).toBeCloseTo(215 * MM, 1);
  expect(page?.height).toBeCloseTo(330 * MM, 1);
  for (const text of [
    "DESA SENGGIGI",
    "Kertas F4, tegak: 215 x 330 mm",
    "tepat 100 mm",
    "Ukuran sebenarnya",
  ]) {
    expect(page?.text).toContain(text);
  }
});

test("draws a line of exactly 100 mm and one mark each mm on both edges", async () => {
  const drawn = await lines(await buildTestPrint({ paper: "F4", createdAt: CREATED_AT, issuer: VERIFIED }));
  const measured = drawn.filter((line) => line.height <= 1 && Math.abs(line.width - 100 * MM) < 0.001);
  expect(measured).toHaveLength(1);
  const onTop = drawn.filter((line) => line.width <= 1 && Math.abs(line.y + line.height - 330 * MM) < 0.5);
  expect(onTop).toHaveLength(216);
  const spacing = onTop.map((line) => line.x).toSorted((a, b) => a - b);
  expect((spacing[200] ?? 0) - (spacing[100] ?? 0)).toBeCloseTo(100 * MM, 2);
});

test("works lying and on A4, and names the length it drew on narrow pages", async () => {
  const lying = await readPdf(
    await buildTestPrint({ paper: "A4", orientation: "landscape", createdAt: CREATED_AT, issuer: VERIFIED }),
  );
  expect(lying[0]?.text).toContain("Kertas A4, mendatar: 297 x 210 mm");
  const marginsMm = { left: 70, right: 70 };
  const narrow = await readPdf(
    await buildTestPrint({ paper: "A4", marginsMm, createdAt: CREATED_AT, issuer: VERIFIED }),
  );
  expect(narrow[0]?.text).toContain("tepat 70 mm");
});

test("says on paper that a village which nobody has verified is trying out", async () => {
  const trial = { paper: "F4", createdAt: CREATED_AT, issuer: { isVerified: false } } as const;
  const [page] = await readPdf(await buildTestPrint(trial));
  expect(page?.text).toContain(TRIAL_MARK);
});
