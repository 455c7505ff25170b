import type { ResidentCtx } from "#app/context.ts";
import { cancelIn } from "#app/modules/letters/cancel-letter.server.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { write } from "#app/platform/write.ts";
import type { CancelInput } from "./input.ts";
import { isCancellable } from "./own-letter-rules.ts";
import { getOwnLetter } from "./own-letters.server.ts";
import { OWN_LETTER_WORDS } from "./words.ts";

/** Calls a request off before it is signed; a number that it has stays in the book as void. */
export async function cancelOwnLetter(ctx: ResidentCtx, id: string, input: CancelInput): Promise<void> {
  await write(ctx, async (writing) => {
    const letter = await getOwnLetter(ctx, writing.tx, id);
    if (!isCancellable(letter.state)) throw new ConflictError(OWN_LETTER_WORDS.tooLate);
    await cancelIn(ctx, writing, letter, input.alasan);
    return null;
  });
}
