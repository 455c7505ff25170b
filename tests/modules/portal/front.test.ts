import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { loadFront } from "#app/modules/portal/load-front.server.ts";
import { brandOf } from "#app/modules/village/brand-rules.ts";
import { loadLetterhead } from "#app/modules/village/emblem.server.ts";
import { EMBLEM_UPLOAD } from "#app/modules/village/emblem-rules.ts";
import { SaveIdentityInput } from "#app/modules/village/input.ts";
import { saveIdentity } from "#app/modules/village/save-identity.server.ts";
import { storeUpload } from "#app/platform/files/store-upload.ts";
import { accounts, positionTerms } from "#db/village/schema/accounts.ts";
import { png } from "#tests/platform/files/uploads.ts";
import type { TestVillage } from "#tests/support/test-village.ts";
import { createVillage, profileOf } from "../village/support.ts";

describe("the village's front page", () => {
  let village: TestVillage;
  beforeEach(async () => {
    village = await createVillage({ villageTerm: "Nagari", headTerm: "Wali Nagari", hamletTerm: "Jorong" });
  });

  const officials = async () =>
    (await loadFront(village.anonymous())).officials.map(({ group, title, name }) => [group, title, name]);

  it("shows who serves today, by the village's own words, in one round trip", async () => {
    await village.ctxAs("ketua-bpd", { name: "Nurhayati" });
    await village.ctxAs(["kasi-pemerintahan", "kasi-pelayanan"], { name: "Ahyar" });
    await village.ctxAs("kepala-desa", { name: "Haji Mahsun" });
    await village.ctxAs("kepala-dusun", { name: "Amaq Rahmat" });
    await village.ctxAs("operator", { name: "Tidak Tampil" });
    village.takeRoundTrips();
    expect(await officials()).toEqual([
      ["office", "Wali Nagari", "Haji Mahsun"],
      ["office", "Kasi Pemerintahan", "Ahyar"],
      ["office", "Kasi Pelayanan", "Ahyar"],
      ["hamlet", "Kepala Jorong", "Amaq Rahmat"],
      ["council", "Ketua BPD", "Nurhayati"],
    ]);
    expect(village.takeRoundTrips()).toBe(1);
  });

  it("leaves out who has gone, who has not come yet, and whose account is closed", async () => {
    const [gone, coming, dismissed] = await Promise.all(
      ["Lama", "Baru", "Diberhentikan"].map((name) => village.ctxAs("kasi-pemerintahan", { name })),
    );
    const term = (ctx = gone) => eq(positionTerms.accountId, ctx?.actor.accountId ?? "");
    await village.db.update(positionTerms).set({ endsOn: "2026-11-24" }).where(term(gone));
    await village.db.update(positionTerms).set({ startsOn: "2026-11-25" }).where(term(coming));
    await village.db
      .update(accounts)
      .set({ state: "dismissed" })
      .where(eq(accounts.id, dismissed?.actor.accountId ?? ""));
    expect(await officials()).toEqual([]);
  });

  it("names the village and shows its emblem by a signed address", async () => {
    const kasi = await village.ctxAs("kasi-pemerintahan");
    const emblem = await storeUpload(kasi, png(), EMBLEM_UPLOAD);
    const { updatedAt } = await profileOf(village);
    await saveIdentity(
      kasi,
      SaveIdentityInput.parse({ versi: updatedAt, alamat: "Jalan Raya 1", berkas: emblem.id }),
    );
    const front = await loadFront(village.anonymous());
    expect(front.brand).toEqual({
      href: "/",
      name: "Nagari Sesela",
      place: "Kec. Gunungsari, Kabupaten Lombok Barat",
      emblemSrc: expect.stringContaining(emblem.storageKey),
    });
    const letterhead = await loadLetterhead(kasi, await profileOf(village));
    expect(letterhead.emblem).toEqual({
      bytes: village.files.held.get(emblem.storageKey)?.bytes,
      type: "image/png",
    });
    expect(letterhead.lines.map(({ text }) => text)).toEqual([
      "PEMERINTAH KABUPATEN LOMBOK BARAT",
      "KECAMATAN GUNUNGSARI",
      "PEMERINTAH NAGARI SESELA",
      "Jalan Raya 1",
    ]);
  });

  it("prints a kop without the emblem where its bytes are lost", async () => {
    const profile = { ...(await profileOf(village)), emblemFileId: crypto.randomUUID() };
    expect((await loadLetterhead(village.anonymous(), profile)).emblem).toBeUndefined();
  });

  it("leaves a missing kecamatan out of the brand", () => {
    const names = { name: "X", villageTerm: "Desa", districtName: "", regencyName: "Kota Bima" };
    expect(brandOf(names).place).toBe("Kota Bima");
  });
});
