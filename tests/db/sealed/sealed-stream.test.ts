import { describe, expect, it } from "vitest";
import { joinBytes } from "#db/sealed/bytes.ts";
import { readBackupKeys, SealError } from "#db/sealed/seal-key.ts";
import { openSealed } from "#db/sealed/sealed-reader.ts";
import { resumeSealed, startSealed } from "#db/sealed/sealed-writer.ts";

const OLD = Buffer.alloc(32, 1).toString("base64");
const NEW = Buffer.alloc(32, 2).toString("base64");
const keys = readBackupKeys(NEW);
const bytesOf = (text: string) => new TextEncoder().encode(text);
const TEXTS = ["satu", "", "tiga".repeat(50_000), "empat"];
const WHAT = { content: "backup", packing: "deflate-raw", about: { owner: "desa" } } as const;

/** Head and frames of a stream, each by itself. */
async function seal(from = keys, what: Parameters<typeof startSealed>[1] = WHAT): Promise<Uint8Array[]> {
  const writer = await startSealed(await from.present(), what);
  const parts: Uint8Array[] = [writer.head];
  for (const [index, text] of TEXTS.entries())
    parts.push(await writer.frame(bytesOf(text), index === TEXTS.length - 1));
  return parts;
}

async function open(chunks: Uint8Array[], from = keys): Promise<string[]> {
  const { frames } = await openSealed(chunks, from.find);
  const texts: string[] = [];
  for await (const frame of frames) texts.push(new TextDecoder().decode(frame));
  return texts;
}

const sliced = (bytes: Uint8Array, size: number) =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.slice(at * size, (at + 1) * size));

describe("a sealed stream", () => {
  it.each(["deflate-raw", "none"] as const)(
    "gives back its frames, packed with %s, in chunks of any size",
    async (packing) => {
      const whole = joinBytes(await seal(keys, { ...WHAT, packing }));
      for (const size of [1_000_000, 997, 13]) expect(await open(sliced(whole, size))).toEqual(TEXTS);
      expect(Buffer.from(whole).includes("tiga")).toBe(false);
    },
  );

  it("says in the clear what it is, and nothing else", async () => {
    const { head } = await openSealed(await seal(), keys.find);
    expect(head).toMatchObject({ content: "backup", about: { owner: "desa" }, key: { kind: "backup" } });
  });

  it("opens under an older key that is still listed, and not under another", async () => {
    const sealed = await seal(readBackupKeys(OLD));
    expect(await open(sealed, readBackupKeys(`${NEW},${OLD}`))).toEqual(TEXTS);
    await expect(open(sealed)).rejects.toThrow("not at hand");
  });

  it("never makes the same bytes twice, since each stream has a key of its own", async () => {
    const [first, second] = [await seal(), await seal()];
    expect(Buffer.from(joinBytes(first)).equals(joinBytes(second))).toBe(false);
    await expect(open([first[0], ...second.slice(1)] as Uint8Array[])).rejects.toThrow(SealError);
  });

  it("goes on where a writer was cut off, also where the last frame was made twice", async () => {
    const key = await keys.present();
    const first = await startSealed(key, WHAT);
    const kept = [first.head, await first.frame(bytesOf("satu"))];
    await first.frame(bytesOf("hilang"));
    const second = await resumeSealed(key, first.head, 1);
    kept.push(await second.frame(bytesOf("dua"), true));
    expect(second.sequence).toBe(2);
    expect(await open(kept)).toEqual(["satu", "dua"]);
  });

  it("refuses a stream that was cut off, at a frame's end or within", async () => {
    const parts = await seal();
    for (let length = 1; length < parts.length; length++)
      await expect(open(parts.slice(0, length)), String(length)).rejects.toThrow(SealError);
    const whole = joinBytes(parts);
    for (const length of [3, 11, 40, whole.length - 1])
      await expect(open([whole.slice(0, length)]), String(length)).rejects.toThrow(SealError);
  });

  it("refuses frames in another order, twice, left out, or after the end", async () => {
    const [head, a, b, c, d] = (await seal()) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array];
    for (const order of [
      [a, c, b, d],
      [a, b, b, c, d],
      [a, c, d],
      [d],
      [a, b, c, d, a],
      [a, b, c, d, new Uint8Array(40)],
    ])
      await expect(open([head, ...order])).rejects.toThrow(SealError);
  });

  it("refuses any changed byte, in its header too", async () => {
    const whole = joinBytes(await seal());
    for (let at = 0; at < whole.length; at += at < 400 ? 7 : 101) {
      const changed = whole.slice();
      changed[at] = (changed[at] ?? 0) ^ 4;
      await expect(open([changed]), `byte ${at}`).rejects.toThrow(SealError);
    }
  });
});

describe("BACKUP_KEY", () => {
  it.each(["", "pendek", Buffer.alloc(31).toString("base64"), `${NEW},x`])("is refused as %j", (text) => {
    expect(() => readBackupKeys(text)).toThrow(SealError);
  });
});
