import { expect, test } from "vitest";
import type { Orientation } from "#app/platform/image/orientation.ts";
import { fitInside, turnInto } from "#app/platform/pdf/images.ts";

/** EXIF 2.32, tag 0112H: where the stored first row and the stored first column are seen. */
test.each([
  [1, "top", "left"],
  [2, "top", "right"],
  [3, "bottom", "right"],
  [4, "bottom", "left"],
  [5, "left", "top"],
  [6, "right", "top"],
  [7, "right", "bottom"],
  [8, "left", "bottom"],
] as [Orientation, string, string][])(
  "orientation %i shows its first row at the %s",
  (orientation, row, column) => {
    const [a, b, c, d, e, f] = turnInto(orientation, 100, 200, 40, 30);
    const seen = (u: number, v: number) => [a * u + c * v + e, b * u + d * v + f];
    const sides: Record<string, (point: number[]) => boolean> = {
      top: ([, y]) => y === 230,
      bottom: ([, y]) => y === 200,
      left: ([x]) => x === 100,
      right: ([x]) => x === 140,
    };
    for (const corner of [seen(0, 1), seen(1, 1)]) expect(sides[row]?.(corner)).toBe(true);
    for (const corner of [seen(0, 0), seen(0, 1)]) expect(sides[column]?.(corner)).toBe(true);
  },
);

test("fits a picture into a frame by its longer side", () => {
  expect(fitInside({ width: 400, height: 200 }, 100, 100)).toEqual({ width: 100, height: 50 });
  expect(fitInside({ width: 10, height: 40 }, 100, 100)).toEqual({ width: 25, height: 100 });
});
