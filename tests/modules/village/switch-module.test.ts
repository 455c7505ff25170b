import { beforeEach, describe, expect, it } from "vitest";
import { listSwitches } from "#app/modules/village/list-switches.server.ts";
import { switchModule } from "#app/modules/village/switch-module.server.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { isModuleOn, MODULES } from "#app/registry.ts";
import { auditLog } from "#db/village/schema/accounts.ts";
import type { TestVillage } from "#tests/support/test-village.ts";
import { createVillage, withKey } from "./support.ts";

describe("switchModule", () => {
  let village: TestVillage;
  beforeEach(async () => {
    village = await createVillage();
  });

  const off = { modul: "programme", nyala: false };

  it("switches off and on again and remembers who did it last, and when", async () => {
    const head = await village.ctxAs("kepala-desa", { name: "Haji Mahsun" });
    await switchModule(head, off, MODULES);
    expect(await listSwitches(head)).toEqual([
      { module: "programme", isOn: false, changedAt: "2026-11-24T02:00:00.000Z", changedBy: "Haji Mahsun" },
    ]);
    const secretary = await village.ctxAs("sekretaris-desa", { name: "Sumiati" });
    await switchModule(secretary, { ...off, nyala: true }, MODULES);
    const rows = await listSwitches(head);
    expect(rows).toMatchObject([{ isOn: true, changedBy: "Sumiati" }]);
    expect(isModuleOn("programme", new Map(rows.map((row) => [row.module, row.isOn])))).toBe(true);
    const actions = (await village.db.select().from(auditLog)).map(({ action }) => action);
    expect(actions).toEqual(["module.switch-off", "module.switch-on"]);
  });

  it("lets the administrator of the sign-up switch, and refuses other positions", async () => {
    await switchModule(await village.ctxAs("operator", { isAdmin: true }), off, MODULES);
    for (const position of ["kasi-pemerintahan", "kaur-umum", "ketua-bpd"]) {
      const attempt = switchModule(await village.ctxAs(position), off, MODULES);
      await expect(attempt).rejects.toThrow(ForbiddenError);
    }
  });

  it("refuses a module that doesn't exist and does one thing for two taps", async () => {
    const head = await village.ctxAs("kepala-desa");
    await expect(switchModule(head, { ...off, modul: "apa" }, MODULES)).rejects.toThrow(NotFoundError);
    const tap = () => switchModule(withKey(head, "kunci-modul"), off, MODULES);
    await Promise.all([tap(), tap()]);
    expect(await village.db.select().from(auditLog)).toHaveLength(1);
  });

  it("stays within its village", async () => {
    await switchModule(await village.ctxAs("kepala-desa"), off, MODULES);
    const neighbour = await createVillage();
    expect(await listSwitches(await neighbour.ctxAs("kepala-desa"))).toEqual([]);
  });
});
