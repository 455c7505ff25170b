import type { OfficeCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { dueAfter } from "#app/platform/privacy/deadline-rules.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { personRequests } from "#db/village/schema/privacy.ts";
import type { OpenRequestInput } from "./input.ts";
import { instantFrom, momentProblem } from "./moment-rules.ts";
import { findPerson, type PersonRegister } from "./person-kinds.server.ts";
import { watchDeadline } from "./wake-privacy.server.ts";
import { REQUEST_WORDS } from "./words.ts";

/**
 * Records what a person asks about his data, from when it came in: the answer is due 3 x 24 hours later.
 * @throws FieldError where no module knows the person, or the moment can't be
 */
export async function openRequest(
  ctx: OfficeCtx,
  input: OpenRequestInput,
  register: PersonRegister,
): Promise<{ id: string; name: string; dueAt: string }> {
  requirePermission(ctx, "privacy.requests");
  const person = await findPerson(ctx, register, input.orang);
  if (!person) throw new FieldError("orang", REQUEST_WORDS.noPerson);
  const askedAt = instantFrom(ctx.tenant.timeZone, input.tanggal, input.jam);
  const problem = momentProblem(askedAt, ctx.tenant.timeZone, ctx.now);
  if (problem)
    throw new FieldError("tanggal", problem === "future" ? REQUEST_WORDS.future : REQUEST_WORDS.tooOld);
  const opened = await write(ctx, async ({ tx, audit }) => {
    const row = {
      id: newId(ctx.now),
      kind: input.jenis,
      subject: person.subject,
      subjectId: person.id,
      subjectName: person.name,
      identifiedBy: input.dikenali,
      wish: input.isi,
      state: "open" as const,
      askedAt: askedAt.toISOString(),
      answerDueAt: dueAfter(askedAt).toISOString(),
      createdBy: ctx.actor.accountId,
    };
    await tx.insert(personRequests).values(row);
    const details = { name: person.name, kind: input.jenis };
    await audit({ action: "person-request.open", entity: "person-request", entityId: row.id, details });
    return { id: row.id, name: person.name, dueAt: row.answerDueAt };
  });
  await watchDeadline(ctx, opened.dueAt);
  return opened;
}
