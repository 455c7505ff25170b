import { asc, eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { residentImportDue } from "#app/modules/resident-import/due.ts";
import { getImport } from "#app/modules/resident-import/queries.server.ts";
import { startImport } from "#app/modules/resident-import/start-import.server.ts";
import { TERMS_VERSIONS } from "#app/platform/privacy/processor-terms.ts";
import type { NamespaceHome } from "#db/homes/home.ts";
import { residentImportRows } from "#db/village/schema/population.ts";
import { termsAcceptances } from "#db/village/schema/privacy.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";

/** A village that may enter residents. */
export async function createImportVillage(home?: NamespaceHome): Promise<TestVillage> {
  const village = await createTestVillage({}, home);
  const [terms] = TERMS_VERSIONS;
  await village.db.insert(termsAcceptances).values({
    id: "terms",
    version: terms?.version ?? "",
    textHash: "0",
    acceptedBy: "uji",
    acceptedName: "Uji",
    acceptedPosition: "kepala-desa",
    acceptedAt: village.now().toISOString(),
  });
  return village;
}

/** Lets the job run until the import waits for somebody, or at most so often. */
export async function runImport(village: TestVillage, most = 200): Promise<void> {
  for (let run = 0; run < most; run++) {
    const { nextDueAt } = await residentImportDue.run(village.anonymous());
    if (!nextDueAt) return;
  }
  throw new Error("the import does not come to an end");
}

export const fileOf = (bytes: Uint8Array, name = "penduduk.xlsx") =>
  new File([bytes as Uint8Array<ArrayBuffer>], name);

/** Sends a file and lets it be read and checked. */
export async function sendFile(
  village: TestVillage,
  ctx: OfficeCtx,
  bytes: Uint8Array,
  tanggal = "2026-11-24",
): Promise<string> {
  const { id } = await startImport(ctx, { tanggal, berkas: fileOf(bytes) });
  await runImport(village);
  return id;
}

export const importOf = (village: TestVillage, id: string) => getImport(village.db, id);

export const rowsOf = (village: TestVillage, id: string) =>
  village.db
    .select()
    .from(residentImportRows)
    .where(eq(residentImportRows.importId, id))
    .orderBy(asc(residentImportRows.line));
