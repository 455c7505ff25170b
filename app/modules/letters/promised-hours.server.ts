import { and, eq } from "drizzle-orm";
import type { VillageTx } from "#db/open.ts";
import { serviceStandards, standardServices } from "#db/village/schema/services.ts";
import type { LetterKind } from "./kind-rules.ts";

/** The hours that are promised for a kind: those of the service standard in force, else the kind's own. */
export async function promisedHours(
  tx: VillageTx,
  kind: Pick<LetterKind, "key" | "promised">,
): Promise<number> {
  const [row] = await tx
    .select({ hours: standardServices.hours })
    .from(standardServices)
    .innerJoin(serviceStandards, eq(serviceStandards.id, standardServices.standardId))
    .where(and(eq(serviceStandards.state, "adopted"), eq(standardServices.service, kind.key)));
  return row?.hours ?? kind.promised.hours;
}
