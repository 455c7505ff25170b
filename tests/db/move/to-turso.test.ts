import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { villages } from "#db/directory/schema/villages.ts";
import { VILLAGE_SCHEMA_VERSION } from "#db/migrate-village.ts";
import { moveVillageHome } from "#db/move-village.ts";
import { databaseHome } from "#tests/support/database-home.ts";
import { startTursoDouble, type TursoDouble } from "../homes/doubles.ts";
import { readSchema, storeVillage } from "../stored-village.ts";
import { openTwoHomes, rowOf, rowsOf, type TwoHomes, writeTo } from "./two-homes.ts";

let turso: TursoDouble;
let homes: TwoHomes;
beforeAll(async () => {
  turso = await startTursoDouble(databaseHome);
  homes = await openTwoHomes([turso.home]);
});
afterAll(async () => {
  await homes.stop();
  await turso.stop();
});

it("a village moves to Turso Cloud, works there, and comes home to sqld with what was written there", async () => {
  const { place } = homes;
  const { village } = await storeVillage("52.07.02.2001");
  const current = { schemaVersion: VILLAGE_SCHEMA_VERSION };
  await place.directory.update(villages).set(current).where(eq(villages.id, village.id));
  let clock = Date.UTC(2026, 10, 24, 4);
  const now = () => new Date(++clock);
  const before = await rowsOf(place, village.id);
  const schema = await readSchema(place.home, village.database);

  const there = await moveVillageHome(place, village.id, "turso", now);
  expect(await rowsOf(place, village.id)).toEqual(before);
  expect(await readSchema(turso.home, there.database)).toEqual(schema);
  await writeTo(place, await rowOf(place, village.id), "dari jauh");
  const after = await rowsOf(place, village.id);
  expect(after).not.toEqual(before);

  clock += 60_000;
  const back = await moveVillageHome(place, village.id, "kedua", now);
  expect(await rowsOf(place, village.id)).toEqual(after);
  expect(await readSchema(homes.second, back.database)).toEqual(schema);
});
