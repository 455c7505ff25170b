import { describe, expect, test } from "vitest";
import { concatBytes, latin1 } from "#app/platform/image/bytes.ts";
import { cleanImage } from "#app/platform/image/clean-image.ts";
import { ImageError } from "#app/platform/image/image-error.ts";
import * as make from "./pictures.ts";

const { ascii, dressJpeg, exifSegment, jpegSegment, makePng, pngChunk, readPicture } = make;

const codeOf = (bytes: Uint8Array, maxPixels?: number): string => {
  try {
    cleanImage(bytes, maxPixels);
  } catch (error) {
    if (error instanceof ImageError) return error.code;
    throw error;
  }
  return "no error";
};
const textOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");

describe("JPEG", () => {
  test.each(["sawah.jpg", "sawah-bertahap.jpg", "sawah-abu.jpg"])(
    "keeps all of %s that is picture",
    (name) => {
      const jpeg = readPicture(name);
      const image = cleanImage(jpeg);
      expect(image).toMatchObject({ type: "image/jpeg", width: 64, height: 48, orientation: 1 });
      expect(image.bytes).toEqual(jpeg);
    },
  );

  test("loses person, place, time, comments and what follows the end", () => {
    const jpeg = readPicture("sawah.jpg");
    const dressed = dressJpeg(
      jpeg,
      [
        exifSegment(1),
        jpegSegment(0xe1, ascii("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Siti</x:xmpmeta>")),
        jpegSegment(0xed, ascii("Photoshop 3.0\0IPTC Mangsit")),
        jpegSegment(0xe2, ascii("MPF\0preview")),
        jpegSegment(0xe0, ascii("JFXX\0thumbnail")),
        jpegSegment(0xfe, ascii("komentar")),
      ],
      ascii("<script>alert(1)</script>"),
    );
    expect(cleanImage(dressed).bytes).toEqual(jpeg);
  });

  test.each(["II", "MM"] as const)("keeps the orientation, and only it, from %s EXIF", (order) => {
    const { bytes, orientation } = cleanImage(dressJpeg(readPicture("sawah.jpg"), [exifSegment(6, order)]));
    expect(orientation).toBe(6);
    expect(textOf(bytes)).not.toContain("GPS");
    expect(cleanImage(bytes)).toEqual({ bytes, type: "image/jpeg", width: 64, height: 48, orientation: 6 });
  });

  test.each([0, 9, 65_535])("takes the orientation %i for upright", (value) => {
    expect(cleanImage(dressJpeg(readPicture("sawah.jpg"), [exifSegment(value)])).orientation).toBe(1);
  });

  test("keeps the colour profile and the Adobe transform", () => {
    const kept = [
      jpegSegment(0xe2, ascii("ICC_PROFILE\0\u0001\u0001profil")),
      jpegSegment(0xee, ascii("Adobe\0dddd\0\0")),
    ];
    const dressed = dressJpeg(readPicture("sawah.jpg"), kept);
    expect(cleanImage(dressed).bytes).toEqual(dressed);
  });

  test("drops the preview inside JFIF", () => {
    const jpeg = readPicture("sawah.jpg");
    const withPreview = concatBytes([
      jpeg.subarray(0, 2),
      jpegSegment(0xe0, concatBytes([jpeg.subarray(6, 18), Uint8Array.of(1, 1, 9, 9, 9)])),
      jpeg.subarray(20),
    ]);
    expect(cleanImage(withPreview).bytes).toEqual(jpeg);
  });

  test("says what is wrong", () => {
    const jpeg = readPicture("sawah.jpg");
    expect(codeOf(jpeg.subarray(0, jpeg.length - 2))).toBe("truncated");
    expect(codeOf(jpeg.subarray(0, 100))).toBe("truncated");
    expect(codeOf(jpeg.subarray(0, 2))).toBe("truncated");
    expect(codeOf(concatBytes([jpeg.subarray(0, 2), jpeg.subarray(-2)]))).toBe("corrupt");
    expect(codeOf(jpeg, 64 * 48 - 1)).toBe("too-many-pixels");
    expect(codeOf(jpeg, 64 * 48)).toBe("no error");
  });

  test("refuses a JPEG of very many scans", () => {
    const jpeg = readPicture("sawah.jpg");
    const scan = jpeg.subarray(textOf(jpeg).indexOf("\u00ff\u00da"), -2);
    const scans = Array.from({ length: 70 }, () => scan);
    expect(codeOf(concatBytes([jpeg.subarray(0, -2), ...scans, jpeg.subarray(-2)]))).toBe("corrupt");
  });
});

