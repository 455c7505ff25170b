import { afterAll, beforeAll, expect, it } from "vitest";
import { loadRegencyHome } from "#app/modules/overseers/load-homes.server.ts";
import { getRecoveryVillage } from "#app/modules/overseers/recover-head.server.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { createTestPortal, type TestPortal } from "#tests/support/test-portal.ts";
import { above, addVillage } from "../console/console-stage.ts";

let portal: TestPortal;
beforeAll(async () => {
  portal = await createTestPortal();
});
afterAll(() => portal.stop());

it("shows a kabupaten its own villages and no other's, whatever their codes look like", async () => {
  const own = await addVillage(portal, { slug: "sendiri", regionCode: "52.01.14.2006" });
  const erased = await addVillage(portal, { slug: "terhapus", regionCode: "52.01.14.2007", state: "erased" });
  const others = [
    await addVillage(portal, { slug: "tetangga", regionCode: "52.02.01.2001" }),
    await addVillage(portal, { slug: "mirip", regionCode: "52.010.1.2001" }),
    await addVillage(portal, { slug: "kota", regionCode: "52.71.01.2001" }),
  ];
  for (const role of ["kabupaten-admin", "kabupaten-member"] as const) {
    const { villages } = await loadRegencyHome(above(portal, role));
    expect(villages.map(({ id }) => id)).toEqual([own.id]);
  }
  const admin = above(portal, "kabupaten-admin");
  expect((await getRecoveryVillage(admin, own.id)).slug).toBe("sendiri");
  for (const { id } of [...others, erased])
    await expect(getRecoveryVillage(admin, id)).rejects.toThrow(NotFoundError);
  await expect(getRecoveryVillage(above(portal, "kabupaten-member"), own.id)).rejects.toThrow(ForbiddenError);
});
