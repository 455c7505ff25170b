import { newId } from "#app/platform/ids.ts";
import { hashTerms, TERMS_VERSIONS } from "#app/platform/privacy/processor-terms.ts";
import { presentTerms } from "#app/platform/privacy/terms-rules.ts";
import { termsAcceptances } from "#db/village/schema/privacy.ts";
import type { TestVillage } from "#tests/support/test-village.ts";

/** The village's head accepts the terms under which Balai holds people's data. */
export async function acceptTerms({ db, now }: TestVillage): Promise<void> {
  const terms = presentTerms(TERMS_VERSIONS, "2026-11-24");
  await db.insert(termsAcceptances).values({
    id: newId(now()),
    version: terms.version,
    textHash: await hashTerms(terms),
    acceptedBy: "uji",
    acceptedName: "Uji",
    acceptedPosition: "kepala-desa",
    acceptedAt: now().toISOString(),
  });
}
