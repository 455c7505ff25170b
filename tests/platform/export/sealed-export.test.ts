import { unzipSync } from "fflate";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { ACCOUNT_PHONE, ACCOUNT_TOTP } from "#app/modules/accounts/sealed-fields.ts";
import { openedExport } from "#app/platform/export/export-rules.ts";
import { exportKey, writeSealedExport } from "#app/platform/export/sealed-export.server.ts";
import { sealValue } from "#app/platform/keys/sealed-field.ts";
import { sealedFields } from "#app/registry.server.ts";
import { readParts } from "#db/backup/object-parts.ts";
import { findByPassphrase, newPassphraseKey } from "#db/sealed/passphrase.ts";
import { SealError } from "#db/sealed/seal-key.ts";
import { openSealed } from "#db/sealed/sealed-reader.ts";
import { accounts } from "#db/village/schema/accounts.ts";
import { files } from "#db/village/schema/village.ts";
import { createTestVillage } from "#tests/support/test-village.ts";

vi.setConfig({ testTimeout: 60_000 });

const PASSPHRASE = "kuda hijau makan sembilan mangga";
const BIG = new Uint8Array(9 * 1024 * 1024).map((_, at) => (at * 7) % 251);

describe("an export that is sealed under a passphrase", () => {
  let ctx: OfficeCtx;
  const stored = async function* (id = "e1") {
    yield* readParts(ctx.files, exportKey(ctx.tenant.villageId, id));
  };
  const storedParts = async () => {
    const parts: Uint8Array[] = [];
    for await (const part of stored()) parts.push(part);
    return parts;
  };
  const openWith = async (passphrase: string, chunks: AsyncIterable<Uint8Array> = stored()) => {
    const { head, frames } = await openSealed(chunks, findByPassphrase(passphrase));
    const parts: Uint8Array[] = [];
    for await (const frame of frames) parts.push(frame);
    return { head, zip: unzipSync(new Uint8Array(Buffer.concat(parts))) };
  };
  const write = async (onProgress = async (_bytes: number) => {}) =>
    writeSealedExport(
      ctx,
      "e1",
      await newPassphraseKey(PASSPHRASE),
      openedExport(sealedFields, ctx.keys),
      onProgress,
    );

  beforeAll(async () => {
    ctx = await (await createTestVillage()).ctxAs("kepala-desa", { name: "Lalu Ahmad" });
    const phone = await sealValue(ctx.keys, ACCOUNT_PHONE, "6281234567890");
    const totp = await sealValue(ctx.keys, ACCOUNT_TOTP, "RAHASIA");
    await ctx.db
      .update(accounts)
      .set({ phoneSealed: phone.sealed, phoneIndex: phone.index, totpSealed: totp.sealed });
    const at = ctx.now.toISOString();
    await ctx.files.put(`${ctx.tenant.villageId}/besar`, BIG, "image/png");
    const file = {
      mediaType: "image/png",
      sizeBytes: BIG.length,
      sha256: "-",
      purpose: "x",
      createdBy: "-",
      createdAt: at,
    };
    await ctx.db.insert(files).values([
      { ...file, id: "besar", name: "Peta Desa.PNG", storageKey: `${ctx.tenant.villageId}/besar` },
      { ...file, id: "hilang", name: "hilang.png", storageKey: `${ctx.tenant.villageId}/hilang` },
    ]);
    expect(await write()).toMatchObject({ files: 1, missing: 1 });
  });

  it("opens with it and holds what was sealed in the clear, secrets excepted", async () => {
    const { head, zip } = await openWith(PASSPHRASE);
    expect(head).toMatchObject({ content: "export", key: { kind: "scrypt", n: 16_384, r: 8, p: 5 } });
    expect(head.about).toMatchObject({ code: ctx.tenant.regionCode });
    const people = new TextDecoder().decode(zip["tabel/accounts.csv"]);
    expect(people).toContain("6281234567890");
    expect(people).not.toContain("RAHASIA");
    expect(new TextDecoder().decode(zip["basis-data.sql"])).toContain("'6281234567890'");
    expect(Buffer.from(zip["berkas/besar.png"] ?? []).equals(BIG)).toBe(true);
    expect(new TextDecoder().decode(zip["berkas.csv"])).toMatch(/berkas\/hilang\.png,.*,tidak/);
  });

  it("opens with no other passphrase, and not where it was cut off or changed; blanks around it don't matter", async () => {
    await expect(openWith("kuda hijau makan sembilan manggis")).rejects.toThrow(SealError);
    await openWith(`  ${PASSPHRASE} `);
    const [first] = await storedParts();
    await expect(
      openWith(
        PASSPHRASE,
        (async function* () {
          yield first ?? new Uint8Array();
        })(),
      ),
    ).rejects.toThrow(SealError);
    const changed = first?.map((byte, at) => (at === 9_000 ? byte ^ 1 : byte)) ?? new Uint8Array();
    await expect(
      openWith(
        PASSPHRASE,
        (async function* () {
          yield changed;
        })(),
      ),
    ).rejects.toThrow(SealError);
  });

  it("lies in the store under nobody's eyes", async () => {
    const bytes = Buffer.concat(await storedParts());
    for (const secret of ["6281234567890", "Lalu Ahmad", "CREATE TABLE", PASSPHRASE])
      expect(bytes.includes(secret), secret).toBe(false);
  });

  it("is begun anew after a try that was cut off, and leaves no part of it", async () => {
    let seals = 0;
    const cut = async () => {
      if (++seals === 2) throw new Error("power cut");
    };
    await expect(write(cut)).rejects.toThrow("power cut");
    await write();
    expect(Object.keys((await openWith(PASSPHRASE)).zip)).toContain("SHA256SUMS.txt");
    expect(await ctx.homes.provisionerOf("utama").listDatabases(`${ctx.tenant.database}-`)).toEqual([]);
  });
});
