import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { tryPassword } from "#app/modules/accounts/attempts.server.ts";
import { accounts, signInAttempts } from "#db/village/schema/accounts.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";
import { seedWithPassword } from "./person-with-password.ts";

vi.setConfig({ testTimeout: 30_000 });

let village: TestVillage;
let accountId: string;
beforeEach(async () => {
  village = await createTestVillage();
  const person = { name: "Sulastri", username: "sulastri", password: "jagung manis kuning" };
  accountId = await seedWithPassword(village, { ...person, positions: ["kasi-pemerintahan"] });
});

const guess = (password: string) => ({ where: eq(accounts.id, accountId), name: accountId, password });

describe("tries at a password", () => {
  it("count all addresses of one IPv6 network together", async () => {
    for (const address of ["2001:db8::1", "2001:db8::2", "2001:db8:0:1::1"])
      await tryPassword({ ...village.anonymous(), address }, guess("salah besar"));
    const rows = await village.db.select().from(signInAttempts);
    const byAddress = rows.filter((row) => row.subject.startsWith("address:"));
    expect(byAddress.map((row) => [row.subject, row.failures]).sort()).toEqual([
      ["address:2001:db8:0:0::/64", 2],
      ["address:2001:db8:0:1::/64", 1],
    ]);
  });
});
