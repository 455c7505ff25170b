import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanImage } from "#app/platform/image/clean-image.ts";
import { ImageError } from "#app/platform/image/image-error.ts";
import { sniffType } from "#app/platform/image/sniff-type.ts";
import { dressJpeg, dressWebp, exifSegment, makePng, readPicture } from "./pictures.ts";

/** Either the typed error, or a picture that a second cleaning leaves as it is. */
function survives(bytes: Uint8Array): void {
  try {
    const image = cleanImage(bytes);
    expect(cleanImage(image.bytes)).toEqual(image);
  } catch (error) {
    if (!(error instanceof ImageError)) throw error;
  }
}

const pictures = {
  baseline: dressJpeg(readPicture("sawah.jpg"), [exifSegment(8)]),
  progressive: readPicture("sawah-bertahap.jpg"),
  png: makePng(),
  lossy: dressWebp(readPicture("sawah.webp"), 0x08, []),
  lossless: readPicture("sawah-utuh.webp"),
};

test.each(Object.entries(pictures))("a damaged %s gives the typed error or a clean picture", (_, picture) => {
  const changes = fc.array(fc.tuple(fc.nat(picture.length - 1), fc.nat(255)), { maxLength: 20 });
  const cut = fc.option(fc.nat(picture.length), { nil: picture.length });
  const header = fc.array(fc.tuple(fc.nat(60), fc.nat(255)), { maxLength: 4 });
  fc.assert(
    fc.property(changes, header, cut, (everywhere, early, length) => {
      const damaged = picture.slice();
      for (const [at, value] of [...everywhere, ...early]) damaged[at] = value;
      survives(damaged.subarray(0, length));
    }),
    { numRuns: 500 },
  );
});

test("random bytes behind any start give the typed error or a clean picture", () => {
  const starts = Object.values(pictures).flatMap((picture) => [picture.slice(0, 12), picture.slice(0, 40)]);
  fc.assert(
    fc.property(
      fc.constantFrom(new Uint8Array(), ...starts),
      fc.uint8Array({ maxLength: 600 }),
      (start, rest) => {
        const bytes = Uint8Array.from([...start, ...rest]);
        survives(bytes);
        sniffType(bytes);
      },
    ),
    { numRuns: 1000 },
  );
});
