import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createS3Store, type S3Settings } from "#app/platform/files/s3-store.ts";
import { listAll } from "#db/object-store.ts";
import { type S3Double, startS3Double } from "./s3-double.ts";

describe("createS3Store", () => {
  const now = () => new Date("2026-11-24T02:00:00.000Z");
  const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => at % 256);
  let double: S3Double;
  let settings: S3Settings;

  beforeAll(async () => {
    double = await startS3Double({ keyId: "KUNCI", secret: "rahasia/+desa", bucket: "balai-berkas", now });
    settings = {
      endpoint: double.endpoint,
      region: "id-jkt",
      bucket: "balai-berkas",
      accessKeyId: "KUNCI",
      secretAccessKey: "rahasia/+desa",
    };
  });
  beforeEach(() => {
    double.failWith = null;
  });
  afterAll(() => double.stop());

  it("gives back what was put, with its type", async () => {
    const store = createS3Store(settings, now);
    await store.put("desa-1/kunci", bytes, "image/png");
    expect(await store.get("desa-1/kunci")).toEqual({ bytes, mediaType: "image/png" });
    expect(double.held.get("desa-1/kunci")?.bytes.byteLength).toBe(70_000);
  });

  it("works below a path of the endpoint's own and with letters that must be encoded", async () => {
    const store = createS3Store(settings, now);
    await store.put("desa-1/foto (1) ñ.png", bytes, "image/png");
    expect(double.held.has("desa-1/foto (1) ñ.png")).toBe(true);
  });

  it("answers null for what is not there and deletes twice without complaint", async () => {
    const store = createS3Store(settings, now);
    await store.put("desa-1/hapus", bytes, "image/png");
    await store.delete("desa-1/hapus");
    await store.delete("desa-1/hapus");
    expect(await store.get("desa-1/hapus")).toBeNull();
  });

  it("lists what lies under a prefix page by page, whatever letters the keys have", async () => {
    const paged = await startS3Double({ keyId: "KUNCI", secret: "rahasia", bucket: "b", now, pageSize: 2 });
    const store = createS3Store(
      { ...settings, endpoint: paged.endpoint, bucket: "b", secretAccessKey: "rahasia" },
      now,
    );
    const keys = ["desa-1/a b+c", "desa-1/foto (1) ñ&.png", "desa-1/z", "desa-10/lain", "desa-1/%20"];
    for (const key of keys) await store.put(key, bytes.subarray(0, key.length), "image/png");
    const found: string[] = [];
    for await (const { key, sizeBytes } of listAll(store, "desa-1/")) {
      expect(sizeBytes).toBe(key.length);
      found.push(key);
    }
    expect(found).toEqual([...keys].filter((key) => key.startsWith("desa-1/")).sort());
    expect(await store.list("tidak-ada/")).toEqual({ files: [], next: null });
    await paged.stop();
  });

  it("throws where secret, key or clock are wrong", async () => {
    const wrongSecret = createS3Store({ ...settings, secretAccessKey: "salah" }, now);
    await expect(wrongSecret.put("a", bytes, "image/png")).rejects.toThrow("403");
    const wrongKey = createS3Store({ ...settings, accessKeyId: "LAIN" }, now);
    await expect(wrongKey.get("a")).rejects.toThrow("403");
    const late = createS3Store(settings, () => new Date("2026-11-24T02:16:00.000Z"));
    await expect(late.delete("a")).rejects.toThrow("403");
  });

  it("throws where the store is out of order or the bucket does not exist, rather than calling a file lost", async () => {
    const store = createS3Store(settings, now);
    await expect(createS3Store({ ...settings, bucket: "lain" }, now).get("a")).rejects.toThrow("404");
    double.failWith = 503;
    await expect(store.get("a")).rejects.toThrow("503");
    await expect(store.put("a", bytes, "image/png")).rejects.toThrow("503");
    await expect(store.delete("a")).rejects.toThrow("503");
    await expect(store.list("a")).rejects.toThrow("503");
  });
});
