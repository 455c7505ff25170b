import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import { attachFile } from "#app/platform/files/attach-file.ts";
import { requireMaySign, requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { informationRequests } from "#db/village/schema/portal.ts";
import { ANSWER_FILE } from "./answer-file.ts";
import type { AnswerInput } from "./input.ts";
import { getOpenRequest, nextVersionOf, numberText, todayOf } from "./requests.server.ts";
import { OUTCOME_NAMES, REQUEST_WORDS } from "./words.ts";

/** Answers a request. To keep information back, in part too, is for who leads the village to decide. */
export async function answerRequest(ctx: OfficeCtx, id: string, input: AnswerInput): Promise<void> {
  requirePermission(ctx, "information.handle");
  if (input.hasil !== "given") {
    if (!ctx.actor.permissions.has("information.decide")) throw new ForbiddenError(REQUEST_WORDS.decideOnly);
    requireMaySign(ctx);
  }
  await write(ctx, async ({ tx, audit }) => {
    const row = await getOpenRequest(tx, id, input.versi);
    if (input.berkas)
      await attachFile(tx, input.berkas, ANSWER_FILE.purpose, {
        accountId: ctx.actor.accountId,
        now: ctx.now,
      });
    await tx
      .update(informationRequests)
      .set({
        state: input.hasil,
        answer: input.jawaban,
        ground: input.hasil === "given" ? null : input.dasar,
        answeredOn: todayOf(ctx),
        fileId: input.berkas,
        ...nextVersionOf(ctx, row),
      })
      .where(eq(informationRequests.id, id));
    const details = { nomor: numberText(row), hasil: OUTCOME_NAMES[input.hasil] };
    await audit({ action: "information.answer", entity: "information", entityId: id, details });
    return null;
  });
}