describe("PNG", () => {
  test("loses texts, time, EXIF, profile and what follows the end", () => {
    const names = ["tEXt", "zTXt", "iTXt", "eXIf", "tIME", "iCCP", "acTL", "prVt"];
    const dressed = makePng({ extra: names.map((name) => pngChunk(name, ascii("Siti Mangsit"))) });
    const image = cleanImage(concatBytes([dressed, ascii("<svg onload=alert(1)>")]));
    expect(image.bytes).toEqual(makePng());
    expect(image).toMatchObject({ type: "image/png", width: 24, height: 16, orientation: 1 });
  });

  test("takes an interlaced picture by the lengths of its seven passes", () => {
    expect(codeOf(makePng({ width: 1, height: 1, interlace: 1, rows: new Uint8Array(2) }))).toBe("no error");
    expect(codeOf(makePng({ width: 1, height: 1, interlace: 1, rows: new Uint8Array(3) }))).toBe("corrupt");
    // 8 x 8: 2 + 2 + 3 + 2*3 + 2*5 + 4*5 + 4*9 bytes
    expect(codeOf(makePng({ width: 8, height: 8, interlace: 1, rows: new Uint8Array(79) }))).toBe("no error");
  });

  test("refuses a bomb, missing pixels and too many of them", () => {
    expect(codeOf(makePng({ rows: new Uint8Array(1_000_000) }))).toBe("corrupt");
    expect(codeOf(makePng({ rows: new Uint8Array(10) }))).toBe("truncated");
    expect(codeOf(makePng({ width: 100_000, height: 100_000, rows: new Uint8Array(1) }))).toBe(
      "too-many-pixels",
    );
    expect(codeOf(makePng({ width: 0, rows: new Uint8Array(1) }))).toBe("corrupt");
  });

  test("refuses a file cut short or changed", () => {
    const png = makePng();
    expect(codeOf(png.subarray(0, png.length - 1))).toBe("truncated");
    const changed = png.slice();
    changed[45] = (changed[45] ?? 0) ^ 1;
    expect(codeOf(changed)).toBe("corrupt");
  });
});

describe("WebP", () => {
  test.each(["sawah.webp", "sawah-utuh.webp"])("keeps %s", (name) => {
    const webp = readPicture(name);
    const image = cleanImage(webp);
    expect(image).toMatchObject({ type: "image/webp", width: 64, height: 48 });
    expect(image.bytes).toEqual(webp);
  });

  test("loses EXIF, XMP and unknown chunks and says so in its flags", () => {
    const names = ["EXIF", "XMP ", "SITI"];
    const dressed = make.dressWebp(
      readPicture("sawah.webp"),
      0x2c,
      names.map((name) => make.webpChunk(name, ascii("GPS -8.4 116"))),
    );
    const { bytes } = cleanImage(dressed);
    expect(textOf(bytes)).not.toMatch(/EXIF|XMP |SITI|GPS/);
    expect(bytes[20]).toBe(0x20);
    expect(new DataView(bytes.buffer).getUint32(4, true)).toBe(bytes.length - 8);
    expect(latin1(bytes, 12, 4)).toBe("VP8X");
  });

  test("refuses moving pictures, lies about the size and cut files", () => {
    const webp = readPicture("sawah.webp");
    expect(codeOf(make.dressWebp(webp, 0x02, []))).toBe("animated");
    expect(codeOf(make.dressWebp(webp, 0, [make.webpChunk("ANMF", new Uint8Array(16))]))).toBe("animated");
    expect(codeOf(make.dressWebp(webp, 0, [], 65, 48))).toBe("corrupt");
    expect(codeOf(webp.subarray(0, webp.length - 3))).toBe("truncated");
    expect(codeOf(webp, 100)).toBe("too-many-pixels");
  });
});

test("refuses what is no picture", () => {
  for (const text of ["", "GIF89a", "<svg xmlns='http://www.w3.org/2000/svg'/>", "RIFF", "%PDF-1.7"]) {
    expect(codeOf(ascii(text)), text).toBe("unsupported");
  }
});
