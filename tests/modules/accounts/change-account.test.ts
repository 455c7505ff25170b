import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { changeAccount } from "#app/modules/accounts/change-account.server.ts";
import { ChangeAccountInput } from "#app/modules/accounts/input.ts";
import { getOwnAccount } from "#app/modules/accounts/own-account.server.ts";
import { seedAccount } from "#app/seed/seed-account.ts";
import { accounts, auditLog } from "#db/village/schema/accounts.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";

let village: TestVillage;
beforeAll(async () => {
  village = await createTestVillage();
  const budi = { name: "Budi", phone: "6281111111111", username: "budi", positions: [] };
  await seedAccount(village.anonymous(), budi);
});

describe("the own account", () => {
  it("changes name and sign-in names, and writes it down once for a double submit", async () => {
    const ctx = await village.ctxAs("kepala-dusun", { submitKey: "kunci-akun-1" });
    const input = ChangeAccountInput.parse({
      nama: "  Baharuddin ",
      telepon: "0812 2222 2222",
      surel: "Bahar@Contoh.id",
      nama_pengguna: "Bahar.Kadus",
    });
    await changeAccount(ctx, input);
    await changeAccount(ctx, input);
    const [row] = await village.db.select().from(accounts).where(eq(accounts.id, ctx.actor.accountId));
    expect(row).toMatchObject({ name: "Baharuddin", username: "bahar.kadus", phone: null, email: null });
    expect(JSON.stringify(row)).not.toMatch(/81222222222|bahar@/);
    expect(await getOwnAccount(ctx)).toEqual({
      name: "Baharuddin",
      username: "bahar.kadus",
      phone: "6281222222222",
      email: "bahar@contoh.id",
    });
    const log = await village.db.select().from(auditLog).where(eq(auditLog.entityId, ctx.actor.accountId));
    expect(log.map((entry) => entry.action)).toEqual(["account.change"]);
  });

  it("refuses what another account signs in with, at its field, and an account that nobody could sign in to", async () => {
    const ctx = await village.ctxAs("operator");
    const change = (fields: Partial<ChangeAccountInput>) => changeAccount(ctx, { nama: "Made", ...fields });
    await expect(change({ telepon: "6281111111111" })).rejects.toMatchObject({ field: "telepon" });
    await expect(change({ surel: "bahar@contoh.id" })).rejects.toMatchObject({ field: "surel" });
    await expect(change({ nama_pengguna: "budi" })).rejects.toMatchObject({ field: "nama_pengguna" });
    await expect(change({})).rejects.toMatchObject({ field: "telepon" });
  });

  it("refuses what stands in the clear with an account that was not sealed yet", async () => {
    const ctx = await village.ctxAs("operator");
    const old = { name: "Lama", passwordHash: "", createdAt: ctx.now.toISOString() };
    await village.db
      .insert(accounts)
      .values({ ...old, id: "akun-lama", phone: "6281333333333", email: "lama@contoh.id" });
    const change = (fields: Partial<ChangeAccountInput>) => changeAccount(ctx, { nama: "Made", ...fields });
    await expect(change({ telepon: "6281333333333" })).rejects.toMatchObject({ field: "telepon" });
    await expect(change({ surel: "lama@contoh.id" })).rejects.toMatchObject({ field: "surel" });
  });

  it.each([
    [{ nama: "A" }, "nama"],
    [{ nama: "<script>alert(1)</script>" }, "nama"],
    [{ nama: "Made", telepon: "12" }, "telepon"],
    [{ nama: "Made", surel: "bukan surel" }, "surel"],
    [{ nama: "Made", nama_pengguna: "0812345" }, "nama_pengguna"],
    [{ nama: "Made", nama_pengguna: "a@b" }, "nama_pengguna"],
  ])("names the field that is wrong in %j", (fields, field) => {
    const parsed = ChangeAccountInput.safeParse(fields);
    expect(parsed.error?.issues.map((issue) => issue.path[0])).toEqual([field]);
  });
});
