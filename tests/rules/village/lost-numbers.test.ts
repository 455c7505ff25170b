import { expect, it } from "vitest";
import { lostSentence } from "#app/modules/village/book-rules.ts";

it("names numbers that a restore lost by their book", () => {
  const lost = { series: "buku:surat-keluar", fromNumber: 6, toNumber: 9 };
  expect(lostSentence(lost)).toBe("Surat keluar: nomor 6 sampai 9");
  expect(lostSentence({ ...lost, toNumber: 6 })).toBe("Surat keluar: nomor 6");
  expect(lostSentence({ ...lost, series: "buku:lain" })).toBe("lain: nomor 6 sampai 9");
});
