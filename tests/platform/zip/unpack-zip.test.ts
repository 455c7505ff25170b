import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { checkZip, unpackZip } from "#app/platform/zip/unpack-zip.ts";
import { ZipError } from "#app/platform/zip/zip-error.ts";

const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof ZipError) return error.code;
    throw error;
  }
  return "no error";
};

/** Replaces every occurrence of one name's bytes (local header and list) by another of the same length. */
function rename(zip: Uint8Array, from: string, to: string): Uint8Array {
  const text = Array.from(zip, (byte) => String.fromCharCode(byte)).join("");
  return Uint8Array.from(text.replaceAll(from, to), (char) => char.charCodeAt(0));
}

function patch(zip: Uint8Array, signature: number, offset: number, value: number): Uint8Array {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 4 <= copy.length; at++) {
    if (view.getUint32(at, true) === signature) view.setUint16(at + offset, value, true);
  }
  return copy;
}

const sample = zipSync({
  "xl/workbook.xml": strToU8("<workbook/>".repeat(2000)),
  "foto/a.txt": strToU8("halo"),
});

describe("unpackZip", () => {
  test("gives the files and counts what it unpacked", () => {
    const { files, paths, unpackedBytes } = unpackZip(sample);
    expect(paths).toEqual(["xl/workbook.xml", "foto/a.txt"]);
    expect(new TextDecoder().decode(files.get("foto/a.txt"))).toBe("halo");
    expect(files.get("xl/workbook.xml")?.length).toBe(22_000);
    expect(unpackedBytes).toBe(22_004);
  });

  test("holds only what is wanted, but counts all", () => {
    const { files, unpackedBytes } = unpackZip(sample, { keep: (path) => path.endsWith(".txt") });
    expect([...files.keys()]).toEqual(["foto/a.txt"]);
    expect(unpackedBytes).toBe(22_004);
  });

  test("reads stored entries and an empty archive", () => {
    const stored = zipSync({ "a.txt": [strToU8("halo"), { level: 0 }], "b/": new Uint8Array() });
    expect([...unpackZip(stored).files.keys()]).toEqual(["a.txt"]);
    expect(unpackZip(zipSync({})).paths).toEqual([]);
  });

  test("refuses a bomb while inflating, whatever sizes it declares", () => {
    const bomb = zipSync({ "a.xml": new Uint8Array(65 * 1024 * 1024) }, { level: 4 });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(codeOf(() => unpackZip(bomb))).toBe("too-large");
    const liar = patch(patch(bomb, 0x02014b50, 24, 10), 0x02014b50, 26, 0);
    expect(codeOf(() => unpackZip(liar))).toBe("too-large");
  });

  test("counts the bomb's entries together", () => {
    const part = new Uint8Array(300_000);
    const limits = { maxUnpackedBytes: 800_000 };
    expect(codeOf(() => checkZip(zipSync({ a: part, b: part, c: part }), limits))).toBe("too-large");
    expect(checkZip(zipSync({ a: part, b: part }), limits).unpackedBytes).toBe(600_000);
  });

  test("refuses more than 200 entries", () => {
    const entries = (count: number) =>
      zipSync(
        Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, new Uint8Array(1)])),
      );
    expect(codeOf(() => unpackZip(entries(201)))).toBe("too-many-entries");
    expect(unpackZip(entries(200)).paths).toHaveLength(200);
  });

  test("refuses encrypted entries and unknown methods", () => {
    expect(codeOf(() => unpackZip(patch(sample, 0x02014b50, 8, 1)))).toBe("encrypted");
    expect(codeOf(() => unpackZip(patch(sample, 0x04034b50, 6, 1)))).toBe("encrypted");
    expect(codeOf(() => unpackZip(patch(sample, 0x02014b50, 10, 12)))).toBe("unsupported");
  });

  test.each([
    "../a.txt..",
    "/etc/paswd",
    "C:/a.txt..",
    "foto\\a.txt",
    "foto//a.tx",
    "foto/./a.t",
    "foto/\u0000a.tx",
  ])("refuses the path %j", (path) => {
    expect(path).toHaveLength(10);
    expect(codeOf(() => unpackZip(rename(sample, "foto/a.txt", path)))).toBe("unsafe-path");
  });

  test("refuses two entries of one path and an entry with two names", () => {
    const twin = zipSync({ "a.txt": strToU8("1"), "B.txt": strToU8("2") });
    expect(codeOf(() => unpackZip(rename(twin, "B.txt", "A.txt")))).toBe("unsafe-path");
    const text = Array.from(sample, (byte) => String.fromCharCode(byte)).join("");
    const first = Uint8Array.from(text.replace("foto/a.txt", "foto/b.txt"), (char) => char.charCodeAt(0));
    expect(codeOf(() => unpackZip(first))).toBe("corrupt");
  });

  test("refuses what is no archive, is cut short or was changed", () => {
    expect(codeOf(() => unpackZip(strToU8("bukan zip")))).toBe("not-a-zip");
    expect(codeOf(() => unpackZip(new Uint8Array()))).toBe("not-a-zip");
    expect(codeOf(() => unpackZip(sample.subarray(0, sample.length - 5)))).toBe("not-a-zip");
    const changed = zipSync({ a: [strToU8("halo"), { level: 0 }] });
    changed[31] = 0x58;
    expect(codeOf(() => unpackZip(changed))).toBe("corrupt");
  });

  test("throws nothing but ZipError for damaged archives", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(sample.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }),
        fc.nat(sample.length),
        (changes, length) => {
          const damaged = sample.slice(0, length < 40 ? sample.length : length);
          for (const [at, value] of changes) if (at < damaged.length) damaged[at] = value;
          codeOf(() => unpackZip(damaged));
        },
      ),
      { numRuns: 500 },
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void codeOf(() => unpackZip(bytes))));
  });
});
