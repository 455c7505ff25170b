import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import { settleMessages } from "#app/platform/inbox.ts";
import { requireMaySign, requirePermission } from "#app/platform/require.ts";
import { type Write, write } from "#app/platform/write.ts";
import { personRequests } from "#db/village/schema/privacy.ts";
import type { AnswerRequestInput } from "./input.ts";
import type { PersonRegister } from "./person-kinds.server.ts";
import { removePerson } from "./remove-person.server.ts";
import { getOpenRequest, type RequestRow } from "./requests.server.ts";
import { requestKeys } from "./watch-rules.ts";
import { REQUEST_WORDS } from "./words.ts";

/**
 * Answers a request: grants it, or refuses it with the reason. A deletion that is granted is carried out in the same
 * transaction, as far as the law allows.
 * @throws FieldError where nothing may be deleted; ConflictError where somebody was faster
 */
export async function answerRequest(
  ctx: OfficeCtx,
  id: string,
  input: AnswerRequestInput,
  register: PersonRegister,
): Promise<{ name: string }> {
  requirePermission(ctx, "privacy.requests");
  requireMaySign(ctx);
  return write(ctx, async (change) => {
    const { tx, audit } = change;
    const request = await getOpenRequest(tx, id, input.versi);
    const isGranted = input.putusan === "penuhi";
    if (isGranted && request.kind === "deletion") await remove(ctx, change, request, register);
    await tx
      .update(personRequests)
      .set({
        state: isGranted ? "answered" : "refused",
        answer: input.jawaban,
        answeredAt: ctx.now.toISOString(),
        answeredBy: ctx.actor.accountId,
        version: request.version + 1,
      })
      .where(eq(personRequests.id, id));
    for (const key of requestKeys(id)) await settleMessages(ctx, tx, key);
    await audit({
      action: isGranted ? "person-request.fulfil" : "person-request.refuse",
      entity: "person-request",
      entityId: id,
      details: { name: request.subjectName, kind: request.kind },
    });
    return { name: request.subjectName };
  });
}

async function remove(
  ctx: OfficeCtx,
  change: Write,
  request: RequestRow,
  { data }: PersonRegister,
): Promise<void> {
  const removed = await removePerson(ctx, change, request, data);
  if (removed.length === 0) throw new FieldError("putusan", REQUEST_WORDS.nothingRemovable);
}
