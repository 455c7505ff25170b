import { and, eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, FieldError, NotFoundError } from "#app/platform/errors.ts";
import { tell } from "#app/platform/inbox.ts";
import { allReadings, mapReading, reading, readTogether } from "#app/platform/read-together.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { handoverParts } from "#app/registry.server.ts";
import type { VillageTx } from "#db/open.ts";
import { accounts } from "#db/village/schema/accounts.ts";
import { closeAccount } from "./dismiss-account.server.ts";
import type { HandOverAccountInput } from "./input.ts";
import { peopleOf, selectPeople } from "./people.server.ts";
import { getAccount } from "./position-term.server.ts";
import { canManage, changePeople, selectStaff } from "./staff.server.ts";
import { HANDOVER_WORDS, PEOPLE_REFUSALS, PEOPLE_WORDS } from "./words.ts";

/** What an official who leaves still has in hand, and who could take it over; one round trip. */
export async function getHandover(ctx: OfficeCtx, accountId: string) {
  requirePermission(ctx, "people.manage");
  const { found, people, staff, items } = await readTogether(ctx.db, {
    found: reading([ctx.db.select().from(accounts).where(eq(accounts.id, accountId))], ([rows]) => rows[0]),
    people: reading([selectPeople(ctx)], ([rows]) => peopleOf(rows)),
    staff: reading([selectStaff(ctx.db)], ([rows]) => rows),
    items: mapReading(allReadings(handoverParts.map((part) => part.read(ctx, accountId))), (lists) =>
      lists.flat(),
    ),
  });
  if (!found) throw new NotFoundError(PEOPLE_WORDS.gone);
  const isSelf = accountId === ctx.actor.accountId;
  return {
    id: found.id,
    name: found.name,
    refusal: refusalOf(found.state, isSelf, canManage(ctx, staff)),
    items,
    successors: people.filter((person) => person.accountId !== accountId && person.positions.length > 0),
  };
}

function refusalOf(state: "active" | "dismissed", isSelf: boolean, isManager: boolean): string | null {
  if (!isManager) return PEOPLE_REFUSALS["not-entitled"];
  if (isSelf) return HANDOVER_WORDS.notOwn;
  return state === "dismissed" ? PEOPLE_WORDS.dismissed : null;
}

/**
 * Hands everything that an official has in hand to his successor and closes his way in, in one step: his positions end
 * today, his sessions and second factors are gone, and his account too unless it is to stay.
 * @returns names for the sentence, and how many things changed hands
 */
export async function handOverAccount(
  ctx: OfficeCtx,
  accountId: string,
  input: HandOverAccountInput,
): Promise<{ name: string; successor: string; count: number }> {
  requirePermission(ctx, "people.manage");
  return write(ctx, async (change) => {
    const { tx, audit } = change;
    const { name, state } = await getAccount(tx, accountId);
    if (state === "dismissed") throw new ConflictError(PEOPLE_WORDS.dismissed);
    const successor = await getSuccessor(tx, accountId, input.kepada);
    const handover = {
      fromId: accountId,
      toId: successor.id,
      toName: successor.name,
      note: HANDOVER_WORDS.note(name, input.catatan),
    };
    let count = 0;
    for (const part of handoverParts) count += await part.handOver(ctx, change, handover);
    const staysActive = input.akun === "tetap";
    await changePeople(ctx, tx, { action: "dismiss", targetId: accountId }, () =>
      closeAccount(ctx, tx, accountId, { staysActive }),
    );
    await tell(ctx, tx, [successor.id], {
      onceKey: `handover:${accountId}:${ctx.now.toISOString()}`,
      title: HANDOVER_WORDS.noticeTitle(name),
      body: input.catatan,
      href: "/kantor",
    });
    const details = { name, kepada: successor.name, jumlah: count, catatan: input.catatan };
    await audit({ action: "account.hand-over", entity: "account", entityId: accountId, details });
    return { name, successor: successor.name, count };
  });
}

async function getSuccessor(tx: VillageTx, accountId: string, successorId: string) {
  if (successorId === accountId) throw new FieldError("kepada", HANDOVER_WORDS.samePerson);
  const [successor] = await tx
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(and(eq(accounts.id, successorId), eq(accounts.state, "active")));
  if (!successor) throw new FieldError("kepada", HANDOVER_WORDS.noSuccessor);
  return successor;
}
