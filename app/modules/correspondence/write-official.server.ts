import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { OfficeCtx } from "#app/context.ts";
import { askOfficial, type officialInput } from "#app/modules/letters/ask-official.server.ts";
import { completeVersion } from "#app/modules/letters/complete-version.server.ts";
import { getKind } from "#app/modules/letters/kinds.server.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { type Write, write } from "#app/platform/write.ts";
import { incomingLetters, letters } from "#db/village/schema/letters.ts";
import { auditFacts, getIncoming } from "./incoming.server.ts";
import { INCOMING_WORDS, OUTGOING_WORDS } from "./words.ts";

type OfficialInput = z.infer<ReturnType<typeof officialInput>>;
type Written = Awaited<ReturnType<typeof askOfficial>>;

/**
 * Writes a letter that the office sends out, through the chain that its kind has; as an answer it is tied to the letter
 * that came in.
 * @param answersId incoming letter that it answers, or null
 */
export async function writeOfficial(
  ctx: OfficeCtx,
  kindKey: string,
  input: OfficialInput,
  answersId: string | null,
): Promise<Written> {
  requirePermission(ctx, "mail.write");
  const written = await write(ctx, async (writing) => {
    const kind = await getKind(ctx, writing.tx, kindKey);
    const letter = await askOfficial(ctx, writing, kind, input);
    if (answersId) await tieAnswer(ctx, writing, answersId, letter.id);
    return letter;
  });
  if (written.state === "waiting") await completeVersion(ctx, written.id);
  return written;
}

async function tieAnswer(
  ctx: OfficeCtx,
  { tx, audit }: Write,
  incomingId: string,
  letterId: string,
): Promise<void> {
  const incoming = await getIncoming(ctx, tx, incomingId);
  if (incoming.voidedAt) throw new ConflictError(INCOMING_WORDS.isVoid);
  if (incoming.answeredByLetterId) {
    const [earlier] = await tx
      .select({ state: letters.state, title: letters.title })
      .from(letters)
      .where(eq(letters.id, incoming.answeredByLetterId));
    if (earlier && earlier.state !== "cancelled")
      throw new ConflictError(OUTGOING_WORDS.answered(earlier.title));
  }
  await tx
    .update(incomingLetters)
    .set({
      answeredByLetterId: letterId,
      updatedAt: ctx.now.toISOString(),
      version: incoming.version + 1,
    })
    .where(eq(incomingLetters.id, incomingId));
  await audit({
    action: "incoming.answer",
    entity: "incoming",
    entityId: incomingId,
    details: auditFacts(incoming),
  });
}
