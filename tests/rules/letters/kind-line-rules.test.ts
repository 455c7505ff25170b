import { describe, expect, it } from "vitest";
import { CATALOGUE } from "#app/modules/letters/catalogue.ts";
import {
  fieldLines,
  keepColumnKeys,
  readFieldLines,
  readRequirementLines,
  requirementLines,
} from "#app/modules/letters/kind-line-rules.ts";

describe("fields and papers as lines", () => {
  it("read back as they were written, for each kind", () => {
    for (const { fields, requirements } of CATALOGUE) {
      const read = readFieldLines(fieldLines(fields));
      expect(read.isRead && keepColumnKeys(read.parts, fields)).toEqual(fields);
      expect(readRequirementLines(requirementLines(requirements))).toEqual({
        isRead: true,
        parts: requirements,
      });
    }
  });

  it.each([
    ["Nama | Nama | teks", 1, "key"],
    ["nama | Nama | teks\n\nnama | Lagi | teks", 3, "twice"],
    ["nama | | teks", 1, "label"],
    ["nama | Nama | tulisan", 1, "type"],
    ["nama | Nama | pilihan: satu", 1, "choices"],
    ["nama | Nama | daftar", 1, "columns"],
  ])("say which line of fields is wrong: %j", (text, line, why) => {
    expect(readFieldLines(text)).toEqual({ isRead: false, line, why });
  });

  it("say which line of papers is wrong", () => {
    expect(readRequirementLines("KTP\nKK | kadang")).toEqual({ isRead: false, line: 2, why: "mark" });
    expect(readRequirementLines("| wajib")).toEqual({ isRead: false, line: 1, why: "label" });
  });
});
