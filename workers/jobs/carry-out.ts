import type { BaseCtx, VillageCtx } from "#app/context.ts";
import { resumeSignup } from "#app/modules/signup/resume-signup.server.ts";
import type { QueueMessage } from "#app/platform/jobs/queue.ts";
import { dueHandlers } from "#app/registry.server.ts";
import { buildPortalCtx, buildVillageCtx, type Surroundings } from "../bindings.ts";
import { ensureMigrated } from "../http/ensure-migrated.ts";
import { toTenant } from "../http/tenants.ts";
import { resumeErasure } from "./resume-erasure.ts";
import { resumeRestore } from "./resume-restore.ts";
import { findVillageRow, forgetDue, postponeDue, runVillageDue } from "./run-village-due.ts";

type Kind = QueueMessage["kind"];
type Of<K extends Kind> = Extract<QueueMessage, { kind: K }>;
type Work<K extends Kind> = (base: BaseCtx, around: Surroundings, message: Of<K>) => Promise<unknown>;

/** Message -> what it wakes. The rows that it finds decide what is done; with none it does nothing. */
const WORK: { [K in Kind]: Work<K> } = {
  "run-village-due": async (base, around, { villageId }) => {
    const ctx = await openForWork(base, around, villageId);
    if (ctx) await runVillageDue(ctx, dueHandlers);
  },
  "resume-signup": (base, around, { signupId }) => resumeSignup(buildPortalCtx(base, around.env), signupId),
  "migrate-village": (base, around, { villageId }) => openForWork(base, around, villageId),
  "resume-erasure": (base, around, { villageId }) => resumeErasure(base, around.env, villageId),
  "resume-restore": (base, _around, { orderId }) => resumeRestore(base, orderId),
};

/** Does what a message asks for. */
export async function carryOut(base: BaseCtx, around: Surroundings, message: QueueMessage): Promise<void> {
  const work = WORK[message.kind] as Work<Kind>;
  await work(base, around, message);
}

/** Kinds that a suspended village is worked on for: it may have lost a contest. */
const WHILE_SUSPENDED = dueHandlers.filter((handler) => handler.whileSuspended).map(({ kind }) => kind);

/** The village at the present schema, or null where nothing may be done in it now. */
async function openForWork(
  base: BaseCtx,
  around: Surroundings,
  villageId: string,
): Promise<VillageCtx | null> {
  const row = await findVillageRow(base, villageId);
  if (!row || row.state === "erased") await forgetDue(base, villageId);
  if (row?.movingTo) await postponeDue(base, villageId);
  if (row?.state === "suspended") await postponeDue(base, villageId, WHILE_SUSPENDED);
  if ((row?.state !== "active" && row?.state !== "suspended") || row.movingTo) return null;
  const tenant = await ensureMigrated(base, toTenant(row));
  return tenant && buildVillageCtx(base, around, tenant);
}
